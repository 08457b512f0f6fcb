package nl.oogst.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.oogst.cli.Main;
import nl.oogst.model.Column;
import nl.oogst.model.DataSetSchema;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each answer in docs/analysts.md is what its query gives; its other forms ask the same. */
@ExtendWith(SampleHarvest.Shared.class)
class AnalystsTest {
  private static final Readme DOCUMENT = Readme.load("docs/analysts.md");
  private static final Pattern LITERAL = Pattern.compile("'([^']*)'");
  private static final Pattern WORD = Pattern.compile("[a-z_][a-z_0-9]*");

  /** What only one of DuckDB and Spark SQL knows. */
  private static final Pattern OF_ONE_DIALECT =
      Pattern.compile(
          "::|(?i)\\b(all\\b(?!')|qualify|exclude|replace|read_parquet|pivot|ilike|list)\\b");

  private static final Map<String, DataSetSchema> SETS =
      DataSetSchema.loadAll(Readme.ROOT.resolve("schemas/datasets"));

  private static SampleHarvest sample;
  private static Duck duck;

  /** A question with its four forms and its answer. */
  record Question(String title, String sql, List<List<String>> answer, String r, String python) {
    static Question parse(String text) {
      return new Question(
          text.lines().findFirst().orElseThrow(),
          only(text, "sql"),
          text.lines().filter(line -> line.startsWith("|")).map(Question::cells).toList(),
          only(text, "r"),
          only(text, "python"));
    }

    private static String only(String text, String language) {
      List<String> blocks = new Readme(text).blocks(language);
      assertThat(blocks).as(language + " in " + text.lines().findFirst()).hasSize(1);
      return blocks.get(0);
    }

    private static List<String> cells(String line) {
      String inner = line.substring(1, line.length() - 1).strip();
      return List.of(inner.split("\\s*\\|\\s*", -1));
    }

    @Override
    public String toString() {
      return title;
    }
  }

  @BeforeAll
  static void open(SampleHarvest harvest) throws Exception {
    sample = harvest;
    duck = Duck.open();
    String views = Files.readString(sample.release().resolve("public/views.sql"));
    duck.execute(views.replace("['public/", "['" + sample.release() + "/public/"));
  }

  @AfterAll
  static void close() throws SQLException {
    duck.close();
  }

  static Stream<Question> questions() {
    String text = DOCUMENT.text();
    String part = text.substring(text.indexOf("## Twelve questions"), text.indexOf("\n## Traps"));
    return Arrays.stream(part.split("\n### ")).skip(1).map(Question::parse);
  }

  @Test
  void thereAreAsManyQuestionsAsPromised() {
    assertThat(questions()).hasSize(12);
  }

  @ParameterizedTest
  @MethodSource("questions")
  void theAnswerShownIsTheAnswerGiven(Question question) throws SQLException {
    List<List<String>> shown = question.answer();
    List<List<String>> given = duck.rows(question.sql()).stream().map(AnalystsTest::shown).toList();
    assertThat(given.get(0)).isEqualTo(shown.get(0));
    assertThat(given.subList(1, given.size())).isEqualTo(shown.subList(2, shown.size()));
  }

  @ParameterizedTest
  @MethodSource("questions")
  void theSameTextIsSparkSqlToo(Question question) {
    assertThat(question.sql()).doesNotContainPattern(OF_ONE_DIALECT);
  }

  @ParameterizedTest
  @MethodSource("questions")
  void theFormsInOtherLanguagesAskTheSame(Question question) {
    Set<String> codes = found(LITERAL, question.sql());
    DataSetSchema set = SETS.get(only(found(Pattern.compile("FROM (\\w+)"), question.sql())));
    for (String form : List.of(question.r(), question.python())) {
      assertThat(found(Pattern.compile("oogst\\(\"(\\w+)\"\\)"), form)).containsExactly(set.name());
      for (String code : codes) {
        assertThat(form).contains('"' + code + '"');
      }
      assertThat(columns(form, set)).isEqualTo(columns(question.sql(), set));
      assertThat(form.chars().filter(c -> c == '(').count())
          .isEqualTo(form.chars().filter(c -> c == ')').count());
    }
  }

  @Test
  void theFirstLinesFindTheCurrentRelease() throws SQLException {
    String start = DOCUMENT.blocks("sql").get(0);
    try (Duck fresh = Duck.open()) {
      fresh.execute(start.replace("'harvest/", "'" + sample.out() + "/"));
      assertThat(fresh.rows("FROM jobs_realised LIMIT 5")).hasSize(1 + 5);
    }
  }

  @Test
  void aFirstReleaseRevisesNothing() throws SQLException {
    String revisions = DOCUMENT.blocks("sql").get(13);
    assertThat(duck.rows(revisions)).hasSize(1);
  }

  @Test
  void theCellWorkedOutByHandIsTheExactOne() throws SQLException {
    String byHand = DOCUMENT.blocks("sql").get(14).replace("'harvest/", "'" + sample.out() + "/");
    String exact =
        "SELECT jobs_started FROM '%s' WHERE breakdown = 'organisation' AND period = '2022' AND"
            + " organisation = 'BZK'";
    assertThat(duck.rows(byHand))
        .isEqualTo(
            duck.rows(exact.formatted(sample.files("restricted/unprotected", "jobs_realised"))))
        .hasSize(1 + 1);
  }

  @Test
  void everyDataSetIsNamedWithColumnsThatItHas() {
    List<MatchResult> rows =
        Pattern.compile("^\\| `(\\w+)` \\| [^|]+ \\| ([^|]+) \\|$", Pattern.MULTILINE)
            .matcher(DOCUMENT.text())
            .results()
            .toList();
    assertThat(rows)
        .extracting(row -> row.group(1))
        .containsExactlyInAnyOrderElementsOf(
            SETS.values().stream()
                .filter(set -> set.zone() == DataSetSchema.Zone.PUBLIC)
                .map(DataSetSchema::name)
                .toList());
    for (MatchResult row : rows) {
      Set<String> columns = found(Pattern.compile("`(\\w+)`"), row.group(2));
      assertThat(names(SETS.get(row.group(1)))).as(row.group(1)).containsAll(columns);
    }
    assertThat(DOCUMENT.codes())
        .containsAll(
            SETS.values().stream()
                .filter(set -> set.zone() == DataSetSchema.Zone.RESTRICTED)
                .map(DataSetSchema::name)
                .toList());
  }

  @Test
  void explainPrintsWhatIsShown() {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream before = System.out;
    int exitCode;
    try {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      exitCode =
          Main.execute(
              "explain",
              "--out=" + sample.out(),
              "--schemas=" + Readme.ROOT.resolve("schemas"),
              "--profiles=" + Readme.ROOT.resolve("schemas/profiles"),
              "jobs_realised",
              "period=2022",
              "organisation=LNV",
              "measure=jobs_started");
    } finally {
      System.setOut(before);
    }
    assertThat(exitCode).isZero();
    List<String> lines = printed.toString(StandardCharsets.UTF_8).lines().toList();
    for (String line : DOCUMENT.blocks("text").get(0).lines().toList()) {
      boolean ofThisRun = line.contains("2026-01-15-…"); // the name depends on the program
      if (!ofThisRun && !line.equals("...")) {
        assertThat(lines).contains(line);
      }
    }
  }

  @Test
  void everyLinkLeadsSomewhere() {
    for (String link : DOCUMENT.links()) {
      if (link.startsWith("#")) {
        assertThat(DOCUMENT.anchors()).contains(link.substring(1));
      } else {
        assertThat(Path.of(Readme.ROOT.toString(), "docs", link)).exists();
      }
    }
  }

  /** Columns of a data set that a form names, but for those that it makes itself. */
  private static Set<String> columns(String form, DataSetSchema set) {
    String withoutCodes = form.replaceAll("'[^']*'", "").replaceAll("(==|!=) *\"[^\"]*\"", "");
    Set<String> words =
        WORD.matcher(withoutCodes).results().map(MatchResult::group).collect(Collectors.toSet());
    Set<String> columns = new TreeSet<>(names(set));
    columns.retainAll(words);
    return columns;
  }

  private static Set<String> names(DataSetSchema set) {
    return set.columns().stream().map(Column::name).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String only(Set<String> values) {
    assertThat(values).hasSize(1);
    return values.iterator().next();
  }

  private static List<String> shown(List<Object> row) {
    return row.stream().map(AnalystsTest::shown).toList();
  }

  private static String shown(Object value) {
    return value instanceof Double number
        ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
        : String.valueOf(value);
  }
}

package nl.oogst.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.oogst.map.ContentJudge;
import nl.oogst.map.TableMapper;
import nl.oogst.model.IssueCode;
import nl.oogst.model.Schemas;
import nl.oogst.model.TextMasking;
import nl.oogst.normalise.RowNormaliser;
import nl.oogst.normalise.SecondLook;
import nl.oogst.read.DialectHint;
import nl.oogst.read.ReadFailure;
import nl.oogst.read.SourceFiles;
import nl.oogst.read.SourceTable;
import nl.oogst.read.TableSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be read in two ways is decided by the whole column, however long it is. */
class WholeColumnTest {
  private static final Schemas SCHEMAS =
      Schemas.load(Path.of(System.getProperty("oogst.root", "..")).resolve("schemas"));
  private static final int MORE_THAN_THE_SAMPLE = 400;

  @TempDir private Path folder;

  private static String paid(List<String> starts, List<String> hours) {
    StringBuilder csv = new StringBuilder("placement_id;period_start;period_end;hours\n");
    for (int i = 0; i < starts.size(); i++) {
      csv.append("P-" + i + ";" + starts.get(i) + ";2030-12-31;" + hours.get(i) + "\n");
    }
    return csv.toString();
  }

  /** Many equal values, and one that differs far below the first rows. */
  private static List<String> column(String value, String last) {
    List<String> values = new java.util.ArrayList<>();
    for (int i = 0; i < MORE_THAN_THE_SAMPLE; i++) {
      values.add(value);
    }
    values.add(last);
    return values;
  }

  private TableView view(String csv) throws IOException {
    Path file = Files.writeString(folder.resolve("uren.csv"), csv);
    return view(file);
  }

  private static TableView view(Path file) {
    FileView view = new FileInspector(SCHEMAS, 5, 3).inspect(file, "uren.csv", null, name -> null);
    assertThat(view.failure()).isNull();
    return view.tables().get(view.tables().size() - 1);
  }

  private static List<String> issues(TableView table) {
    return table.issues().stream()
        .map(group -> group.code().code() + " " + group.field() + " " + group.count())
        .toList();
  }

  @Test
  void aDateFarBelowTheFirstRowsDecidesAboutAllOfThem() throws IOException {
    List<String> hours = column("80", "80");

    TableView day = view(paid(column("03/04/2024", "13/04/2024"), hours));
    assertThat(issues(day)).containsExactly("column_style_decided period_start 1");
    assertThat(day.records().get(0).values()).containsEntry("period_start", "2024-04-03");
    assertThat(day.judgements().get(0).line()).isEqualTo(402);
    assertThat(day.judgements().get(0).how().en()).isEqualTo("day before month");
    assertThat(day.judgements().get(0).why().en()).isEqualTo("because of 13/04/2024 on line 402");
    assertThat(day.issues().get(0).examples())
        .containsExactly(
            new IssueGroup.Example(
                0, "03/04/2024 (regel 2)", "dag voor maand, door 13/04/2024 op regel 402"));

    TableView month = view(paid(column("03/04/2024", "04/13/2024"), hours));
    assertThat(issues(month)).containsExactly("column_style_decided period_start 1");
    assertThat(month.records().get(0).values()).containsEntry("period_start", "2024-03-04");
    assertThat(month.rows().kept()).isEqualTo(401);
  }

  @Test
  void whatNothingDecidesIsAnIssueOnEveryRow() throws IOException {
    TableView table = view(paid(column("03/04/2024", "04/05/2024"), column("80", "80")));
    assertThat(issues(table)).containsExactly("date_ambiguous period_start 401");
    assertThat(table.judgements().get(0).how().en()).isEqualTo("day before month, with a doubt");
  }

  @Test
  void aColumnThatContradictsItselfDecidesNothing() throws IOException {
    List<String> starts = new java.util.ArrayList<>(List.of("13/04/2024", "04/13/2024"));
    starts.add("03/04/2024");
    TableView table = view(paid(starts, List.of("80", "80", "80")));
    assertThat(issues(table))
        .containsExactly("required_unreadable period_start 1", "date_ambiguous period_start 1");
    assertThat(table.judgements().get(0).why().en()).isEqualTo("the column contradicts itself");
  }

  @Test
  void aLaterRowThatContradictsADecidedColumnIsAnErrorThatSaysSo() throws IOException {
    List<String> starts = new java.util.ArrayList<>(column("13/04/2024", "04/13/2024"));
    TableView table = view(paid(starts, column("80", "80")));
    assertThat(issues(table))
        .containsExactly(
            "required_unreadable period_start 1", "column_style_decided period_start 1");
    assertThat(table.issues().get(0).examples())
        .containsExactly(
            new IssueGroup.Example(
                402, "04/13/2024", "dag voor maand, zoals de rest van de kolom"));
  }

  @Test
  void datesWithHyphensPutTheMonthFirstWhereTheColumnShowsIt() throws IOException {
    List<String> hours = column("80", "80");
    TableView month = view(paid(column("03-04-2024", "04-13-2024"), hours));
    assertThat(month.records().get(0).values()).containsEntry("period_start", "2024-03-04");
    assertThat(month.rows().kept()).isEqualTo(401);
    assertThat(issues(month)).containsExactly("column_style_decided period_start 1");
    assertThat(month.judgements().get(0).why().en()).isEqualTo("because of 04-13-2024 on line 402");
  }

  @Test
  void datesWithHyphensPutTheDayFirstAndThatIsNothingToReport() throws IOException {
    for (String last : List.of("13-04-2024", "04-04-2024")) {
      TableView day = view(paid(column("03-04-2024", last), column("80", "80")));
      assertThat(day.records().get(0).values()).containsEntry("period_start", "2024-04-03");
      assertThat(issues(day)).isEmpty();
      assertThat(day.judgements()).isEmpty();
    }
  }

  @Test
  void oneTurnedDateAmongDaysThatComeFirstIsAnError() throws IOException {
    List<String> starts = new java.util.ArrayList<>(column("03-04-2024", "04-13-2024"));
    starts.set(7, "13-04-2024");
    TableView table = view(paid(starts, column("80", "80")));
    assertThat(table.records().get(0).values()).containsEntry("period_start", "2024-04-03");
    assertThat(issues(table)).containsExactly("required_unreadable period_start 1");
  }

  @Test
  void aNumberFarBelowTheFirstRowsDecidesToo() throws IOException {
    List<String> starts = column("2024-01-01", "2024-01-01");

    TableView dutch = view(paid(starts, column("1.234", "104,5")));
    assertThat(dutch.records().get(0).values()).containsEntry("hours", "1234");
    assertThat(issues(dutch)).containsExactly("column_style_decided hours 1");

    TableView english = view(paid(starts, column("1.234", "104.5")));
    assertThat(english.records().get(0).values()).containsEntry("hours", "1.234");

    TableView open = view(paid(starts, column("1.234", "104")));
    assertThat(issues(open)).containsExactly("number_ambiguous hours 400");
  }

  @Test
  void aThirteenthPeriodFarBelowTheFirstRowsMakesThemFourWeeks() throws IOException {
    StringBuilder csv = new StringBuilder("placement_id;Periode;hours\n");
    for (String period : column("2024-P03", "2023-P13")) {
      csv.append("P-1;" + period + ";80\n");
    }
    TableView table = view(csv.toString());
    assertThat(table.records().get(0).values())
        .containsEntry("period_start", "2024-02-26")
        .containsEntry("period_end", "2024-03-24");
    assertThat(table.rows().quarantined()).isZero();
  }

  @Test
  void theSecondTableOfAnArchiveIsFoundAgain() throws IOException {
    Path zip = folder.resolve("uren.csv");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      List<String> hours = column("80", "80");
      for (String last : List.of("04/13/2024", "13/04/2024")) {
        out.putNextEntry(new ZipEntry(last.substring(0, 2) + ".csv"));
        out.write(paid(column("03/04/2024", last), hours).getBytes(StandardCharsets.UTF_8));
      }
    }
    assertThat(view(zip).records().get(0).values()).containsEntry("period_start", "2024-04-03");
  }

  /** The second look goes to another file, which says the opposite: it must not be asked. */
  @Test
  void whatTheFirstRowsDecideIsNotLookedUp() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("a.csv"),
            paid(List.of("13/04/2024", "03/04/2024"), List.of("80", "80")));
    Path other =
        Files.writeString(
            folder.resolve("b.csv"),
            paid(List.of("04/13/2024", "03/04/2024"), List.of("80", "80")));
    assertThat(starts(file, other)).containsExactly("2024-04-13", "2024-04-03");
    Path open =
        Files.writeString(folder.resolve("c.csv"), paid(List.of("03/04/2024"), List.of("80")));
    assertThat(starts(open, other)).as("it would have been asked").containsExactly("2024-03-04");
  }

  private static List<String> starts(Path file, Path again) throws ReadFailure {
    List<String> starts = new java.util.ArrayList<>();
    try (TableSource source = SourceFiles.open(file, "uren.csv", name -> DialectHint.NONE)) {
      SourceTable table = source.next();
      var start = table.start();
      var mapping =
          new TableMapper(SCHEMAS, ContentJudge.NONE)
              .map("uren.csv", null, start.headers(), start.sample(), null);
      RowNormaliser normaliser =
          RowNormaliser.create(
              mapping,
              SCHEMAS,
              start.sample(),
              null,
              text -> TextMasking.mask(text).text(),
              SecondLook.at(again, "uren.csv", name -> DialectHint.NONE, 0));
      for (var row = table.next(); row != null; row = table.next()) {
        if (RowNormaliser.counts(row.kind())) {
          normaliser.normalise(row);
          starts.add(normaliser.shown().get("period_start"));
        }
      }
    }
    return starts;
  }

  @Test
  void theDecisionIsAnInfoAboutTheTable() {
    assertThat(IssueCode.COLUMN_STYLE_DECIDED.level()).isEqualTo(IssueCode.Level.TABLE);
  }
}

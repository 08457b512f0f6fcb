package nl.oogst.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import nl.oogst.model.Days;
import nl.oogst.model.LinkTokens;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkerTest {
  private static final int BIRTH = Days.of(1980, 4, 3);

  private final Linker linker = linker(Desk.KEY);

  private static Linker linker(LinkKey key) {
    return new Linker(key, Desk.SCHEMAS.rules("linking"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "van den Berg",
        "VAN DEN BERG",
        "Berg, van den",
        "v.d. Berg",
        "Van Den Bérg",
        "Berg",
        " berg "
      })
  void prefixesCaseAndAccentsMakeNoDifference(String surname) {
    assertThat(linker.tokens(surname, "A.B.", BIRTH))
        .isEqualTo(linker.tokens("Berg", "Anna", BIRTH));
  }

  @ParameterizedTest
  @CsvSource({
    "Berg, A, 1980-04-03, false",
    "Berg, B, 1980-03-04, true",
    "Burg, A, 1980-03-04, true"
  })
  void anotherPartIsAnotherToken(String surname, String initial, String birth, boolean differs) {
    String one = linker.tokens("Berg", "A", BIRTH).exact();
    String other =
        linker.tokens(surname, initial, Days.of(java.time.LocalDate.parse(birth))).exact();
    assertThat(!one.equals(other)).isEqualTo(differs);
  }

  @Test
  void swappedDayAndMonthMeetTheTokenOfTheOther() {
    LinkTokens one = linker.tokens("Berg", "A", Days.of(1980, 4, 3));
    LinkTokens other = linker.tokens("Berg", "A", Days.of(1980, 3, 4));
    assertThat(one.swapped()).isEqualTo(other.exact());
    assertThat(other.swapped()).isEqualTo(one.exact());
    assertThat(linker.tokens("Berg", "A", Days.of(1980, 4, 13)).swapped()).isNull();
    assertThat(linker.tokens("Berg", "A", Days.of(1980, 4, 4)).swapped()).isNull();
  }

  @Test
  void namesThatSoundAlikeShareTheSound() {
    assertThat(linker.tokens("Meijer", "A", BIRTH).phonetic())
        .isEqualTo(linker.tokens("Meyer", "A", BIRTH).phonetic());
    assertThat(linker.tokens("Meijer", "A", BIRTH).exact())
        .isNotEqualTo(linker.tokens("Meyer", "A", BIRTH).exact());
  }

  @Test
  void aMissingPartMakesNoToken() {
    assertThat(linker.tokens("Berg", "A", Days.NONE)).isNull();
    assertThat(linker.tokens(null, "A", BIRTH).exact()).isNull();
    assertThat(linker.tokens("Berg", "", BIRTH).phonetic()).isNull();
    assertThat(linker.tokens("Berg", null, BIRTH).birth()).isNotNull();
  }

  @Test
  void anotherKeyGivesOtherTokens() {
    assertThat(linker(LinkKey.parse("f".repeat(64))).tokens("Berg", "A", BIRTH))
        .isNotEqualTo(linker.tokens("Berg", "A", BIRTH));
  }

  @Test
  void aKeyIsSixtyFourHexadecimalCharacters() {
    assertThatThrownBy(() -> LinkKey.parse("geheim"))
        .hasMessage("a link key is 64 hexadecimal characters");
    assertThat(Desk.KEY).hasToString("LinkKey(secret)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"febrl_dataset1.csv", "febrl_dataset2.csv"})
  void linksOfFebrlArePrecise(String name) throws IOException {
    Path root = Path.of(System.getProperty("oogst.root", ".."));
    Path file = root.resolve("../shared/oracles/linkage/" + name);
    if (Files.notExists(file)) {
      // a working tree beside the first one
      file = root.resolve("../../shared/oracles/linkage/" + name);
    }
    boolean there = Files.exists(file);
    assertThat(there || !"true".equals(System.getenv("CI")))
        .as("CI needs the linkage oracle " + name)
        .isTrue();
    assumeTrue(there, "the linkage oracle " + name + " is not here");

    List<String> persons = new ArrayList<>();
    List<LinkTokens> tokens = new ArrayList<>();
    read(file, persons, tokens);
    Set<Long> same = pairs(persons);
    Set<Long> sure = pairs(tokens.stream().map(LinkTokens::exact).toList());
    Set<Long> all = new HashSet<>(sure);
    all.addAll(pairs(tokens.stream().map(LinkTokens::phonetic).toList()));
    all.addAll(swaps(tokens));

    report(name + " sure (A)", sure, same);
    report(name + " all (A, B, C)", all, same);
    assertThat(precision(sure, same)).isGreaterThanOrEqualTo(0.995);
    assertThat(precision(all, same)).isGreaterThanOrEqualTo(0.995);
    assertThat(sure).isNotEmpty();
  }

  private void read(Path file, List<String> persons, List<LinkTokens> tokens) throws IOException {
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreSurroundingSpaces(true)
            .get();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (CSVRecord row : format.parse(reader)) {
        String birth = row.get("date_of_birth");
        long day = birth.isEmpty() ? Dates.UNREADABLE : Dates.parse(birth, DateOrder.DAY_FIRST);
        LinkTokens made =
            linker.tokens(
                row.get("surname"),
                row.get("given_name"),
                Dates.readable(day) ? Dates.day(day) : Days.NONE);
        persons.add(row.get("rec_id").split("-", -1)[1]);
        tokens.add(made == null ? new LinkTokens(null, null, null, null) : made);
      }
    }
  }

  /** Pairs of records with the same value, each as one number. */
  private static Set<Long> pairs(List<String> values) {
    Map<String, List<Integer>> places = new HashMap<>();
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i) != null) {
        places.computeIfAbsent(values.get(i), k -> new ArrayList<>()).add(i);
      }
    }
    Set<Long> pairs = new HashSet<>();
    for (List<Integer> group : places.values()) {
      for (int a = 0; a < group.size(); a++) {
        for (int b = a + 1; b < group.size(); b++) {
          pairs.add(pair(group.get(a), group.get(b)));
        }
      }
    }
    return pairs;
  }

  private static Set<Long> swaps(List<LinkTokens> tokens) {
    Map<String, List<Integer>> exact = new HashMap<>();
    for (int i = 0; i < tokens.size(); i++) {
      exact.computeIfAbsent(tokens.get(i).exact(), k -> new ArrayList<>()).add(i);
    }
    Set<Long> pairs = new HashSet<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).swapped() != null) {
        for (int other : exact.getOrDefault(tokens.get(i).swapped(), List.of())) {
          pairs.add(pair(i, other));
        }
      }
    }
    return pairs;
  }

  private static long pair(int a, int b) {
    return ((long) Math.min(a, b) << 32) | Math.max(a, b);
  }

  private static double precision(Set<Long> found, Set<Long> truth) {
    return found.isEmpty()
        ? 1
        : (double) found.stream().filter(truth::contains).count() / found.size();
  }

  private static void report(String what, Set<Long> found, Set<Long> truth) {
    Function<Double, String> shown = number -> String.format(java.util.Locale.ROOT, "%.3f", number);
    double recall = (double) found.stream().filter(truth::contains).count() / truth.size();
    System.out.println(
        what
            + ": pairs "
            + found.size()
            + ", precision "
            + shown.apply(precision(found, truth))
            + ", recall "
            + shown.apply(recall));
  }
}

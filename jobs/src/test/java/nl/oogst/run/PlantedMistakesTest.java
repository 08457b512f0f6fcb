package nl.oogst.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.oogst.model.Delivery;
import nl.oogst.model.IssueCode;
import nl.oogst.model.Severity;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was put into the sample on purpose is found, each in its place, and nothing else is. */
class PlantedMistakesTest {
  private static final Path SAMPLE = DataRoot.repository().resolve("sample-data");
  private static final int DELIVERY = 1;
  private static final int FILE = 2;
  private static final int LINE = 4;
  private static final int CODE = 7;
  private static final int STATE = 8;

  @TempDir private static Path folder;
  private static List<String> found;
  private static List<List<String>> planted;

  @BeforeAll
  static void check() throws IOException {
    Path home = DataRoot.repository();
    Settings settings =
        new Settings(
            SAMPLE,
            folder,
            home.resolve("schemas"),
            home.resolve("schemas/profiles"),
            null,
            null,
            null,
            "local[1]",
            false,
            "test");
    Definitions definitions = Definitions.load(settings);
    Findings findings = CheckFindsWhatRunFindsTest.local(settings);
    found = new ArrayList<>();
    for (Delivery delivery : InboxScan.scan(settings, definitions.schemas()).deliveries()) {
      findings
          .tally()
          .of(delivery.index())
          .forEach(
              (code, kind) ->
                  kind.examples()
                      .forEach(
                          issue ->
                              found.add(
                                  String.join(
                                      ",",
                                      delivery.proeftuin(),
                                      delivery.folder(),
                                      Objects.toString(issue.file(), ""),
                                      Objects.toString(issue.sheet(), ""),
                                      issue.line() == 0 ? "" : Long.toString(issue.line()),
                                      code.code()))));
    }
    planted =
        Files.readAllLines(SAMPLE.resolve("PLANTED.csv")).stream()
            .skip(1)
            .map(line -> List.of(line.split(",", -1)))
            .toList();
  }

  /** A sheet is left out: what is known only after reading has none. */
  private static String place(List<String> row) {
    return String.join(
        ",", row.get(0), row.get(DELIVERY), row.get(FILE), row.get(LINE), row.get(CODE));
  }

  private static List<String> foundOf(Set<String> codes) {
    return found.stream()
        .map(line -> List.of(line.split(",", -1)))
        .filter(row -> codes.contains(row.get(5)))
        .map(row -> String.join(",", row.get(0), row.get(1), row.get(2), row.get(4), row.get(5)))
        .toList();
  }

  private static Set<String> codes(List<List<String>> rows) {
    return rows.stream().map(row -> row.get(CODE)).collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyPlantedMistakeOfARowIsFoundWhereItStandsAndNoOther() {
    List<List<String>> rows =
        planted.stream()
            .filter(row -> !row.get(CODE).isEmpty() && !row.get(LINE).isEmpty())
            .toList();
    assertThat(rows).hasSizeGreaterThan(90);
    Set<String> codes = codes(rows);
    assertThat(foundOf(codes)).containsAll(rows.stream().map(PlantedMistakesTest::place).toList());
    // two periods overlap, and only the second of them was planted
    codes.remove("overlapping_pay_periods");
    assertThat(foundOf(codes))
        .hasSize((int) rows.stream().filter(row -> codes.contains(row.get(CODE))).count());
  }

  @Test
  void everyPlantedMistakeOfAFileOrDeliveryIsFoundAndNoOther() {
    List<List<String>> rows =
        planted.stream()
            .filter(row -> !row.get(CODE).isEmpty() && row.get(LINE).isEmpty())
            .toList();
    assertThat(rows).hasSizeGreaterThan(20);
    assertThat(foundOf(codes(rows)).stream().map(PlantedMistakesTest::delivery))
        .containsExactlyInAnyOrderElementsOf(
            rows.stream().map(row -> delivery(place(row))).toList());
  }

  /** What vanished is told where it was last seen, and planted in the delivery that lacks it. */
  private static String delivery(String place) {
    List<String> parts = List.of(place.split(",", -1));
    String delivery = parts.get(4).equals("vanished") ? "" : parts.get(1);
    return String.join(",", parts.get(0), delivery, parts.get(4));
  }

  @Test
  void whatIsPlantedToBeQuarantinedIsAnErrorAndNothingElse() {
    for (List<String> row : planted) {
      if (!row.get(CODE).isEmpty() && !row.get(LINE).isEmpty()) {
        IssueCode code = IssueCode.valueOf(row.get(CODE).toUpperCase(Locale.ROOT));
        assertThat(code.severity() == Severity.ERROR)
            .as(row.get(CODE))
            .isEqualTo(row.get(STATE).equals("quarantined"));
      }
    }
  }
}

package nl.oogst.sample;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;

class SampleDataTest {
  private static final Path SAMPLE =
      Path.of(System.getProperty("oogst.root", "..")).resolve("sample-data");
  private static final World WORLD = World.create(GenerateSample.SEED, 28, 1);

  @Test
  void fitsInThreeMegabytesAndAFewHundredFiles() throws IOException {
    List<Path> files = files("");
    assertThat(files).hasSizeLessThan(470);
    assertThat(files.stream().mapToLong(file -> file.toFile().length()).sum()).isLessThan(3L << 20);
  }

  @Test
  void saysThatItIsSynthetic() throws IOException {
    assertThat(SAMPLE.resolve("README.md")).content().contains("SYNTHETISCH", "SYNTHETIC");
    assertThat(Files.readAllLines(SAMPLE.resolve("register/proeftuinen.csv")).stream().skip(1))
        .allMatch(line -> line.contains("(synthetisch)"));
  }

  @Test
  void hasTwoRoundsOverAllMinistriesRoutesAndPhases() {
    assertThat(WORLD.proeftuinen().stream().filter(p -> p.round() == 1)).hasSize(18);
    assertThat(WORLD.proeftuinen().stream().filter(p -> p.round() == 2)).hasSize(10);
    assertThat(WORLD.proeftuinen().stream().flatMap(p -> p.organisations().stream()))
        .contains("AZ", "AenM", "BZK", "BZ", "Def", "EZ", "EZK", "Fin", "IenW", "JenV", "KGG")
        .contains("LNV", "LVVN", "OCW", "SZW", "VWS", "VRO");
    assertThat(WORLD.proeftuinen().stream().map(Proeftuin::route).collect(Collectors.toSet()))
        .hasSize(4);
    assertThat(WORLD.proeftuinen().stream().map(Proeftuin::phase).collect(Collectors.toSet()))
        .hasSize(4);
    assertThat(WORLD.proeftuinen().stream().map(Proeftuin::form).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(Form.values());
  }

  @Test
  void holdsSevenToTwelveHundredPlacements() {
    assertThat(WORLD.jobs().values().stream().mapToInt(List::size).sum()).isBetween(700, 1200);
  }

  @Test
  void everyKindOfMistakeIsPlantedSomewhere() throws IOException {
    Set<String> planted = new TreeSet<>();
    planted().forEach(line -> planted.add(line.get(6)));
    assertThat(planted)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Mistake.values()).map(m -> m.name().toLowerCase(Locale.ROOT)).toList());
  }

  @Test
  void everyPlannedMistakeMeetsItsDelivery() throws IOException {
    List<List<String>> planted = planted();
    for (String line : Mistakes.plan()) {
      List<String> plan = List.of(line.split("\\|", -1));
      for (String kind : plan.get(3).split(" ", -1)) {
        assertThat(planted)
            .as("%s", line)
            .anyMatch(
                row ->
                    (plan.get(0).equals("*") || row.get(0).equals(plan.get(0)))
                        && row.get(6).equals(kind.toLowerCase(Locale.ROOT)));
      }
    }
  }

  @Test
  void plantedLinesOfTextFilesHoldTheirRecord() throws IOException {
    int seen = 0;
    for (List<String> row : planted()) {
      boolean text = row.get(2).endsWith(".csv") || row.get(2).endsWith(".tsv");
      if (text && !row.get(2).contains("/") && !row.get(4).isEmpty()) {
        Path file = SAMPLE.resolve("deliveries").resolve(row.get(0)).resolve(row.get(1));
        List<String> lines = Files.readAllLines(file.resolve(row.get(2)), ISO_8859_1);
        assertThat(lines.get(Integer.parseInt(row.get(4)) - 1)).contains(row.get(5));
        seen++;
      }
    }
    assertThat(seen).isGreaterThan(40);
  }

  @Test
  void workbooksOpenWithTheirSheets() throws IOException {
    List<Path> workbooks = files(".xlsx");
    assertThat(workbooks).hasSizeGreaterThan(20);
    for (Path file : workbooks) {
      try (var in = Files.newInputStream(file);
          var workbook = new ReadableWorkbook(in)) {
        assertThat(workbook.getSheets().map(Sheet::getName)).contains("Plaatsingen", "Toelichting");
        var rows = workbook.findSheet("Plaatsingen").orElseThrow().read();
        assertThat(rows.get(0).getCellText(0)).contains("SYNTHETISCHE GEGEVENS");
        assertThat(rows).anyMatch(row -> row.getRowNum() == XlsxForm.HEADER_ROW);
      }
    }
  }

  @Test
  void companiesHaveNumbersThatNobodyHas() {
    assertThat(WORLD.jobs().values().stream().flatMap(List::stream))
        .allMatch(job -> job.supplier().kvk().matches("9999\\d{4}"))
        .allMatch(job -> job.employer().kvk().matches("9999\\d{4}"));
  }

  @Test
  void testNumbersPassTheElfproef() {
    assertThat(BadDeliveries.syntheticBsn(0)).matches("99999\\d{4}");
    for (int number = 0; number < 100; number++) {
      String bsn = BadDeliveries.syntheticBsn(number);
      int sum = 0;
      for (int i = 0; i < 9; i++) {
        sum += (i == 8 ? -1 : 9 - i) * (bsn.charAt(i) - '0');
      }
      assertThat(sum % 11).isZero();
    }
  }

  private static List<List<String>> planted() throws IOException {
    return Files.readAllLines(SAMPLE.resolve("PLANTED.csv"), UTF_8).stream()
        .skip(1)
        .map(line -> List.of(line.split(",", -1)))
        .toList();
  }

  private static List<Path> files(String end) throws IOException {
    try (var paths = Files.walk(SAMPLE)) {
      return paths
          .filter(Files::isRegularFile)
          .filter(path -> path.toString().endsWith(end))
          .toList();
    }
  }
}

package nl.oogst.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.oogst.run.DataRoot;
import nl.oogst.run.Ran;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code inspect} says for people and as JSON; {@link InspectTablesTest} has its tables. */
class InspectCommandTest {
  private static final Path ROOT = DataRoot.repository();
  private static final String BSN = "111222333";

  @TempDir private Path folder;

  private Path file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static Ran inspect(Object... arguments) {
    List<String> all = new ArrayList<>(List.of("inspect"));
    all.addAll(List.of("--schemas", ROOT.resolve("schemas").toString()));
    Arrays.stream(arguments).map(Object::toString).forEach(all::add);
    return Ran.command(null, all.toArray(String[]::new));
  }

  private static JsonNode json(Ran ran) throws IOException {
    return new ObjectMapper().readTree(ran.out()).path("files").path(0);
  }

  private Path placements() throws IOException {
    return file("p.csv", DataRoot.PLACEMENTS + DataRoot.row("P1") + DataRoot.row("P2"));
  }

  @Test
  void everyColumnHasItsFieldWithReasonAndCertainty() throws IOException {
    Path file =
        file("uren.csv", "Plaats.nr.;Maand;Verloonde uren;Uren;Kleur\nP1;jan-2024;104,5;1;rood\n");
    Ran ran = inspect(file);

    assertThat(ran.code()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out().lines())
        .contains(
            "  1  Plaats.nr.      placement_id              0.94  header and content look like it",
            "  2  Maand           period_start, period_end  0.95  a listed name for it; one column"
                + " for the whole pay period",
            "  3  Verloonde uren  hours                     1.00  the field's label",
            "  4  Uren            -                               not used: another column gives"
                + " hours",
            "  5  Kleur           -                               no field; not kept");
    assertThat(ran.out()).doesNotContain("\u001b");
  }

  @Test
  void aQuestionNamesItsCandidates() throws IOException {
    Path file =
        file(
            "p.csv",
            DataRoot.PLACEMENTS.replace("start_date", "Startdatum opleiding") + DataRoot.row("P1"));
    Ran ran = inspect(file, "--json");

    JsonNode column = json(ran).path("tables").path(0).path("columns").path(8);
    assertThat(column.path("reason").asText()).isEqualTo("not_recognised");
    assertThat(column.path("fields")).isEmpty();
    assertThat(column.path("candidates").path(0).path("field").asText()).isEqualTo("start_date");
    assertThat(inspect(file).out())
        .contains("start_date?", "not sure enough: start_date (0.", "(missing)");
  }

  @Test
  void personsAreMaskedAndValuesNormalised() throws IOException {
    Path file =
        file(
            "p.csv",
            DataRoot.PLACEMENTS.replace("\n", ";link_surname\n").replace(',', ';')
                + "P1;K-Jansen;Binnenlandse Zaken;leverancier;;vast;Wajong;;3 jan 2024;;24,5;Bakkertje\n");
    String out = inspect(file).out();
    assertThat(out)
        .contains("2024-01-03", "24.5", "permanent", "wajong", "BZK")
        .doesNotContain("K-Jansen", "Bakkertje");
  }

  @Test
  void aBsnIsReportedByCountAndColumnOnly() throws IOException {
    String rows = DataRoot.row("P1").replace("K-P1", BSN) + DataRoot.row("P2").replace("K-P2", BSN);
    Path file = file("p.csv", DataRoot.PLACEMENTS + rows);
    for (String form : List.of("--quiet", "--json", "--propose-profile")) {
      Ran ran = inspect(file, form);
      assertThat(ran.code()).isEqualTo(3);
      assertThat(ran.out() + ran.err()).doesNotContain(BSN);
    }
    assertThat(inspect(file).out())
        .contains(
            "Refused: p.csv, column 'person_id' holds citizen service numbers (BSN): 2 values");
    JsonNode refusal = json(inspect(file, "--json")).path("refusals").path(0);
    assertThat(refusal.path("code").asText()).isEqualTo("bsn_found");
    assertThat(refusal.path("column").asText()).isEqualTo("person_id");
    assertThat(refusal.path("values").asInt()).isEqualTo(2);
  }

  @Test
  void aFileThatCannotBeReadIsRefusedInWords() throws IOException {
    Path file = file("kapot.xlsx", "PK\003\004 no workbook at all");
    Ran ran = inspect(file);
    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.out()).contains("Refused: kapot.xlsx");
    assertThat(ran.out() + ran.err()).doesNotContain("Exception");
    assertThat(json(inspect(file, "--json")).path("refused").asBoolean()).isTrue();
  }

  @Test
  void everyIssueHasItsLineAndIsCountedWhenThereAreMany() throws IOException {
    StringBuilder csv = new StringBuilder(DataRoot.PLACEMENTS);
    for (int i = 0; i < 50; i++) {
      csv.append(DataRoot.row("P" + i).replace("BZK", "XYZ" + i));
    }
    Path file = file("p.csv", csv.toString());
    assertThat(inspect(file).out())
        .contains("code_unknown  organisation  50×")
        .contains("line 2: found: XYZ0; expected: één van:", "and 47 more");
    JsonNode issue = json(inspect(file, "--json")).path("tables").path(0).path("issues").path(0);
    assertThat(issue.path("count").asInt()).isEqualTo(50);
    assertThat(issue.path("examples")).hasSize(50);
    assertThat(issue.path("examples").path(49).path("line").asInt()).isEqualTo(51);
  }

  @Test
  void theJsonIsTheSameEveryTimeAndHasOnlyDocumentedKeys() throws IOException {
    Path file = file("p.csv", DataRoot.PLACEMENTS + DataRoot.row("P1").replace("BZK", "X"));
    String one = inspect(file, "--json").out();
    assertThat(inspect(file, "--json").out()).isEqualTo(one);
    String document = Files.readString(ROOT.resolve("docs/inspect.md"));
    assertThat(keys(new ObjectMapper().readTree(one), ""))
        .allSatisfy(key -> assertThat(document).contains("| `" + key + "` |"));
  }

  /** Paths of keys, without the numbers of lists and the names of fields. */
  private static List<String> keys(JsonNode node, String path) {
    List<String> keys = new ArrayList<>();
    node.properties()
        .forEach(
            entry -> {
              String key = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
              keys.add(key);
              if (!key.endsWith("values") && !key.endsWith("constants")) {
                keys.addAll(keys(entry.getValue(), key));
              }
            });
    node.elements()
        .forEachRemaining(
            element -> {
              if (node.isArray()) {
                keys.addAll(keys(element, path));
              }
            });
    return keys.stream().distinct().toList();
  }

  @Test
  void filesInAnArchiveAreShownEach() throws IOException {
    Path zip = folder.resolve("export.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("p.csv"));
      out.write((DataRoot.PLACEMENTS + DataRoot.row("P1")).getBytes(StandardCharsets.UTF_8));
      out.putNextEntry(new ZipEntry("u.csv"));
      out.write((DataRoot.HOURS + "P1,2024-01-01,2024-01-31,1\n").getBytes(StandardCharsets.UTF_8));
    }
    assertThat(inspect(zip).out())
        .contains(
            "Table 1, export.zip/p.csv", "Table 2, export.zip/u.csv", "placement", "paid_hours");
  }

  @Test
  void theProfileOfTheProeftuinIsFoundByThePlaceOfTheFile() throws IOException {
    Path file = file("deliveries/rws/2024-01-01_nieuw/a/u.csv", "Nr,Maand,Stuks\nP1,2024-01,104\n");
    file(
        "profiles/rws.json",
        """
        {"proeftuin": "rws", "tables": [{"files": "a/u*.csv", "entity": "paid_hours",
         "columns": {"Nr": "placement_id", "Maand": "period_start", "Stuks": "hours"}}]}
        """);
    Path profiles = folder.resolve("profiles");
    JsonNode found = json(inspect(file, "--json", "--profiles", profiles));
    assertThat(found.path("profile").asText()).isEqualTo("rws");
    assertThat(found.path("file").asText()).isEqualTo("a/u.csv");
    assertThat(found.path("tables").path(0).path("rows").path("kept").asInt()).isOne();
    JsonNode period = found.path("tables").path(0).path("columns").path(1).path("fields");
    assertThat(period.toString()).isEqualTo("[\"period_start\",\"period_end\"]");

    Path loose = file("a/u.csv", "Nr,Maand,Stuks\nP1,2024-01,104\n");
    assertThat(json(inspect(loose, "--json")).path("profile").isNull()).isTrue();
    Path one = profiles.resolve("rws.json");
    JsonNode given = json(inspect(loose, "--json", "--profile", one));
    assertThat(given.path("profile").asText()).isEqualTo("rws");
    JsonNode owned = json(inspect(loose, "--json", "--profiles", profiles, "--proeftuin", "rws"));
    assertThat(owned.path("profile").asText()).isEqualTo("rws");
  }

  @Test
  void aProposedProfileIsAcceptedAsItIs() throws IOException {
    Path file = file("uren 2024.csv", "Plaats.nr.;Maand;Verl. uren\nP1;jan-2024;104,5\n");
    Ran ran = inspect(file, "--propose-profile", "--proeftuin", "rws");
    assertThat(ran.code()).isZero();
    assertThat(ran.err()).isEmpty();
    Path profile = file("rws.json", ran.out());
    JsonNode with = json(inspect(file, "--json", "--profile", profile));
    assertThat(with.path("profile").asText()).isEqualTo("rws");
    JsonNode without = json(inspect(file, "--json"));
    for (String part : List.of("rows", "records")) {
      assertThat(with.path("tables").path(0).path(part))
          .isEqualTo(without.path("tables").path(0).path(part));
    }
  }

  @Test
  void aProposalWithAQuestionSaysSoAndIsRefused() throws IOException {
    Path file = file("uren.csv", "Plaatsingsnummer;Maand;Kleur\nP1;jan-2024;rood\n");
    Ran ran = inspect(file, "--propose-profile", "--proeftuin", "rws");
    assertThat(ran.code()).isZero();
    assertThat(ran.err()).contains("which column gives hours?", "1 open question, marked with '?'");
    Path profile = file("rws.json", ran.out());
    assertThat(inspect(file, "--profile", profile).message(2))
        .contains("profiles/rws.json tables[1] constants 'hours'", "this is still a question");
  }

  @Test
  void wrongUseIsSaidInOneLine() throws IOException {
    Path file = placements();
    assertThat(inspect(folder.resolve("nergens.csv")).message(2))
        .contains("nergens.csv", "does not exist");
    assertThat(inspect(file, "--dialect", "{delimiter").message(2)).contains("--dialect", "JSON");
    assertThat(inspect(file, "--dialect", "{\"delimiter\": 1}").message(2))
        .contains("--dialect", "delimiter must be text");
    assertThat(inspect(file, "--dialect", "nergens.json").message(2)).contains("nergens.json");
    assertThat(inspect(file, "--dialects", folder.resolve("niets")).message(2))
        .contains("--dialects", "does not exist");
    assertThat(inspect(file, "--profile", folder.resolve("niets.json")).message(2))
        .contains("--profile", "does not exist");
    assertThat(inspect(file, "--profiles", folder.resolve("niets")).message(2))
        .contains("--profiles", "does not exist");
    assertThat(inspect(file, "--json", "--table").message(2)).contains("--json", "--table");
    assertThat(inspect().message(2)).contains("FILE");
    Path none = file("geen.csv", "kleur;maat\nrood;7\n");
    assertThat(inspect(none, "--propose-profile").message(2)).contains("No table was recognised");
  }

  @Test
  void theHelpNamesEveryForm() {
    Ran ran = Ran.command(null, "inspect", "--help");
    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .contains("--json", "--table-to=DIR", "--dialects=DIR", "--propose-profile", "--proeftuin")
        .contains("Exit codes", "Examples");
  }

  /** On a class path without Spark, in a process of its own. */
  @Test
  void noSparkIsNeeded() throws Exception {
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.contains("spark"))
            .collect(Collectors.joining(File.pathSeparator));
    Path out = folder.resolve("out.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Doogst.home=" + ROOT,
                "-cp",
                classPath,
                "nl.oogst.cli.Main",
                "inspect",
                placements().toString())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(out)).isZero();
    assertThat(Files.readString(out)).contains("placement", "No issues");
  }
}

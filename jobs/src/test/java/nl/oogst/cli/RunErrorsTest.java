package nl.oogst.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import nl.oogst.run.DataRoot;
import nl.oogst.run.Ran;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wrong use and wrong configuration: exit code 2, one line, before any delivery is read. */
class RunErrorsTest {
  private static final String REGISTER_HEADER =
      "proeftuin_id,name,organisation,category,phase,round,start_date,end_date,"
          + "contract_value_eur,obligation_eur\n";

  @TempDir Path folder;
  private DataRoot root;

  @BeforeEach
  void aRootWithADeliveryThatWouldBeRefused() {
    root = new DataRoot(folder, "alfa");
    root.file("alfa/2024-12-31/kapot.zip", "PK\003\004 no zip at all");
  }

  @Test
  void aMissingDataRootIsNamed() {
    assertThat(
            Ran.command(
                    null,
                    "run",
                    "--data",
                    folder.resolve("nergens").toString(),
                    "--schemas",
                    DataRoot.repository().resolve("schemas").toString(),
                    "--profiles",
                    root.profiles().toString())
                .message(2))
        .contains("data root", folder.resolve("nergens").toString(), "does not exist", "--data");
  }

  @Test
  void aDataRootThatIsAFileIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    String[] arguments = root.arguments();
    arguments[2] = file.toString();
    assertThat(Ran.command(null, arguments).message(2)).contains(file.toString(), "--data");
  }

  @Test
  void anEmptyDataRootLacksItsRegister() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    String[] arguments = root.arguments();
    arguments[2] = empty.toString();
    assertThat(Ran.command(null, arguments).message(2))
        .contains("register", empty.resolve("register/proeftuinen.csv").toString(), "missing");
  }

  @Test
  void aMissingRegisterIsNamedWithWhatItHolds() throws IOException {
    Path register = root.data().resolve("register/proeftuinen.csv");
    Files.delete(register);
    assertThat(harvest()).contains(register.toString(), "missing", "lists the proeftuinen");
  }

  @Test
  void withoutDeliveriesTheRunSaysWhereToPutThem() throws IOException {
    Files.delete(root.path("alfa/2024-12-31/kapot.zip"));
    Files.delete(root.path("alfa/2024-12-31"));
    assertThat(harvest())
        .contains("no delivery", "deliveries/<proeftuin_id>/<YYYY-MM-DD>/", "proeftuinen.csv");
    Files.delete(root.path("alfa"));
    Files.delete(root.data().resolve("deliveries"));
    assertThat(harvest()).contains(root.data().resolve("deliveries").toString(), "does not exist");
  }

  @Test
  void anAsOfDateBeforeEveryDeliveryLeavesNothingToHarvest() {
    assertThat(harvest("--as-of", "2020-01-01"))
        .contains("2020-01-01", "no delivery", "2024-12-31", "--as-of");
  }

  @Test
  void aRegisterLineIsNamedByLineAndColumn() {
    assertThat(register("alfa,Alfa,BZK,X,running_contract,1,2023-13-01,,1,1\n"))
        .contains("proeftuinen.csv line 2", "start_date", "'2023-13-01'", "a date as 2025-01-31");
    assertThat(register("alfa,Alfa,BZK,X,running_contract,1,2023-01-01,,1,veel\n"))
        .contains("line 2", "obligation_eur", "'veel'", "a number as 1234.50");
    assertThat(
            register(
                """
                beta,Beta,BZK,X,running_contract,1,2023-01-01,,1,1
                alfa,Alfa,XYZ,X,running_contract,1,2023-01-01,,1,1
                """))
        .contains("line 3", "organisation", "'XYZ'", "codelists/organisations.csv");
    assertThat(register("alfa,Alfa,,X,running_contract,1,2023-01-01,,1,1\n"))
        .contains("line 2", "organisation", "nothing", "a value");
    assertThat(
            register(
                """
                alfa,Alfa,BZK,X,running_contract,1,2023-01-01,,1,1
                alfa,Alfa,BZK,X,running_contract,1,2023-01-01,,1,1
                """))
        .contains("line 3", "proeftuin_id", "'alfa'", "each proeftuin once");
    root.register("\ufeffproeftuin_id;name\nalfa;Alfa\n");
    assertThat(harvest()).contains("line 2", "proeftuin_id", "a value");
    root.register("");
    assertThat(harvest()).contains("register", "proeftuinen.csv");
    root.register("proeftuin_id,name,name\n\"alfa");
    assertThat(harvest()).contains("proeftuinen.csv", "cannot be read as CSV in UTF-8 with commas");
  }

  @Test
  void aPracticeOfTheRegisterIsCheckedToo() throws IOException {
    Path practices = root.data().resolve("register/practices.csv");
    Files.writeString(
        practices, "proeftuin_id,practice,from,to,phase\nbeta,open_question,2023-01-01,,\n");
    assertThat(harvest()).contains("practices.csv line 2", "proeftuin_id", "'beta'");
    Files.writeString(
        practices, "proeftuin_id,practice,from,to,phase\nalfa,toveren,2023-01-01,,\n");
    assertThat(harvest()).contains("practices.csv line 2", "'toveren'", "codelists/practices.csv");
  }

  @Test
  void whatTheCommandLineDoesNotKnowIsSaidInOneLine() {
    assertThat(Ran.command(null, "oogsten").message(2)).contains("oogsten", "oogst --help");
    assertThat(harvest("--snel")).contains("--snel", "oogst --help");
    assertThat(harvest("--as-of", "31-12-2024")).contains("--as-of", "31-12-2024", "yyyy-mm-dd");
    assertThat(harvest("--as-of")).contains("--as-of", "oogst --help");
    assertThat(Ran.command(null, with("--master", "lokaal")).message(2))
        .contains("--master", "lokaal", "local[*]");
  }

  @Test
  void aKeyFileThatIsNoKeyIsNamedAndNeverShown() throws IOException {
    Path key = folder.resolve("link.key");
    for (String option : new String[] {"--link-key-file", "--disclosure-key-file"}) {
      Files.deleteIfExists(key);
      assertThat(harvest(option, key.toString())).contains(key.toString(), "no such key file");
      Files.writeString(key, "c0ffee");
      assertThat(harvest(option, key.toString()))
          .contains(key.toString(), "found 6 characters", "expected 64 hexadecimal")
          .doesNotContain("c0ffee");
      Files.writeString(key, "geheim00".repeat(8));
      assertThat(harvest(option, key.toString()))
          .contains(key.toString(), "not hexadecimal")
          .doesNotContain("geheim00");
    }
  }

  @Test
  void aMistakeInTheSchemasIsNamedByFileAndPlace() throws IOException {
    Path schemas = folder.resolve("schemas");
    copy(DataRoot.repository().resolve("schemas"), schemas);
    assertThat(schemas("entities/lesson.json", "\"lesson_id\"", "\"lesson_id"))
        .contains("entities/lesson.json line", "no valid JSON");
    assertThat(schemas("entities/placement.json", "\"routes\"", "\"wegen\""))
        .contains("entities/placement.json", "route", "wegen");
    assertThat(schemas("entities/placement.json", "\"Kandidaatnr\"", "\"Startdatum plaatsing\""))
        .contains("entities/placement.json", "Startdatum plaatsing", "start_date");
    assertThat(schemas("codelists/routes.csv", "Consortium", "Bij leverancier"))
        .contains("codelists/routes.csv", "'Bij leverancier'", "two codes", "at_supplier");
    assertThat(schemas("issues.csv", "vanished,warning", "verdwenen,warning"))
        .contains("issues.csv line", "verdwenen");
    assertThat(schemas("issues.csv", "hidden_rows,", "hidden_sheet,"))
        .contains("issues.csv line", "'hidden_sheet'", "twice");
    assertThat(schemas("reference/reference_figures.csv", ",75179,", ",veel,"))
        .contains("reference_figures.csv line 2", "'veel'", "value");
    assertThat(schemas("datasets/ledger.json", "\"integer\"", "\"int\""))
        .contains("ledger.json", "type", "int");
    assertThat(schemas("rules/disclosure.json", "{", "["))
        .contains("rules/disclosure.json", "no valid JSON");
    assertThat(Ran.command(null, with("--schemas", folder.resolve("weg").toString())).message(2))
        .contains(folder.resolve("weg").toString(), "does not exist");
  }

  @Test
  void aMistakeInAProfileIsNamedByProfileAndPlace() {
    assertThat(profile("{")).contains("profiles/alfa.json line", "no valid JSON");
    assertThat(profile("{\"proeftuin\":\"beta\"}"))
        .contains("profiles/alfa.json proeftuin", "'beta'", "'alfa'");
    assertThat(profile("{\"proeftuin\":\"alfa\",\"toleranties\":0.1}"))
        .contains("profiles/alfa.json", "toleranties", "tolerance");
    assertThat(profile("{\"proeftuin\":\"alfa\",\"tolerance\":5}"))
        .contains("profiles/alfa.json tolerance", "between 0 and 1", "5");
    assertThat(table("\"entity\":\"plaatsing\""))
        .contains("profiles/alfa.json tables[1]", "entity", "'plaatsing'", "placement");
    assertThat(table("\"entity\":\"placement\",\"columns\":{\"Nr\":\"nummer\"}"))
        .contains("profiles/alfa.json tables[1]", "columns", "Nr", "'nummer'");
    assertThat(table("\"entity\":\"placement\",\"constants\":{\"organisation\":\"XYZ\"}"))
        .contains("profiles/alfa.json tables[1]", "constants", "organisation", "XYZ");
    assertThat(
            table("\"entity\":\"placement\",\"values\":{\"contract_form\":{\"vast\":\"eeuwig\"}}"))
        .contains("profiles/alfa.json tables[1]", "values", "contract_form", "vast", "eeuwig");
    assertThat(table("\"entity\":\"placement\",\"dialect\":{\"encoding\":\"klingon\"}"))
        .contains("profiles/alfa.json tables[1]", "encoding", "klingon");
    assertThat(table("\"entity\":\"placement\",\"mode\":\"alles\""))
        .contains("profiles/alfa.json tables[1]", "mode", "'alles'", "snapshot", "delta");
    assertThat(Ran.command(null, with("--profiles", folder.resolve("weg").toString())).message(2))
        .contains(folder.resolve("weg").toString(), "does not exist");
  }

  @Test
  void aFileWhereAFolderShouldBeIsFailureNotWrongUse() throws IOException {
    Files.writeString(root.out(), "in the way");
    Ran ran = Ran.harvest(root);
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err())
        .contains(root.out().toString(), "Move it away, or choose another folder with --out")
        .contains("Nothing was published; the release that was current still is.")
        .doesNotContain("Exception");
    assertThat(root.out()).hasContent("in the way");

    Files.delete(root.out());
    Files.createDirectory(root.out());
    Files.writeString(root.out().resolve("releases"), "in the way");
    ran = Ran.harvest(root);
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err())
        .contains("releases", "Move it away, or choose another folder with --out")
        .doesNotContain("Exception");

    String[] below = root.arguments();
    below[4] = root.out().resolve("releases/deeper").toString();
    ran = Ran.command(root, below);
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).contains("releases", "--out").doesNotContain("Exception");
  }

  private String harvest(String... more) {
    return Ran.harvest(root, more).message(2);
  }

  private String register(String lines) {
    root.register(REGISTER_HEADER + lines);
    return harvest();
  }

  private String profile(String json) {
    root.profile("alfa", json);
    return harvest();
  }

  private String table(String keys) {
    return profile("{\"proeftuin\":\"alfa\",\"tables\":[{\"files\":\"*.csv\"," + keys + "}]}");
  }

  /** The arguments with another value for an option. */
  private String[] with(String option, String value) {
    String[] arguments = root.arguments();
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].equals(option)) {
        arguments[i + 1] = value;
      }
    }
    return arguments;
  }

  /** What is said of the schemas with one text in one file replaced. */
  private String schemas(String file, String from, String to) throws IOException {
    Path path = folder.resolve("schemas").resolve(file);
    String before = Files.readString(path);
    assertThat(before).contains(from);
    Files.writeString(path, before.replaceFirst(java.util.regex.Pattern.quote(from), to));
    try {
      return Ran.command(null, with("--schemas", folder.resolve("schemas").toString())).message(2);
    } finally {
      Files.writeString(path, before);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> walk = Files.walk(from)) {
      for (Path path : (Iterable<Path>) walk::iterator) {
        Files.copy(path, to.resolve(from.relativize(path)));
      }
    }
  }
}

package nl.oogst.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nothing of a person leaves the restricted zone, in data or in words, and what links persons is
 * written nowhere at all.
 */
class PrivacyTest {
  private static final String BSN = DataRoot.bsn(198_700_001);

  /** May stand in the restricted zone, and nowhere else. */
  private static final List<String> RESTRICTED_ONLY =
      List.of("kandidaatzesendertig", "plaatsingzevenzeven", "kandidaatgeweigerd");

  /** May stand nowhere. */
  private static final List<String> NOWHERE =
      List.of(
          "zwaluwstaart",
          "kwikstaartje",
          "q.x.z.",
          "1987-06-05",
          "5-6-1987",
          "19870605",
          "piet.geheim@voorbeeld.nl",
          "06-98765432",
          "0698765432",
          BSN);

  @TempDir private Path folder;
  private DataRoot root;
  private String key;

  @BeforeEach
  void aRootFullOfPersons() throws IOException {
    root = new DataRoot(folder, "alfa", "beta", "gamma");
    String header =
        DataRoot.PLACEMENTS.replace(
            "\n", ",supplier,link_surname,link_initials,link_birth_date,Toelichting\n");
    String known =
        person("plaatsingzevenzeven", "kandidaatzesendertig", "2024-01-01", "1987-06-05");
    root.file("alfa/2024-06-30/p.csv", header + known);
    root.file(
        "alfa/2024-12-31/p.csv",
        header
            + known
            + known
            + person("plaatsingzevenzeven2", "kandidaatzesendertig2", "31-02-2024", "5-6-1987")
            + person("plaatsingzevenzeven3", "kandidaatzesendertig3", "2024-01-01", "19870605x")
            + person("plaatsingzevenzeven4", "kandidaatzesendertig4", "2024-01-01", "19870605")
                .replace("\n", ",kwikstaartje,teveel\n")
            + person("", "kandidaatzesendertig5", "2024-01-01", "1987-06-05"));
    root.file(
        "alfa/2024-12-31/u.csv",
        DataRoot.HOURS
            + "plaatsingzevenzeven,2024-02-01,2024-02-29,80\n"
            + "plaatsingzevenzevenwees,2024-02-01,2024-02-29,80\n");
    root.file(
        "alfa/2024-12-31/l.csv",
        DataRoot.LESSONS
            + "L1,2024-05-01,running_contract,process,"
            + "Mail piet.geheim@voorbeeld.nl of bel 06-98765432,true\n");
    root.file(
        "alfa/2024-12-31/l.jsonl",
        "{\"lesson_id\":\"L2\",\"date\":\"2024-05-01\",\"phase\":\"running_contract\","
            + "\"theme\":\"process\",\"text\":\"Tel. 06-98765432\",\"publishable\":true}\n"
            + "{\"lesson_id\": \"L3\", \"text\": \"kwikstaartje 06-98765432\n");
    root.file(
        "beta/2024-12-31/p.csv",
        header + person("plaatsingzevenzeven", "kandidaatzesendertig", "2024-01-01", "1987-06-05"));
    root.file(
        "gamma/2024-12-31/p.csv",
        header + person("plaatsingzevenzeven", "kandidaatgeweigerd", "2024-01-01", "1987-06-05"));
    root.file(
        "gamma/2024-12-31/q.csv",
        header + person("plaatsingzevenzeven9", BSN, "2024-01-01", "1987-06-05"));
    Path file = folder.resolve("link.key");
    Files.writeString(file, "fedcba9876543210".repeat(4));
    key = file.toString();
  }

  private static String person(String placement, String person, String start, String born) {
    return placement
        + ","
        + person
        + ",BZK,supplier,at_supplier,temporary,participatiewet,participatiewet,"
        + start
        + ",,24,Bel 06-98765432 BV,Zwaluwstaart,Q.X.Z.,"
        + born
        + ",kwikstaartje piet.geheim@voorbeeld.nl\n";
  }

  @Test
  void nothingOfAPersonLeavesTheRestrictedZone() throws IOException {
    for (String[] more : new String[][] {{"--link-key-file", key}, {"--json-log"}}) {
      Ran ran = Ran.harvest(root, more);
      assertThat(ran.code()).isEqualTo(3);
      assertThat(ran.rows("count(*)", "restricted/placements", "")).containsExactly("4");
      Map<String, String> written = written(root.out());
      assertThat(written.keySet()).anyMatch(name -> name.contains("restricted/issues.parquet"));
      assertThat(written.values())
          .as("what is searched can be found where it may stand")
          .anyMatch(text -> text.contains(RESTRICTED_ONLY.get(0)))
          .anyMatch(text -> text.contains("Mail [e-mail] of bel [telefoon]"));
      written.forEach((name, text) -> absent(name, text, NOWHERE));
      written.forEach(
          (name, text) -> {
            if (!name.contains("/restricted/")) {
              absent(name, text, RESTRICTED_ONLY);
            }
          });
      absent("standard output", ran.out(), NOWHERE, RESTRICTED_ONLY);
      absent("standard error", ran.err(), NOWHERE, RESTRICTED_ONLY);
      assertThat(written.values()).noneMatch(text -> text.contains("fedcba9876543210"));
    }
  }

  @Test
  void aFailureSaysNothingOfAPersonEither() throws IOException {
    Throwable thrown =
        catchThrowable(
            () ->
                Harvest.run(
                    root.settings("local[2]"),
                    line -> {
                      if (line.equals("writing")) {
                        take(root.out());
                      }
                    }));
    assertThat(thrown).isNotNull();
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    absent("stack trace", trace.toString(), NOWHERE, RESTRICTED_ONLY);

    Files.writeString(folder.resolve("file"), "");
    String[] arguments = root.arguments("--debug");
    arguments[4] = folder.resolve("file").toString();
    Ran ran = Ran.command(root, arguments);
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).as("asked for").contains("\tat nl.oogst.");
    absent("standard error", ran.err(), NOWHERE, RESTRICTED_ONLY);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void onlyTheirOwnerOpensTheRestrictedZoneAndTheKeys() throws IOException {
    Ran ran = Ran.harvest(root, "--quiet");
    for (Path closed :
        List.of(
            ran.release().resolve("restricted"),
            root.out().resolve("keys"),
            root.out().resolve("state"))) {
      try (Stream<Path> walk = Files.walk(closed)) {
        for (Path path : walk.toList()) {
          assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
              .as(path.toString())
              .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------");
        }
      }
    }
  }

  /** Takes the staging folder away, as a full disk or a hasty hand would. */
  private static void take(Path out) {
    try (Stream<Path> all = Files.list(out)) {
      for (Path path : all.toList()) {
        if (path.getFileName().toString().startsWith(".staging-")) {
          Scratch.remove(path);
        }
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @SafeVarargs
  private static void absent(String where, String text, List<String>... values) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (List<String> list : values) {
      for (String value : list) {
        assertThat(lower.contains(value)).as("%s in %s", value, where).isFalse();
      }
    }
  }

  /** Every file below a folder by its path: its bytes, and for Parquet also all its rows. */
  private static Map<String, String> written(Path out) throws IOException {
    Map<String, String> written = new TreeMap<>();
    for (Path file : DataRoot.tree(out)) {
      List<String> text = new ArrayList<>();
      text.add(Files.readString(file, StandardCharsets.ISO_8859_1));
      if (file.toString().endsWith(".parquet")) {
        text.addAll(Ran.query("SELECT * FROM '" + file + "'"));
      }
      written.put(file.toString(), String.join("\n", text));
    }
    return written;
  }
}

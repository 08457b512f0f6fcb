package nl.oogst.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.oogst.run.DataRoot;
import nl.oogst.run.Ran;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the commands about published releases say; one output folder for all of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReleasesCommandTest {
  @TempDir private static Path folder;
  private DataRoot root;
  private String first;
  private String second;

  @BeforeAll
  void publishTwo() {
    root = new DataRoot(folder, "alfa");
    root.file("alfa/2024-07-01/p.csv", DataRoot.placements("A1", "A2"));
    first = name(Ran.harvest(root));
    root.file("alfa/2024-10-01/p.csv", DataRoot.placements("A1", "A2", "A3"));
    second = name(Ran.harvest(root));
  }

  private static String name(Ran ran) {
    assertThat(ran.code()).as(ran.err()).isZero();
    return ran.release().getFileName().toString();
  }

  private Ran oogst(String... arguments) {
    return oogstIn(root.out(), arguments);
  }

  private Ran oogstIn(Path out, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--out", out.toString()));
    if (arguments[0].equals("diff")) {
      Path schemas = DataRoot.repository().resolve("schemas");
      all.addAll(
          List.of("--schemas", schemas.toString(), "--profiles", root.profiles().toString()));
    }
    return Ran.command(root, all.toArray(String[]::new));
  }

  private Path copy() throws IOException {
    Path copy = Files.createTempDirectory(folder, "copy");
    try (Stream<Path> walk = Files.walk(root.out())) {
      walk.forEach(
          path -> {
            try {
              Path target = copy.resolve(root.out().relativize(path).toString());
              if (Files.isDirectory(path)) {
                Files.createDirectories(target);
              } else {
                Files.copy(path, target);
              }
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
    return copy;
  }

  @Test
  void theListNamesEachReleaseAndTheCurrentOne() throws IOException {
    Ran list = oogst("releases");
    assertThat(list.code()).isZero();
    List<String> lines = list.out().lines().toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.get(1))
        .startsWith("  " + first)
        .contains("2024-07-01")
        .doesNotContain("current");
    assertThat(lines.get(2)).startsWith("* " + second).contains("2024-10-01").contains("current");

    JsonNode json = new ObjectMapper().readTree(oogst("releases", "--json").out());
    assertThat(json.findValuesAsText("release")).containsExactly(first, second);
    assertThat(json.get(1).path("current").asBoolean()).isTrue();
    assertThat(json.get(1).path("data_sets").asInt()).isGreaterThan(5);
  }

  @Test
  void aDryRunSaysWhatGoesAndPruningRemovesIt() throws IOException {
    Path out = copy();
    // both are of one year, so only the newer one must stay
    Ran dry = oogstIn(out, "releases", "--prune", "--keep", "1", "--dry-run");
    assertThat(dry.out())
        .contains(first + "  would go")
        .contains("1 of 2 releases would be removed");
    assertThat(out.resolve("releases").resolve(first)).exists();

    Ran done = oogstIn(out, "releases", "--prune", "--keep", "1");
    assertThat(done.out()).contains(first + "  removed").contains(second + "  kept: current");
    assertThat(out.resolve("releases").resolve(first)).doesNotExist();
    assertThat(out.resolve("releases").resolve(second)).exists();
    assertThat(oogst("releases", "--prune", "--keep", "0").message(2)).contains("--keep");
    assertThat(oogst("releases", "--dry-run").message(2)).contains("belong to --prune");
  }

  @Test
  void aWithdrawnReleaseIsMarkedAndItsInputIsNotPublishedAgain() throws IOException {
    Path out = copy();
    Ran done = oogstIn(out, "withdraw", second, "--reason", "wrong export");
    assertThat(done.code()).as(done.err()).isZero();
    assertThat(done.out())
        .contains(second + " is marked as withdrawn")
        .contains(first + " is current now");
    assertThat(oogstIn(out, "releases").out()).contains("withdrawn on").contains("wrong export");

    String[] run = root.arguments("--quiet");
    run[4] = out.toString();
    assertThat(Ran.command(root, run).message(2)).contains("withdrawn").contains("--undo");
    assertThat(oogstIn(out, "withdraw", second, "--undo").code()).isZero();
    assertThat(Ran.command(root, run).code()).isZero();
  }

  @Test
  void erasingSaysWhatRemains() throws IOException {
    Path out = copy();
    assertThat(out.resolve("state/read")).isNotEmptyDirectory();
    Ran done = oogstIn(out, "withdraw", "2024-07-01", "--erase");
    assertThat(done.out())
        .contains("restricted records are removed, and all that was kept for later runs")
        .contains("public/jobs_realised.parquet")
        .contains("may also be in: " + second)
        .doesNotContain("restricted/");
    assertThat(out.resolve("releases/" + first + "/restricted")).doesNotExist();
    assertThat(out.resolve("state").toFile().list())
        .as("no record lies anywhere but in the other release")
        .containsExactly("metrics.prom");
    assertThat(oogstIn(out, "withdraw", first, "--undo").message(2)).contains("cannot be undone");
    Ran diff = oogstIn(out, "diff", first, second);
    assertThat(diff.code()).as(diff.err()).isZero();
    assertThat(diff.out()).contains("as published").contains("Causes are left out");
  }

  @Test
  void erasingAgainFinishesWhatAStoppedErasureLeft() throws IOException {
    Path out = copy();
    assertThat(oogstIn(out, "withdraw", first, "--erase").code()).isZero();
    Path left = Files.createDirectories(out.resolve("state/read/00"));
    Files.writeString(left.resolve("entry"), "records");
    assertThat(oogstIn(out, "withdraw", first, "--erase").code()).isZero();
    assertThat(out.resolve("state/read")).doesNotExist();
  }

  @Test
  void diffTellsEachChangedFigureAndWhy() throws IOException {
    Ran diff = oogst("diff", first, second);
    assertThat(diff.code()).as(diff.err()).isZero();
    assertThat(diff.out())
        .contains("From " + first + " to " + second)
        .contains("do not pass them on")
        .contains("jobs_realised 2024 all")
        .contains("jobs_started: 2 -> 3 (+1): +1 late deliveries");
    Ran one =
        oogst(
            "diff",
            first,
            "current",
            "measure=persons",
            "breakdown=proeftuin",
            "period=2024",
            "--json");
    JsonNode json = new ObjectMapper().readTree(one.out());
    assertThat(json.path("proeftuin").asText()).isEqualTo("alfa");
    assertThat(json.path("change").asInt()).isEqualTo(1);
    assertThat(json.path("late_delivery").asInt()).isEqualTo(1);
    Ran open = oogst("diff", first, second, "--public");
    assertThat(open.out()).contains("as published").doesNotContain("late deliveries");
  }

  @Test
  void whatDoesNotExistIsSaidInALine() {
    assertThat(oogst("diff", "2019", "current").message(2)).contains("no release '2019'");
    assertThat(oogst("diff", "2024", "current").message(2)).contains(first + " or " + second);
    assertThat(oogst("diff", first, second, "colour=red").message(2)).contains("'colour'");
    assertThat(oogst("diff", first, second, "red").message(2)).contains("no key=value");
  }

  @Test
  void aSchemaThatChangesWithoutAHigherVersionIsRefused() throws IOException {
    Path schemas = folder.resolve("schemas");
    Path source = DataRoot.repository().resolve("schemas");
    try (Stream<Path> walk = Files.walk(source)) {
      for (Path path : (Iterable<Path>) walk::iterator) {
        Path target = schemas.resolve(source.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target);
        }
      }
    }
    Path file = schemas.resolve("datasets/jobs_realised.json");
    String text = Files.readString(file);
    Files.writeString(file, text.replaceFirst("\"unit\": \"fte\"", "\"unit\": \"fte36\""));
    String[] run = root.arguments("--quiet");
    run[4] = copy().toString();
    run[6] = schemas.toString();
    assertThat(Ran.command(root, run).message(2))
        .contains("jobs_realised.json")
        .contains("'unit' of column 'fte' changed")
        .contains("2.0.0");
    Files.writeString(file, Files.readString(file).replaceFirst("1\\.\\d+\\.\\d+", "2.0.0"));
    assertThat(Ran.command(root, run).code()).isZero();
  }
}

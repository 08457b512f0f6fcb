package nl.oogst.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.oogst.release.Host;
import nl.oogst.run.DataRoot;
import nl.oogst.run.Ran;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every action leaves a line that says who did what to which, from where, when, with what end. */
class JsonLogTest {
  /** What is said of persons, in a form that would be found. */
  private static final String[] OF_PERSONS = {"zwaluw", "K-zwaluw", "kwikstaart"};

  @TempDir private Path folder;

  @Test
  void everyActionIsLoggedWithItsEndAndNothingOfAPerson() throws IOException {
    DataRoot root = new DataRoot(folder, "alfa");
    root.file("alfa/2024-07-01/p.csv", DataRoot.placements("zwaluw1", "zwaluw2"));
    List<JsonNode> run = lines(Ran.harvest(root, "--json-log"), 0);
    assertThat(run.get(0).path("step").asText()).contains("files found");
    assertThat(run).allSatisfy(line -> is(line, "run", root.out().toString()));
    assertThat(run.get(0).path("result").asText()).isEqualTo("busy");
    JsonNode end = run.get(run.size() - 1);
    assertThat(end.path("result").asText()).isEqualTo("published");
    assertThat(end.path("exit_code").asInt()).isZero();
    String first = end.path("release").asText();
    root.file("alfa/2024-10-01/p.csv", DataRoot.placements("zwaluw1", "zwaluw2", "zwaluw3"));
    List<JsonNode> again = lines(Ran.harvest(root, "--json-log"), 0);
    String second = again.get(again.size() - 1).path("release").asText();

    JsonNode verified = line(root, 0, "verify");
    is(verified, "verify", second);
    assertThat(verified.path("result").asText()).isEqualTo("ok");

    String[] cell = {"explain", "jobs_realised", "period=2024", "measure=jobs_started"};
    JsonNode explained = line(root, 0, cell);
    is(explained, "explain", second + " jobs_realised");
    assertThat(explained.path("cell").path("period").asText()).isEqualTo("2024");
    assertThat(explained.path("measure").asText()).isEqualTo("jobs_started");
    assertThat(explained.path("placements").asInt()).isEqualTo(3);

    JsonNode compared = line(root, 0, "diff", first, second);
    is(compared, "diff", first + " " + second);
    assertThat(compared.path("restricted").asBoolean()).isTrue();

    JsonNode withdrawn = line(root, 0, "withdraw", second, "--erase", "--reason", "kwikstaart");
    is(withdrawn, "withdraw", second);
    assertThat(withdrawn.path("result").asText()).isEqualTo("withdrawn and erased");
    assertThat(withdrawn.path("current").asText()).isEqualTo(first);

    JsonNode pruned = line(root, 0, "releases", "--prune", "--keep", "1", "--dry-run");
    is(pruned, "prune", root.out().toString());
    assertThat(pruned.path("result").asText()).isEqualTo("planned");
    JsonNode removed = line(root, 0, "releases", "--prune", "--keep", "1");
    assertThat(removed.path("result").asText()).isEqualTo("removed");
    assertThat(removed.path("releases")).isEqualTo(pruned.path("releases"));
  }

  @Test
  void whatIsRefusedOrFailsIsLoggedTooAndNothingElseIsSaid() throws IOException {
    DataRoot root = new DataRoot(folder, "alfa");
    root.file("alfa/2024-07-01/p.csv", DataRoot.placements("zwaluw1"));
    JsonNode refused = line(root, 2, "withdraw", "2020-01-01");
    is(refused, "withdraw", root.out().toString());
    assertThat(refused.path("result").asText()).isEqualTo("refused");
    assertThat(refused.path("message").asText()).contains("There is no release '2020-01-01'");

    JsonNode unknown = line(root, 2, "explain", "jobs_realised", "period=2024");
    is(unknown, "explain", root.out().toString());

    Files.writeString(root.out(), "in the way");
    List<JsonNode> failed = lines(Ran.harvest(root, "--json-log"), 1);
    JsonNode end = failed.get(failed.size() - 1);
    is(end, "run", root.out().toString());
    assertThat(end.path("result").asText()).isEqualTo("failed");
    assertThat(end.path("message").asText())
        .contains("a file stands where a folder is needed", "Nothing was published");
  }

  @Test
  void aReleaseThatIsNotAsItShouldBeIsLoggedAsSuch() throws IOException {
    DataRoot root = new DataRoot(folder, "alfa");
    root.file("alfa/2024-07-01/p.csv", DataRoot.placements("zwaluw1"));
    Path release = Ran.harvest(root).release();
    Files.writeString(release.resolve("public/dcat.jsonld"), "{}");
    JsonNode wrong = line(root, 1, "verify");
    assertThat(wrong.path("result").asText()).isEqualTo("wrong");
    assertThat(wrong.path("wrong")).hasSize(1);
    assertThat(wrong.path("wrong").get(0).asText()).isEqualTo("files");
  }

  private static void is(JsonNode line, String action, String object) {
    assertThat(line.path("action").asText()).isEqualTo(action);
    assertThat(line.path("object").asText()).isEqualTo(object);
    assertThat(line.path("result").asText()).isNotEmpty();
    assertThat(line.path("actor").asText()).isEqualTo(System.getProperty("user.name"));
    assertThat(line.path("origin").asText())
        .isEqualTo(Host.name() + ", process " + ProcessHandle.current().pid());
    assertThat(Instant.parse(line.path("time").asText())).isBeforeOrEqualTo(Instant.now());
  }

  private static JsonNode line(DataRoot root, int code, String... arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--out", root.out().toString(), "--json-log"));
    if (!arguments[0].equals("withdraw")) {
      all.addAll(List.of("--schemas", DataRoot.repository().resolve("schemas").toString()));
    }
    if (arguments[0].equals("diff") || arguments[0].equals("explain")) {
      all.addAll(List.of("--profiles", root.profiles().toString()));
    }
    List<JsonNode> lines = lines(Ran.command(root, all.toArray(String[]::new)), code);
    assertThat(lines).hasSize(1);
    return lines.get(0);
  }

  private static List<JsonNode> lines(Ran ran, int code) throws IOException {
    assertThat(ran.code()).as(ran.err()).isEqualTo(code);
    assertThat(ran.err()).doesNotContain(OF_PERSONS);
    List<JsonNode> lines = new ArrayList<>();
    for (String line : ran.err().lines().toList()) {
      lines.add(new ObjectMapper().readTree(line));
    }
    return lines;
  }
}

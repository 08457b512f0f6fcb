package nl.oogst.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code scripts/oogst-monthly} in the barest environment there is, around a program that ends as
 * it is told.
 */
@EnabledOnOs(OS.LINUX)
class ScheduleTest {
  private static final String PROGRAM =
      """
      #!/bin/sh
      printf 'argument %s\\n' "$@"
      printf 'terminal %s\\n' "$([ -t 0 ] && echo yes || echo no)"
      printf 'locale %s\\n' "$LC_ALL"
      [ ! -e "$OOGST_OUT/sleep" ] || exec sleep 60
      exit "$(cat "$OOGST_OUT/code")"
      """;

  @TempDir Path temp;
  private Path home;
  private Path out;

  private record Ended(int code, String errors) {}

  @BeforeEach
  void install() throws IOException {
    home = temp.resolve("een map");
    out = Files.createDirectories(temp.resolve("out"));
    Path scripts = Files.createDirectories(home.resolve("scripts"));
    Path own = DataRoot.repository().resolve("scripts/oogst-monthly");
    executable(Files.copy(own, scripts.resolve("oogst-monthly")));
    executable(Files.writeString(scripts.resolve("oogst"), PROGRAM));
    code(0);
  }

  private static void executable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private void code(int code) throws IOException {
    Files.writeString(out.resolve("code"), code + "\n");
  }

  private Process start(Map<String, String> more, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c"));
    command.add("umask 077; exec \"$@\"");
    command.add("sh");
    command.add(home.resolve("scripts/oogst-monthly").toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(Path.of("/").toFile());
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/bin:/bin");
    builder.environment().put("LANG", "tr_TR.ISO-8859-9");
    builder.environment().put("OOGST_DATA", temp.resolve("in").toString());
    builder.environment().put("OOGST_OUT", out.toString());
    builder.environment().putAll(more);
    return builder.redirectError(temp.resolve("errors").toFile()).start();
  }

  private Ended run(Map<String, String> more, String... arguments) throws Exception {
    Process process = start(more, arguments);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return new Ended(process.exitValue(), Files.readString(temp.resolve("errors")));
  }

  private Path log() throws IOException {
    try (Stream<Path> logs = Files.list(out.resolve("log"))) {
      return logs.filter(file -> file.toString().endsWith(".log")).findFirst().orElseThrow();
    }
  }

  private boolean logged(String word) throws IOException {
    Path logs = out.resolve("log");
    return Files.isDirectory(logs)
        && DataRoot.tree(logs).stream()
            .filter(file -> file.toString().endsWith(".log"))
            .anyMatch(file -> contentOf(file.toFile()).contains(word));
  }

  @Test
  void whatWentWellIsLoggedAndMailsNothing() throws Exception {
    Ended ended = run(Map.of("OOGST_LINK_KEY_FILE", "/a key"), "--strict");

    assertThat(ended.code()).isZero();
    assertThat(ended.errors()).isEmpty();
    assertThat(Files.readAllLines(log()))
        .contains("argument --json-log", "argument /a key", "argument --strict", "terminal no")
        .contains("locale C.UTF-8")
        .last()
        .asString()
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ oogst-monthly: ended well");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(log())))
        .isEqualTo("rw-------");
  }

  @Test
  void whoeverMustActIsToldOnceWithTheExitCode() throws Exception {
    Path notify = temp.resolve("notify");
    executable(
        Files.writeString(
            notify, "#!/bin/sh\n{ echo \"code $1\"; cat; } >>" + temp.resolve("told") + "\n"));
    Map<String, String> more = Map.of("OOGST_NOTIFY", notify.toString());
    run(more);
    assertThat(temp.resolve("told")).as("nothing to do").doesNotExist();

    for (int code : new int[] {1, 2, 3}) {
      code(code);
      Ended ended = run(more);
      assertThat(ended.code()).isEqualTo(code);
      assertThat(ended.errors().lines()).hasSize(1).first().asString().contains(log().toString());
    }
    assertThat(Files.readString(temp.resolve("told")))
        .contains("code 1\n", "code 2\n", "code 3\nPublished, but a delivery was refused");
    code(134);
    assertThat(run(more).code()).as("an end that has no meaning is a failure").isEqualTo(1);
  }

  @Test
  void whatTakesTooLongIsStoppedAndSaid() throws Exception {
    Files.createFile(out.resolve("sleep"));

    Ended ended = run(Map.of("OOGST_TIME_LIMIT", "1s"));

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.errors()).contains("took longer than 1s");
  }

  @Test
  void aSecondOneAtTheSameTimeStartsNothing() throws Exception {
    Files.createFile(out.resolve("sleep"));
    Process first = start(Map.of("OOGST_TIME_LIMIT", "20s"));
    while (!logged("terminal")) {
      assertThat(first.isAlive()).isTrue();
      Thread.sleep(20);
    }

    Ended second = run(Map.of());
    first.destroy();
    first.descendants().forEach(ProcessHandle::destroyForcibly);
    assertThat(first.waitFor(10, TimeUnit.SECONDS)).isTrue();

    assertThat(second.code()).isEqualTo(1);
    assertThat(second.errors()).contains("still busy");
    Files.delete(out.resolve("sleep"));
    assertThat(run(Map.of()).code()).as("whatever became of the first").isZero();
  }

  @Test
  void wrongSettingsAreSaidInOneLine() throws Exception {
    Ended unset = run(Map.of("OOGST_DATA", ""));
    assertThat(unset.code()).isEqualTo(2);
    assertThat(unset.errors()).contains("OOGST_DATA is not set");
    Ended limit = run(Map.of("OOGST_TIME_LIMIT", "soon"));
    assertThat(limit.code()).isEqualTo(2);
    assertThat(limit.errors().lines()).hasSize(1);
  }
}

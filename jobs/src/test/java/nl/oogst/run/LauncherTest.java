package nl.oogst.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code scripts/oogst} in a repository of its own, in a folder with spaces, whose build only
 * copies a program that says what it was given.
 */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

  private static final String PROGRAM =
      """
      package nl.oogst.cli;
      public final class Main {
        public static void main(String[] arguments) {
          for (String argument : arguments) System.out.println("argument " + argument);
          System.out.println("home " + System.getProperty("oogst.home"));
          System.out.println("folder " + System.getProperty("user.dir"));
          System.out.println("heap " + Runtime.getRuntime().maxMemory() / 1_000_000);
          System.out.println("compiler " + System.getProperty("java.vm.info"));
          System.exit(arguments.length);
        }
      }
      """;

  private static final String BUILD =
      """
      #!/bin/sh
      set -e
      echo built >>builds
      mkdir -p jobs/target/lib
      cp stock/b.jar stock/a.jar jobs/target/lib
      cp stock/program.jar jobs/target/oogst-jobs-9.jar
      """;

  @TempDir private Path folder;
  private Path home;
  private Path elsewhere;

  @BeforeEach
  void makeRepository() throws IOException {
    makeRepository("a house of my own");
  }

  private void makeRepository(String name) throws IOException {
    home = Files.createDirectories(folder.toRealPath().resolve(name));
    elsewhere = Files.createDirectories(folder.toRealPath().resolve("some where"));
    Files.createDirectories(home.resolve("sample-data"));
    Path source = write("jobs/src/main/java/nl/oogst/cli/Main.java", PROGRAM);
    write("pom.xml", "");
    write("jobs/pom.xml", "");
    executable(write("mvnw", BUILD));
    executable(write("scripts/oogst", Files.readString(root().resolve("scripts/oogst"))));

    Path classes = home.resolve("stock/classes");
    tool("javac", "-d", classes.toString(), source.toString());
    tool("jar", "cf", home.resolve("stock/program.jar").toString(), "-C", classes.toString(), ".");
    for (String library : List.of("a", "b")) {
      tool(
          "jar",
          "cf",
          home.resolve("stock/" + library + ".jar").toString(),
          "-C",
          classes + "",
          ".");
    }
  }

  @Test
  void firstRunBuildsAndLaterOnesOnlyRun() throws Exception {
    var first = oogst("inspect", "my file.csv", "", "$HOME *");
    assertThat(first.lines())
        .containsExactly(
            "argument inspect",
            "argument my file.csv",
            "argument ",
            "argument $HOME *",
            "home " + home,
            "folder " + elsewhere,
            first.lines().get(6),
            first.lines().get(7));
    assertThat(first.code()).as("the exit code is the program's").isEqualTo(4);
    assertThat(first.errors()).contains("oogst: building").contains("preparing a fast start");

    try (var jar = new JarFile(home.resolve("jobs/target/oogst.jar").toFile())) {
      var manifest = jar.getManifest().getMainAttributes();
      assertThat(manifest.getValue("Class-Path"))
          .as("always in the same order, which the archive depends on")
          .isEqualTo("oogst-jobs-9.jar lib/a.jar lib/b.jar");
      assertThat(manifest.getValue("Add-Opens")).contains("java.base/sun.nio.ch");
    }

    var second = oogst("releases");
    assertThat(second.errors()).isEmpty();
    assertThat(second.code()).isEqualTo(1);
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void programComesOutOfTheArchive() throws Exception {
    makeRepository("house"); // Java 17 archives nothing below a folder with a space in its name
    oogst();
    var loaded =
        start(Map.of("OOGST_JAVA_OPTS", "-Xlog:class+load:file=../loaded -Xmx300m")).result();
    assertThat(Files.readAllLines(folder.resolve("loaded")).stream().filter(this::ofProgram))
        .singleElement()
        .asString()
        .contains("shared objects file (top)");
    assertThat(loaded.number("heap")).as("own options come last").isBetween(200L, 350L);
  }

  private boolean ofProgram(String line) {
    return line.contains(" nl.oogst.cli.Main ");
  }

  @Test
  void changedOrDeletedSourcesAreBuiltAgain() throws Exception {
    Path added = write("jobs/src/main/java/nl/oogst/cli/Other.java", "");
    age(added, -60);
    oogst();
    age(home.resolve("jobs/pom.xml"), 60);
    oogst();
    assertThat(builds()).as("a changed pom").isEqualTo(2);
    age(home.resolve("jobs/pom.xml"), -60);
    oogst();
    assertThat(builds()).as("nothing changed").isEqualTo(2);
    Files.delete(added);
    age(added.getParent(), 60);
    oogst();
    assertThat(builds()).as("a deleted source").isEqualTo(3);
  }

  @Test
  void twoFirstRunsAtOnceBuildOnce() throws Exception {
    executable(write("mvnw", BUILD.replace("set -e", "set -e; sleep 1")));
    var one = start(Map.of(), "one");
    var two = start(Map.of(), "two", "two");
    assertThat(one.result().code()).isEqualTo(1);
    assertThat(two.result().code()).isEqualTo(2);
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void largeInputGetsALargeHeap() throws Exception {
    write("small/one.csv", "");
    Files.write(elsewhere.resolve("big.csv"), new byte[65 << 20]);
    assertThat(oogst("run", "--data", home + "/small").number("heap")).isLessThan(1_200);
    assertThat(oogst("run", "--data=" + elsewhere).number("heap")).isGreaterThan(1_900);
    assertThat(oogst("--quiet", "check", "--data", ".").number("heap")).isGreaterThan(1_900);
    assertThat(oogst("inspect", "big.csv").number("heap")).isLessThan(1_200);
  }

  @Test
  void aMonthThatGoesOnFromWhatWasKeptIsNotCompiledAtLength() throws Exception {
    write("schemas/issues.csv", "");
    write("root/deliveries/alfa/2025-01-31/small.csv", "");
    Files.write(home.resolve("root/deliveries/alfa/2025-01-31/big.csv"), new byte[65 << 20]);
    assertThat(quick()).as("nothing was kept").isFalse();

    write("out/state/resolved/entry", "");
    write("out/current.json", "{}");
    age(home.resolve("out/current.json"), 60);
    assertThat(quick()).as("nothing is newer").isTrue();

    age(home.resolve("out/current.json"), -60);
    assertThat(quick()).as("all deliveries are newer").isFalse();

    age(home.resolve("out/current.json"), 60);
    assertThat(quick("--profiles", home + "/no such profiles")).as("cannot be told").isFalse();
  }

  private boolean quick(String... more) throws Exception {
    List<String> all = new ArrayList<>(List.of("run", "--data", home + "/root"));
    all.addAll(List.of("--out", home + "/out"));
    all.addAll(List.of(more));
    return oogst(all.toArray(String[]::new)).lines().stream()
        .anyMatch(line -> line.startsWith("compiler ") && line.contains("emulated-client"));
  }

  @Test
  void unpackedDistributionRunsAsItIs() throws Exception {
    oogst(); // for a jar with the class path, as a distribution brings one
    Path app = Files.createDirectories(home.resolve("app/lib"));
    for (String library : List.of("a", "b")) {
      Files.copy(home.resolve("stock/" + library + ".jar"), app.resolve(library + ".jar"));
    }
    Files.copy(home.resolve("stock/program.jar"), home.resolve("app/oogst-jobs-9.jar"));
    Files.copy(home.resolve("jobs/target/oogst.jar"), home.resolve("app/oogst.jar"));
    byte[] brought = Files.readAllBytes(home.resolve("app/oogst.jar"));
    for (String gone : List.of("mvnw", "pom.xml", "jobs/pom.xml")) {
      Files.delete(home.resolve(gone));
    }

    var first = oogst("run");
    assertThat(first.code()).isEqualTo(1);
    assertThat(first.lines()).contains("argument run", "home " + home);
    assertThat(first.errors()).contains("preparing a fast start").doesNotContain("building");
    assertThat(oogst("run").errors()).isEmpty();
    assertThat(builds()).as("the one before it was a distribution").isEqualTo(1);
    assertThat(home.resolve("app/oogst.jar")).hasBinaryContent(brought);
  }

  @Test
  void failedBuildIsSaidAndTriedAgain() throws Exception {
    executable(write("mvnw", "#!/bin/sh\necho 'no such library'; exit 1\n"));
    var failed = oogst("run");
    assertThat(failed.code()).isEqualTo(1);
    assertThat(failed.lines()).isEmpty();
    assertThat(failed.errors()).contains("no such library").contains("oogst: the build failed");
    executable(write("mvnw", BUILD));
    assertThat(oogst("run", "again").code()).isEqualTo(2);
  }

  @Test
  void unfitJavaIsSaidInOneLine() throws Exception {
    Path old = folder.resolve("old java");
    var none = start(Map.of("JAVA_HOME", old.toString()), "run").result();
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.errors().lines()).hasSize(1);
    assertThat(none.errors()).contains(old.toString()).contains("JDK 17");

    Files.createDirectories(old.resolve("bin"));
    Files.writeString(old.resolve("bin/java"), "#!/bin/sh\necho 'version \"1.8.0_402\"' >&2\n");
    executable(old.resolve("bin/java"));
    var eight = start(Map.of("JAVA_HOME", old.toString()), "run").result();
    assertThat(eight.code()).isEqualTo(2);
    assertThat(eight.errors().lines()).hasSize(1);
    assertThat(eight.errors()).contains("Java 1.8.0_402").contains("JDK 17");
  }

  private record Result(int code, List<String> lines, String errors) {
    long number(String name) {
      String line = lines.stream().filter(each -> each.startsWith(name + " ")).findFirst().get();
      return Long.parseLong(line.substring(name.length() + 1));
    }
  }

  private record Started(Process process, Path out, Path errors) {
    Result result() throws IOException, InterruptedException {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      return new Result(process.exitValue(), Files.readAllLines(out), Files.readString(errors));
    }
  }

  private Result oogst(String... arguments) throws IOException, InterruptedException {
    return start(Map.of(), arguments).result();
  }

  private Started start(Map<String, String> environment, String... arguments) throws IOException {
    var command = new ArrayList<>(List.of(home.resolve("scripts/oogst").toString()));
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile(folder, "run", ".out");
    Path errors = Files.createTempFile(folder, "run", ".err");
    var builder = new ProcessBuilder(command).directory(elsewhere.toFile());
    builder.redirectOutput(out.toFile()).redirectError(errors.toFile());
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "OOGST_JAVA_OPTS"));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    return new Started(builder.start(), out, errors);
  }

  private long builds() throws IOException {
    return Files.readAllLines(home.resolve("builds")).size();
  }

  private Path write(String name, String text) throws IOException {
    Path file = home.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text, UTF_8);
  }

  private static void executable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void age(Path file, int seconds) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(seconds)));
  }

  private static void tool(String name, String... arguments) {
    int code = ToolProvider.findFirst(name).orElseThrow().run(System.out, System.err, arguments);
    assertThat(code).isZero();
  }

  private static Path root() {
    return Path.of(System.getProperty("oogst.root"));
  }
}

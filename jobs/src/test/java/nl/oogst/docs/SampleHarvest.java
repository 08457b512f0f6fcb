package nl.oogst.docs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import nl.oogst.Folders;
import nl.oogst.cli.Main;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The sample as the documents harvest it, made once for all tests that judge what they show.
 *
 * @param folder of this harvest alone; removed after the last test
 * @param summary what the run printed
 */
public record SampleHarvest(Path folder, int exitCode, String summary) implements AutoCloseable {
  /** No secret: it makes the rounding of the examples in the documents repeatable. */
  private static final String KEY_OF_THE_EXAMPLES = "0123456789abcdef".repeat(4);

  static SampleHarvest make() throws IOException {
    Path folder = Files.createTempDirectory("oogst-sample");
    Path key = Files.writeString(key(folder), KEY_OF_THE_EXAMPLES);
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    int exitCode;
    try {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      exitCode = run(Readme.ROOT.resolve("sample-data"), folder.resolve("harvest"), key);
    } finally {
      System.setOut(before);
    }
    return new SampleHarvest(folder, exitCode, printed.toString(StandardCharsets.UTF_8));
  }

  static int run(Path data, Path out, Path key) {
    return Main.execute(
        "run",
        "--data=" + data,
        "--out=" + out,
        "--schemas=" + Readme.ROOT.resolve("schemas"),
        "--profiles=" + Readme.ROOT.resolve("schemas/profiles"),
        "--disclosure-key-file=" + key,
        "--master=local[2]");
  }

  Path key() {
    return key(folder);
  }

  private static Path key(Path folder) {
    return folder.resolve("key");
  }

  public Path out() {
    return folder.resolve("harvest");
  }

  /** The one release there is. */
  public Path release() throws IOException {
    try (Stream<Path> releases = Files.list(out().resolve("releases"))) {
      return releases.findFirst().orElseThrow();
    }
  }

  /** The files of data sets in a zone, as a pattern for DuckDB. */
  String files(String zone, String name) {
    return out().resolve("releases") + "/*/" + zone + "/" + name + ".parquet";
  }

  @Override
  public void close() throws IOException {
    Folders.delete(folder);
  }

  /** Hands the one harvest to whatever test asks for it. */
  public static final class Shared implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == SampleHarvest.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(ExtensionContext.Namespace.create(SampleHarvest.class))
          .getOrComputeIfAbsent(SampleHarvest.class, type -> harvested(), SampleHarvest.class);
    }

    private static SampleHarvest harvested() {
      try {
        return make();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

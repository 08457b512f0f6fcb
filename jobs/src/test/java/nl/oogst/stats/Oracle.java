package nl.oogst.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Assumptions;

/**
 * Results computed elsewhere. Tables that may travel with the source are test resources; the others
 * are read from the folder of oracles beside the repository. Without that folder their tests are
 * skipped and say so, except in continuous integration, where it must be there.
 */
final class Oracle {

  /** One row of a table. */
  record Row(CSVRecord record) {
    String text(String column) {
      return record.get(column);
    }

    boolean blank(String column) {
      return record.get(column).isEmpty();
    }

    double number(String column) {
      return Double.parseDouble(record.get(column));
    }

    int whole(String column) {
      return (int) number(column);
    }
  }

  private Oracle() {}

  /** A table in the test resources. */
  static List<Row> read(String name) {
    try (InputStream in = Oracle.class.getResourceAsStream("/oracles/" + name)) {
      if (in == null) {
        return fail("no test resource oracles/" + name);
      }
      return parse(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A table whose licence keeps it outside the repository. */
  static List<Row> readBeside(String name) {
    Path file = folder().resolve(name);
    if (!Files.exists(file)) {
      String message =
          "oracle " + name + " not found beside the repository; this comparison was not made";
      if ("true".equals(System.getenv("CI"))) {
        fail(message);
      }
      Assumptions.abort(message);
    }
    try (InputStream in = Files.newInputStream(file)) {
      return parse(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows by the values of some columns, in order. */
  static Map<List<String>, List<Row>> by(List<Row> rows, String... columns) {
    return rows.stream().collect(grouping(r -> List.of(columns).stream().map(r::text).toList()));
  }

  private static java.util.stream.Collector<Row, ?, Map<List<String>, List<Row>>> grouping(
      Function<Row, List<String>> key) {
    return Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList());
  }

  static double[] numbers(List<Row> rows, String column) {
    return rows.stream().mapToDouble(r -> r.number(column)).toArray();
  }

  /** Equal at a relative 1e-9, with 1e-12 allowed around zero. */
  static void assertClose(double found, double expected, String what, Object... arguments) {
    assertClose(found, expected, 1e-9, what, arguments);
  }

  static void assertClose(
      double found, double expected, double relative, String what, Object... arguments) {
    assertThat(found)
        .as(what, arguments)
        .isCloseTo(expected, Offset.offset(relative * Math.abs(expected) + 1e-12));
  }

  private static Path folder() {
    String given = System.getProperty("oogst.oracles");
    return given != null
        ? Path.of(given)
        : Path.of(System.getProperty("oogst.root", "..")).resolve("../shared/oracles");
  }

  private static List<Row> parse(InputStream in) throws IOException {
    var format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var parser = format.parse(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return parser.stream().map(Row::new).toList();
    }
  }
}

package nl.oogst.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.oogst.Folders;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The small world as it was harvested, made once for all tests that judge it.
 *
 * @param folder of these harvests alone; removed after the last test
 * @param first the release
 * @param second the same again
 * @param shuffled on more cores, its files made in another order
 * @param duck for questions to the release
 */
record SmallWorldHarvest(
    Path folder,
    SmallWorld.Root root,
    Outcome first,
    Outcome second,
    Outcome shuffled,
    Connection duck)
    implements AutoCloseable {

  private static SmallWorldHarvest make() throws Exception {
    Path folder = Files.createTempDirectory("oogst-small-world");
    SmallWorld.Root root = new SmallWorld().write(folder.resolve("one"), false);
    return new SmallWorldHarvest(
        folder,
        root,
        Harvest.run(root.settings("out", "local[1]"), line -> {}),
        Harvest.run(root.settings("out", "local[1]"), line -> {}),
        Harvest.run(
            new SmallWorld().write(folder.resolve("two"), true).settings("out", "local[2]"),
            line -> {}),
        DriverManager.getConnection("jdbc:duckdb:"));
  }

  @Override
  public void close() throws SQLException, IOException {
    duck.close();
    Folders.delete(folder);
  }

  Path exact(String dataSet) {
    return first.folder().resolve("restricted/unprotected/" + dataSet + ".parquet");
  }

  Path open(String dataSet) {
    return first.folder().resolve("public/" + dataSet + ".parquet");
  }

  Path restricted(String dataSet) {
    return first.folder().resolve("restricted/" + dataSet + ".parquet");
  }

  /** The rows of a query over a file, their values joined by a space; null stays visible. */
  List<String> rows(Path file, String select, String rest) {
    return query("SELECT " + select + " FROM '" + file + "' " + rest);
  }

  /** The rows of a query, as above. */
  List<String> query(String sql) {
    List<String> rows = new ArrayList<>();
    try (Statement statement = duck.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          values.add(String.valueOf(result.getObject(i)));
        }
        rows.add(String.join(" ", values));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
    return rows;
  }

  /** The one number that a column has in the rows of a condition. */
  double number(Path file, String column, String where) {
    List<String> rows = rows(file, column, "WHERE " + where);
    assertThat(rows).as("%s where %s", column, where).hasSize(1);
    return Double.parseDouble(rows.get(0));
  }

  /** All files of a release, by their path in it. */
  static SortedMap<String, byte[]> files(Path release) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(release)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        files.put(release.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return files;
  }

  /** Hands over the one harvest to whatever test asks for it. */
  static final class Shared implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == SmallWorldHarvest.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(ExtensionContext.Namespace.create(SmallWorldHarvest.class))
          .getOrComputeIfAbsent(
              SmallWorldHarvest.class, type -> harvested(), SmallWorldHarvest.class);
    }

    private static SmallWorldHarvest harvested() {
      try {
        return make();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}

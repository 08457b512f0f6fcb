package nl.oogst.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import nl.oogst.cli.Main;
import nl.oogst.release.ReleaseStore;

/**
 * What a command came to, as a person sees it.
 *
 * @param root the data root it ran on, or null
 * @param code exit code
 * @param out standard output
 * @param err standard error
 */
public record Ran(DataRoot root, int code, String out, String err) {

  /** This run with its release, whatever becomes current later. */
  Pinned pinned() {
    return new Pinned(release());
  }

  /** A release that was harvested. */
  record Pinned(Path release) {

    String dataSet(String name) {
      return "'" + release.resolve(name + ".parquet") + "'";
    }

    /** Fails unless both releases have the same rows. */
    void sameAs(Pinned other, String dataSet, String columns, String where) {
      String one = "SELECT " + columns + " FROM " + dataSet(dataSet) + " WHERE " + where;
      String two = "SELECT " + columns + " FROM " + other.dataSet(dataSet) + " WHERE " + where;
      assertThat(query("(" + one + ") EXCEPT ALL (" + two + ")")).as(dataSet).isEmpty();
      assertThat(query("(" + two + ") EXCEPT ALL (" + one + ")")).as(dataSet).isEmpty();
    }
  }

  /** Harvests a data root in this process. */
  public static Ran harvest(DataRoot root, String... more) {
    return command(root, root.arguments(more));
  }

  /** Runs any command in this process. */
  public static Ran command(DataRoot root, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream oldOut = System.out;
    PrintStream oldErr = System.err;
    try {
      System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
      int code = Main.execute(arguments);
      return new Ran(
          root, code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(oldOut);
      System.setErr(oldErr);
    }
  }

  /** The one line that says what is wrong; fails when there is more, or a stack trace. */
  public String message(int expectedCode) {
    assertThat(code).as("exit code; said: %s%s", out, err).isEqualTo(expectedCode);
    List<String> lines = err.lines().filter(line -> !line.endsWith(" files found")).toList();
    assertThat(lines).as("one line of error").hasSize(1);
    assertThat(err).doesNotContain("Exception").doesNotContain("\tat ");
    assertThat(lines.get(0)).startsWith("oogst: ").endsWith(".");
    return lines.get(0);
  }

  /** The folder of the current release. */
  public Path release() {
    try {
      ReleaseStore store = new ReleaseStore(root.out());
      return store.releaseFolder(store.current().orElseThrow().releaseId());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A data set of the current release as DuckDB names it, such as {@code restricted/issues}. */
  public String dataSet(String name) {
    return "'" + release().resolve(name + ".parquet") + "'";
  }

  /** Rows as texts joined by a bar; nothing as an empty text. */
  public List<String> rows(String columns, String dataSet, String rest) {
    return query("SELECT " + columns + " FROM " + dataSet(dataSet) + " " + rest);
  }

  static List<String> query(String sql) {
    List<String> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          Object value = result.getObject(i);
          cells.add(value == null ? "" : value.toString());
        }
        rows.add(String.join("|", cells));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
    return rows;
  }
}

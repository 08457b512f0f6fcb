package nl.oogst.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import nl.oogst.model.Column;
import nl.oogst.model.ColumnType;
import nl.oogst.model.DataSetSchema;

/** A data set with a column of every type, and DuckDB to look at what was written. */
final class Samples {
  private Samples() {}

  static Column column(String name, ColumnType type, boolean required, String... values) {
    return new Column(
        name,
        type,
        "Titel van " + name,
        "Title of " + name,
        "Beschrijving van " + name,
        "Description of " + name,
        type == ColumnType.NUMBER ? "uren" : null,
        null,
        Column.Role.MEASURE,
        null,
        required,
        List.of(values));
  }

  static DataSetSchema schema(DataSetSchema.Zone zone) {
    return new DataSetSchema(
        "everything",
        "1.0.0",
        zone,
        "Alles",
        "Everything",
        "Eén kolom per soort",
        "A column of each kind",
        List.of("name"),
        List.of(
            column("name", ColumnType.STRING, true),
            column("state", ColumnType.STRING, false, "open", "rounded"),
            column("jobs", ColumnType.INTEGER, false),
            column("hours", ColumnType.NUMBER, false),
            column("provisional", ColumnType.BOOLEAN, false),
            column("day", ColumnType.DATE, false),
            column("issues", ColumnType.OBJECT, false)));
  }

  static List<String> query(String sql) {
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      var rows = new ArrayList<String>();
      var width = result.getMetaData().getColumnCount();
      while (result.next()) {
        var row = new StringBuilder();
        for (int i = 1; i <= width; i++) {
          row.append(i == 1 ? "" : "|").append(result.getString(i));
        }
        rows.add(row.toString());
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  static String sha256(Path file) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

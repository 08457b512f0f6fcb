package nl.oogst.docs;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;

/** DuckDB, as the documents use it. */
record Duck(Connection connection) implements AutoCloseable {
  static Duck open() throws SQLException {
    return new Duck(DriverManager.getConnection("jdbc:duckdb:"));
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The names of the columns, then the rows. */
  List<List<Object>> rows(String sql) throws SQLException {
    List<List<Object>> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      ResultSetMetaData columns = result.getMetaData();
      List<Object> names = new ArrayList<>();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        names.add(columns.getColumnLabel(i));
      }
      rows.add(names);
      while (result.next()) {
        List<Object> row = new ArrayList<>();
        for (int i = 1; i <= names.size(); i++) {
          row.add(result.getObject(i));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  /** Whether a column holds numbers. */
  boolean numeric(String from, String column) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT " + column + " " + from + " LIMIT 0")) {
      int type = result.getMetaData().getColumnType(1);
      return type == Types.DOUBLE || type == Types.BIGINT;
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}

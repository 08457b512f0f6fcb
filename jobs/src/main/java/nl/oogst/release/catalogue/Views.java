package nl.oogst.release.catalogue;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.oogst.model.Code;
import nl.oogst.model.Column;
import nl.oogst.model.ColumnType;
import nl.oogst.model.Schemas;

/**
 * {@code views.sql}: for DuckDB, a view of each public data set with the labels of its codes beside
 * them, and the texts of the declarations as comments. To be run from the folder of the release.
 */
final class Views {
  private final Schemas schemas;
  private final StringBuilder sql = new StringBuilder();

  Views(Schemas schemas) {
    this.schemas = schemas;
  }

  String of(List<Resource> resources) {
    sql.append(
        """
        -- Views of this release for DuckDB, with the labels of codes beside them.
        -- Run it from the folder of the release, the one that holds public/:
        --   duckdb -init public/views.sql

        """);
    SortedSet<String> lists = new TreeSet<>();
    for (var resource : resources) {
      for (var column : resource.schema().columns()) {
        if (labelled(column)) {
          lists.add(column.codelist());
        }
      }
    }
    lists.forEach(this::labels);
    resources.forEach(this::view);
    return sql.toString();
  }

  private static boolean labelled(Column column) {
    return column.codelist() != null && column.type() == ColumnType.STRING;
  }

  private static String text(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static String name(String name) {
    return '"' + name + '"';
  }

  private void labels(String list) {
    sql.append("CREATE OR REPLACE VIEW ").append(name("label_" + list)).append(" AS\n");
    sql.append("SELECT * FROM (VALUES\n");
    var separator = "  ";
    for (Code code : schemas.codelist(list).codes()) {
      sql.append(separator).append('(').append(text(code.code())).append(", ");
      sql.append(text(code.label().nl())).append(", ").append(text(code.label().en())).append(')');
      separator = ",\n  ";
    }
    sql.append("\n) AS labels(code, label_nl, label_en);\n\n");
  }

  private void view(Resource resource) {
    var schema = resource.schema();
    var columns = new StringBuilder();
    var joins = new StringBuilder();
    for (var column : schema.columns()) {
      columns
          .append(columns.isEmpty() ? "  " : ",\n  ")
          .append("data.")
          .append(name(column.name()));
      if (labelled(column)) {
        var alias = name("of_" + column.name());
        columns.append(",\n  ").append(alias).append(".label_nl AS ");
        columns.append(name(column.name() + "_label"));
        columns.append(",\n  ").append(alias).append(".label_en AS ");
        columns.append(name(column.name() + "_label_en"));
        joins.append("\nLEFT JOIN ").append(name("label_" + column.codelist())).append(" AS ");
        joins.append(alias).append(" ON ").append(alias).append(".code = data.");
        joins.append(name(column.name()));
      }
    }
    var files = resource.files().stream().map(file -> text(file.path())).toList();
    sql.append("CREATE OR REPLACE VIEW ").append(name(schema.name())).append(" AS\nSELECT\n");
    sql.append(columns).append("\nFROM read_parquet([").append(String.join(", ", files));
    sql.append("]) AS data").append(joins).append(";\n");
    comment("VIEW " + name(schema.name()), schema.title() + ". " + schema.description());
    for (var column : schema.columns()) {
      comment(
          "COLUMN " + name(schema.name()) + "." + name(column.name()),
          column.description() + (column.unit() == null ? "" : " [" + column.unit() + "]"));
    }
    sql.append('\n');
  }

  private void comment(String on, String comment) {
    sql.append("COMMENT ON ").append(on).append(" IS ").append(text(comment)).append(";\n");
  }
}

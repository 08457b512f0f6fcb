package nl.oogst.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.oogst.model.Column;
import nl.oogst.model.DataSetSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns tell of each row what was written, also where a whole row group says the same. */
class ParquetColumnsTest {
  private static final String DATA_SET = "placement_history";
  private static final DataSetSchema SCHEMA =
      DataSetSchema.loadAll(
              Path.of(System.getProperty("oogst.root", ".."), "schemas").resolve("datasets"))
          .get(DATA_SET);

  @TempDir private Path folder;

  private static Object[] row(String proeftuin, String placement, int start, String supplier) {
    Object[] row = new Object[SCHEMA.columns().size()];
    for (String text :
        List.of("person_id", "organisation", "attribution", "contract_form", "target_group")) {
      row[SCHEMA.indexOf(text)] = "t";
    }
    row[SCHEMA.indexOf("proeftuin")] = proeftuin;
    row[SCHEMA.indexOf("placement_id")] = placement;
    row[SCHEMA.indexOf("peildatum")] = start;
    row[SCHEMA.indexOf("delivery")] = "2025-06-30";
    row[SCHEMA.indexOf("supplier")] = supplier;
    row[SCHEMA.indexOf("start_date")] = start;
    row[SCHEMA.indexOf("hours_per_week")] = 1.5;
    return row;
  }

  /** Writes each list of rows as a row group. */
  @SafeVarargs
  private void write(String name, List<Object[]>... groups) throws IOException {
    List<Path> sections = new ArrayList<>();
    for (List<Object[]> group : groups) {
      Path section = Files.createDirectories(folder.resolve(name + "-" + sections.size()));
      try (var writer = RollingParquetWriter.open(section, SCHEMA, Map.of())) {
        for (Object[] row : group) {
          writer.write(row);
        }
      }
      sections.add(section.resolve(DATA_SET + ".parquet"));
    }
    ParquetSections.join(Files.createDirectories(folder.resolve(name)), SCHEMA, Map.of(), sections);
  }

  private ParquetColumns open(String name) throws OutputFailure {
    List<String> wanted = SCHEMA.columns().stream().map(column -> column.name()).toList();
    return ParquetColumns.open(folder.resolve(name), DATA_SET, wanted);
  }

  private static List<String> rows(ParquetColumns columns) throws OutputFailure {
    List<String> rows = new ArrayList<>();
    while (columns.next()) {
      List<Object> row = new ArrayList<>();
      for (String text : List.of("proeftuin", "placement_id", "supplier")) {
        int at = columns.indexOf(text);
        row.add(columns.isFilled(at) ? columns.text(at) : null);
      }
      row.add(columns.day(columns.indexOf("start_date")));
      row.add(columns.number(columns.indexOf("hours_per_week")));
      rows.add(row.toString());
    }
    return rows;
  }

  private static List<Object[]> group(String proeftuin, String... suppliers) {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < suppliers.length; i++) {
      rows.add(row(proeftuin, "p" + i, i, suppliers[i]));
    }
    return rows;
  }

  @Test
  void aGroupMaySayTheSameInAllRowsOrInSomeOrNothing() throws IOException {
    List<List<Object[]>> groups =
        List.of(
            group("a", "x", "x", "x"),
            group("b", null, null),
            group("c", "x", null, "x"),
            group("d", "x", "y"),
            group("e", "z"));
    write("all", groups.get(0), groups.get(1), groups.get(2), groups.get(3), groups.get(4));
    List<String> expected =
        groups.stream()
            .flatMap(List::stream)
            .map(
                row ->
                    Arrays.asList(
                            row[SCHEMA.indexOf("proeftuin")],
                            row[SCHEMA.indexOf("placement_id")],
                            row[SCHEMA.indexOf("supplier")],
                            row[SCHEMA.indexOf("start_date")],
                            row[SCHEMA.indexOf("hours_per_week")])
                        .toString())
            .toList();
    try (ParquetColumns columns = open("all")) {
      assertThat(rows(columns)).isEqualTo(expected);
    }
  }

  @Test
  void aValueIsThatOfAnotherFileWhetherItsGroupSaysTheSameOrNot() throws IOException {
    write("same", group("a", "x", "x", "x"));
    write("others", group("a", "x", "y", "x"));
    List<Boolean> equal = new ArrayList<>();
    try (ParquetColumns same = open("same");
        ParquetColumns others = open("others")) {
      int supplier = same.indexOf("supplier");
      while (same.next() && others.next()) {
        equal.add(same.isValue(supplier, others, supplier));
        assertThat(others.isValue(supplier, same, supplier))
            .isEqualTo(same.isValue(supplier, others, supplier));
        assertThat(same.isValue(supplier, others, same.indexOf("start_date"))).isFalse();
      }
    }
    assertThat(equal).containsExactly(true, false, true);
  }

  @Test
  void groupsBeforeAPairOfValuesGoBy() throws IOException {
    write("all", group("a", "x"), group("b", "x"), group("c", "x"));
    try (ParquetColumns columns = open("all")) {
      columns.passTo("b", "p0");
      assertThat(rows(columns)).hasSize(2).allMatch(row -> !row.startsWith("[a"));
    }
    try (ParquetColumns columns = open("all")) {
      columns.passTo("b", "p1");
      assertThat(rows(columns)).hasSize(1).allMatch(row -> row.startsWith("[c"));
    }
  }

  /** Rows of all types: texts and numbers that come back and that do not, with and without gaps. */
  private static Object[] some(DataSetSchema schema, int number, Random random) {
    Object[] row = new Object[schema.columns().size()];
    for (int i = 0; i < row.length; i++) {
      Column column = schema.columns().get(i);
      if (!column.required() && random.nextInt(1 + i % 5) > 0 && number % 5_000 > 2_000) {
        continue;
      }
      int value = i % 2 == 0 ? number * 31 + i : random.nextInt(1 << i % 11);
      row[i] =
          switch (column.type()) {
            case STRING -> "\u00e9" + value;
            case INTEGER -> (long) value << i;
            case NUMBER -> value / 8.0;
            case DATE -> value;
            case BOOLEAN -> random.nextInt(9) == 0;
            case OBJECT -> throw new IllegalArgumentException("a map");
          };
    }
    return row;
  }

  private static Object cell(ParquetColumns columns, Column column) throws OutputFailure {
    int at = columns.indexOf(column.name());
    if (!columns.isFilled(at)) {
      return null;
    }
    return switch (column.type()) {
      case STRING -> columns.text(at);
      case INTEGER -> columns.whole(at);
      case NUMBER -> columns.number(at);
      case DATE -> columns.day(at);
      case BOOLEAN -> columns.flag(at);
      case OBJECT -> throw new IllegalArgumentException("a map");
    };
  }

  @Test
  void anyRowOfManyPagesSaysWhatWasWritten() throws IOException {
    DataSetSchema schema =
        DataSetSchema.loadAll(
                Path.of(System.getProperty("oogst.root", ".."), "schemas").resolve("datasets"))
            .get("placements");
    Random random = new Random(5);
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < 45_000; i++) {
      rows.add(some(schema, i, random));
    }
    try (var writer = RollingParquetWriter.open(folder, schema, Map.of())) {
      for (Object[] row : rows) {
        writer.write(row);
      }
    }
    List<String> names = schema.columns().stream().map(Column::name).toList();
    try (ParquetColumns columns = ParquetColumns.open(folder, "placements", names);
        ParquetColumns others = ParquetColumns.open(folder, "placements", names)) {
      int each = 1;
      for (int i = 0; i < rows.size(); i++) {
        assertThat(columns.next()).isTrue();
        assertThat(others.next()).isTrue();
        each = i % 100 == 0 ? 1 + random.nextInt(60_000) : each;
        if (i % each == 0) {
          int asked = random.nextInt(names.size());
          Column column = schema.columns().get(asked);
          assertThat(cell(columns, column)).as(column.name()).isEqualTo(rows.get(i)[asked]);
          if (rows.get(i)[asked] != null) {
            assertThat(columns.isValue(asked, others, asked)).as(column.name()).isTrue();
          }
        }
      }
      assertThat(columns.next()).isFalse();
      assertThat(columns.next()).isFalse();
    }
  }

  @Test
  void aValueOfEachTypeIsThatOfAnotherRowOnlyWhenItIsTheSame() throws IOException {
    Object[] row = row("a", "p", 5, "x");
    row[SCHEMA.indexOf("value_eur")] = 8.0;
    List<Object[]> others = new ArrayList<>(List.of(row.clone(), row.clone()));
    others.get(1)[SCHEMA.indexOf("value_eur")] = 9.0;
    others.get(1)[SCHEMA.indexOf("start_date")] = 6;
    others.get(1)[SCHEMA.indexOf("supplier")] = "y";
    write("one", List.of(row, row));
    write("two", others);
    for (String column : List.of("value_eur", "start_date", "supplier")) {
      try (ParquetColumns one = open("one");
          ParquetColumns two = open("two")) {
        int at = one.indexOf(column);
        assertThat(one.next() && two.next() && one.isValue(at, two, at)).as(column).isTrue();
        assertThat(one.next() && two.next() && one.isValue(at, two, at)).as(column).isFalse();
      }
    }
  }
}

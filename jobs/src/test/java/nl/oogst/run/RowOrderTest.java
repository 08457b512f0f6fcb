package nl.oogst.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import nl.oogst.model.DataSetSchema;
import org.junit.jupiter.api.Test;

class RowOrderTest {
  private static final DataSetSchema SCHEMA =
      DataSetSchema.load(
          Path.of(System.getProperty("oogst.root", ".."), "schemas/datasets/trends.json"));

  private static final List<Object> VALUES =
      List.of(
          "",
          "a",
          "ab",
          "a\u0000",
          "a\u0001",
          "a\u0001b",
          "a\u0002",
          "2024",
          "2024-Q1",
          "é",
          0L,
          -1L,
          19_000,
          20_000,
          1.2,
          1.7,
          (long) Integer.MIN_VALUE,
          Integer.MIN_VALUE - 5L,
          Integer.MIN_VALUE - 50L,
          Long.MAX_VALUE,
          Long.MAX_VALUE - 1,
          true,
          false);

  @Test
  void rowsStandInTheOrderOfTheirKeys() {
    Random random = new Random(5);
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      rows.add(row(random));
    }
    RowOrder order = new RowOrder(SCHEMA);
    for (int i = 1; i < rows.size(); i++) {
      Object[] one = rows.get(i - 1);
      Object[] other = rows.get(i);
      assertThat(Integer.signum(order.compare(one, other)))
          .isEqualTo(
              Integer.signum(
                  RowCodec.sortKey(SCHEMA, one).compareTo(RowCodec.sortKey(SCHEMA, other))));
    }
    List<Object[]> expected =
        rows.stream().sorted(Comparator.comparing(row -> RowCodec.sortKey(SCHEMA, row))).toList();
    assertThat(rows.stream().sorted(order).toList()).isEqualTo(expected);
  }

  /** Mostly alike, so that later columns decide. */
  private static Object[] row(Random random) {
    Object[] row = new Object[SCHEMA.columns().size()];
    for (int place : SCHEMA.sortPlaces()) {
      int value = random.nextInt(4 * VALUES.size());
      row[place] =
          value < VALUES.size()
              ? VALUES.get(value)
              : value % 3 == 0 ? null : value % 3 == 1 ? "same" : (Object) 7L;
    }
    return row;
  }
}

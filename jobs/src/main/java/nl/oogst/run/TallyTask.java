package nl.oogst.run;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.Delivery;
import nl.oogst.model.Issue;
import nl.oogst.model.IssueCode;
import nl.oogst.report.IssueTally;
import org.apache.spark.api.java.function.FlatMapFunction;
import scala.Tuple2;

/** Counts the rows of the data set of issues that one partition holds. */
final class TallyTask implements FlatMapFunction<Iterator<Tuple2<String, byte[]>>, byte[]> {
  private static final long serialVersionUID = 1L;

  private final DataSetSchema schema;
  private final HashMap<String, Integer> deliveries = new HashMap<>();
  private final int keep;

  TallyTask(DataSetSchema schema, List<Delivery> deliveries, int keep) {
    this.schema = schema;
    this.keep = keep;
    for (Delivery delivery : deliveries) {
      this.deliveries.put(delivery.proeftuin() + "/" + delivery.folder(), delivery.index());
    }
  }

  @Override
  public Iterator<byte[]> call(Iterator<Tuple2<String, byte[]>> rows) {
    IssueTally tally = new IssueTally(keep);
    while (rows.hasNext()) {
      add(tally, RowCodec.read(rows.next()._2(), schema.columns().size()));
    }
    return List.of(JavaBytes.write(tally)).iterator();
  }

  private void add(IssueTally tally, Object[] row) {
    Object line = value(row, "line");
    Map<String, Integer> numbers = deliveries;
    tally.add(
        numbers.get(text(row, "proeftuin") + "/" + text(row, "delivery")),
        text(row, "file"),
        text(row, "sheet"),
        line == null ? 0 : (Long) line,
        text(row, "entity"),
        new Issue(
            IssueCode.valueOf(text(row, "code").toUpperCase(Locale.ROOT)),
            text(row, "field"),
            text(row, "found"),
            text(row, "expected")));
  }

  private String text(Object[] row, String column) {
    return (String) value(row, column);
  }

  private Object value(Object[] row, String column) {
    return row[schema.indexOf(column)];
  }
}

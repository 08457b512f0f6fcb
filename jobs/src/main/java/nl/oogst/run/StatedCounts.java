package nl.oogst.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import nl.oogst.measure.Cells;
import nl.oogst.measure.CountedFigures;
import nl.oogst.measure.DeliveryQuality;
import nl.oogst.measure.Frame;
import nl.oogst.measure.JobsRealised;
import nl.oogst.measure.Measure;
import nl.oogst.measure.StatementChecks;
import nl.oogst.measure.StatementRules;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.Item;
import nl.oogst.model.Proeftuin;
import nl.oogst.resolve.SmallItems;

/** Brings what proeftuinen state together with what was counted. */
final class StatedCounts {
  private static final String DATA_SET = "statement_checks";

  private final Frame frame;
  private final Definitions definitions;
  private final List<Proeftuin> register;
  private final CountedFigures counted = new CountedFigures();

  StatedCounts(Frame frame, Definitions definitions, List<Proeftuin> register) {
    this.frame = frame;
    this.definitions = definitions;
    this.register = register;
  }

  /** Keeps what stated counts are held against. */
  void count(Measure measure, Cells cells, List<Object[]> rows, DataSetSchema schema) {
    for (StatementRules.Counted against : definitions.statements().measures().values()) {
      if (against.dataSet().equals(schema.name())) {
        counted.add(rows, schema, against.metric());
        if (against.otherwise() != null) {
          counted.add(rows, schema, against.otherwise());
        }
      }
    }
    if (measure instanceof JobsRealised jobs) {
      jobs.unweighted(cells, counted);
    }
  }

  void write(
      List<DeliveryQuality.Delivered> delivered,
      List<SmallItems.Seen> items,
      Names names,
      ToLongFunction<String> keys,
      PublicSets sets)
      throws IOException {
    List<StatementChecks.Stated> stated = new ArrayList<>();
    for (SmallItems.Seen seen : items) {
      if (seen.item() instanceof Item.Statement statement) {
        stated.add(
            new StatementChecks.Stated(
                names.delivery(seen.place().delivery()).proeftuin(), statement));
      }
    }
    StatementChecks checks =
        new StatementChecks(
            frame,
            register,
            definitions.statements(),
            definitions.schemas().codelist("statement_measures"),
            counted,
            setAside(delivered),
            keys);
    sets.writeFromCounts(
        DATA_SET, counting -> checks.rows(stated, definitions.dataSet(DATA_SET), counting));
  }

  /** Proeftuinen of which the newest delivery that was taken in has quarantined rows. */
  private static Set<String> setAside(List<DeliveryQuality.Delivered> delivered) {
    Map<String, DeliveryQuality.Delivered> newest = new TreeMap<>();
    for (DeliveryQuality.Delivered one : delivered) {
      if (!one.refused()) {
        newest.merge(one.proeftuin(), one, (a, b) -> b.date().isBefore(a.date()) ? a : b);
      }
    }
    Set<String> setAside = new TreeSet<>();
    newest.forEach(
        (proeftuin, one) -> {
          if (one.rows().getOrDefault("quarantined", 0L) > 0) {
            setAside.add(proeftuin);
          }
        });
    return setAside;
  }
}

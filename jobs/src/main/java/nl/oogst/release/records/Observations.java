package nl.oogst.release.records;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import nl.oogst.model.Days;
import nl.oogst.model.Fixed;
import nl.oogst.release.OutputFailure;
import nl.oogst.release.ParquetSetReader;
import nl.oogst.resolve.ResolvedPlacement.Observation;

/**
 * What each delivery showed of the records of a release, in the order of the records: the states of
 * the history on their peildatum, and the same state again on the date of each later delivery of
 * placements up to the last that showed the record.
 */
public final class Observations implements Closeable {
  private final ParquetSetReader history;
  private final Map<String, Set<Integer>> deliveries;
  private Object[] next;

  private Observations(ParquetSetReader history, Map<String, Set<Integer>> deliveries)
      throws OutputFailure {
    this.history = history;
    this.deliveries = deliveries;
    this.next = history.next();
  }

  /**
   * Opens those of a release.
   *
   * @param release its folder
   */
  public static Observations open(Path release) throws OutputFailure {
    var folder = release.resolve("restricted");
    Map<String, Set<Integer>> deliveries = new HashMap<>();
    try (var ledger = ParquetSetReader.open(folder, "ledger", null)) {
      for (var row = ledger.next(); row != null; row = ledger.next()) {
        if ("placement".equals(row[ledger.indexOf("entity")])) {
          var name = (String) row[ledger.indexOf("delivery")];
          deliveries
              .computeIfAbsent((String) row[ledger.indexOf("proeftuin")], p -> new TreeSet<>())
              .add(Days.of(java.time.LocalDate.parse(name.substring(0, 10))));
        }
      }
    }
    return new Observations(ParquetSetReader.open(folder, "placement_history", null), deliveries);
  }

  /** Those of a record, which comes after the one before it. */
  public List<Observation> of(ReleasedRecord record) throws OutputFailure {
    List<Observation> states = new ArrayList<>();
    history.passTo(record.proeftuin());
    while (next != null && key().compareTo(record.key()) <= 0) {
      if (key().equals(record.key())) {
        var hours = (Double) next[history.indexOf("hours_per_week")];
        states.add(
            new Observation(
                (Integer) next[history.indexOf("peildatum")],
                hours == null ? Fixed.NONE : Fixed.of(java.math.BigDecimal.valueOf(hours)),
                Objects.equals(next[history.indexOf("contract_form")], "permanent")));
      }
      next = history.next();
    }
    return between(states, record);
  }

  private List<Observation> between(List<Observation> states, ReleasedRecord record) {
    List<Observation> all = new ArrayList<>(states);
    for (int day : deliveries.getOrDefault(record.proeftuin(), Set.of())) {
      Observation shown = null;
      for (Observation state : states) {
        shown = state.peildatum() <= day ? state : shown;
      }
      if (shown != null && shown.peildatum() != day && day <= record.lastPeildatum()) {
        all.add(new Observation(day, shown.hoursPerWeek(), shown.permanent()));
      }
    }
    return all;
  }

  private String key() {
    return ReleasedRecord.key(
        (String) next[history.indexOf("proeftuin")],
        (String) next[history.indexOf("placement_id")]);
  }

  @Override
  public void close() throws OutputFailure {
    history.close();
  }
}

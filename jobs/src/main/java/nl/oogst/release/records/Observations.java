package nl.oogst.release.records;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.oogst.model.Days;
import nl.oogst.model.Fixed;
import nl.oogst.release.OutputFailure;
import nl.oogst.release.ParquetColumns;
import nl.oogst.release.ParquetSetReader;
import nl.oogst.resolve.ResolvedPlacement.Observation;

/**
 * What each delivery showed of the records of a release, in the order of the records: the states of
 * the history on their peildatum, and the same state again on the date of each later delivery of
 * placements up to the last that showed the record.
 */
public final class Observations implements Closeable {
  private static final List<String> COLUMNS =
      List.of("proeftuin", "placement_id", "peildatum", "hours_per_week", "contract_form");

  private final ParquetColumns history;
  private final RowsByPlacement rows;
  private final Map<String, Set<Integer>> deliveries;

  private Observations(ParquetColumns history, Map<String, Set<Integer>> deliveries) {
    this.history = history;
    this.rows = new RowsByPlacement(history);
    this.deliveries = deliveries;
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
    return new Observations(ParquetColumns.open(folder, "placement_history", COLUMNS), deliveries);
  }

  /** Those of a record, which comes after the one before it. */
  public List<Observation> of(ReleasedRecord record) throws OutputFailure {
    List<Observation> states = new ArrayList<>();
    rows.of(record.proeftuin(), record.state().placementId());
    while (rows.next()) {
      states.add(observation());
    }
    return between(states, record);
  }

  private Observation observation() throws OutputFailure {
    int hours = history.indexOf("hours_per_week");
    int form = history.indexOf("contract_form");
    return new Observation(
        history.day(history.indexOf("peildatum")),
        history.isFilled(hours) ? Fixed.of(history.number(hours)) : Fixed.NONE,
        history.isFilled(form) && history.text(form).equals("permanent"));
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

  @Override
  public void close() throws OutputFailure {
    rows.close();
  }
}

package nl.oogst.release.revision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.oogst.model.Days;

/** A placement of a {@link TrialRelease}, which can be told otherwise column by column. */
final class TrialPlacement {
  private final Map<String, Object> cells;
  private final Map<Integer, Double> hours;
  private final List<Map<String, Object>> history;

  private TrialPlacement(
      Map<String, Object> cells, Map<Integer, Double> hours, List<Map<String, Object>> history) {
    this.cells = new HashMap<>(cells);
    this.hours = new TreeMap<>(hours);
    this.history = new ArrayList<>(history);
  }

  /** A job since a day, with nothing in the fields that may be empty. */
  static TrialPlacement of(String proeftuin, String id, String personId, LocalDate start) {
    Map<String, Object> cells = new HashMap<>();
    cells.put("proeftuin", proeftuin);
    cells.put("placement_id", id);
    cells.put("person_id", personId);
    cells.put("organisation", "BZK");
    cells.put("attribution", "supplier");
    cells.put("contract_form", "temporary");
    cells.put("target_group", "participatiewet");
    cells.put("start_date", Days.of(start));
    cells.put("hours_per_week", 24.0);
    cells.put("has_link", false);
    cells.put("is_job", true);
    cells.put("vanished", false);
    cells.put("delivery", "2025-06-30");
    cells.put("file", "plaatsingen.csv");
    cells.put("line", 2L);
    var one = new TrialPlacement(cells, Map.of(), List.of());
    return one.alone()
        .seen(LocalDate.of(2025, 6, 30))
        .with("first_peildatum", one.day("known_until"));
  }

  TrialPlacement copy() {
    return new TrialPlacement(cells, hours, history);
  }

  String proeftuin() {
    return (String) cells.get("proeftuin");
  }

  String id() {
    return (String) cells.get("placement_id");
  }

  String own() {
    return FormerPersons.own(proeftuin(), (String) cells.get("person_id"));
  }

  int day(String column) {
    return (Integer) cells.get(column);
  }

  Object cell(String column) {
    return cells.get(column);
  }

  TrialPlacement with(String column, Object value) {
    cells.put(column, value);
    return this;
  }

  /** A person and a job of its own. */
  TrialPlacement alone() {
    return with("person", own()).job(proeftuin() + "/" + id(), 1);
  }

  TrialPlacement job(String id, int records) {
    return with("job_id", id).with("job_records", (long) records).with("weight", 1.0 / records);
  }

  /** Shown again by a delivery, in the state that it has. */
  TrialPlacement seen(LocalDate peildatum) {
    with("last_peildatum", Days.of(peildatum)).with("known_until", Days.of(peildatum));
    Map<String, Object> state = new HashMap<>(cells);
    state.put("peildatum", Days.of(peildatum));
    state.put("delivery", peildatum.toString());
    history.add(state);
    return this;
  }

  /** Paid in a month of 28 days. */
  TrialPlacement paid(int year, int month, double paidHours) {
    hours.put(Days.of(year, month, 1), paidHours);
    return this;
  }

  TrialPlacement notPaid(int year, int month) {
    hours.remove(Days.of(year, month, 1));
    return this;
  }

  List<Map<String, Object>> rows() {
    return List.of(cells);
  }

  List<Map<String, Object>> hoursRows() {
    List<Map<String, Object>> rows = new ArrayList<>();
    hours.forEach(
        (start, amount) -> {
          Map<String, Object> row = new HashMap<>(cells);
          row.put("period_start", start);
          row.put("period_end", start + 27);
          row.put("hours", amount);
          rows.add(row);
        });
    return rows;
  }

  List<Map<String, Object>> historyRows() {
    return history;
  }

  /** A row for each delivery that showed it; the same one more than once does no harm. */
  List<Map<String, Object>> ledgerRows() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Map<String, Object> state : history) {
      Map<String, Object> row = new HashMap<>();
      row.put("proeftuin", proeftuin());
      row.put("delivery", state.get("delivery"));
      row.put("file", "plaatsingen.csv");
      row.put("entity", "placement");
      for (String state0 :
          List.of("rows", "accepted", "superseded", "duplicate", "quarantined", "not_a_record")) {
        row.put(state0, 1L);
      }
      rows.add(row);
    }
    return rows;
  }
}

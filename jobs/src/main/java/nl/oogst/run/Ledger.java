package nl.oogst.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.oogst.measure.DeliveryQuality;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.Delivery;
import nl.oogst.model.IssueCode;

/**
 * The account of every row: rows = accepted + superseded + duplicate + quarantined + not a record,
 * per file, delivery and run. A row that is in no state, or in two, stops the run.
 */
final class Ledger {
  /** The states, in the order of the columns. */
  static final List<String> STATES =
      List.of("accepted", "superseded", "duplicate", "quarantined", "not_a_record");

  private static final String ROWS = "rows";

  /** Where rows stand. */
  private record Place(int delivery, String file, String entity) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      if (delivery != other.delivery) {
        return Integer.compare(delivery, other.delivery);
      }
      int byFile = file.compareTo(other.file);
      return byFile != 0 ? byFile : entity.compareTo(other.entity);
    }
  }

  private final Map<Place, Map<String, Long>> counts = new TreeMap<>();
  private final Map<Integer, Map<String, Long>> issues = new TreeMap<>();
  private final List<Delivery> deliveries;
  private final Set<Integer> refused;

  Ledger(List<Delivery> deliveries, Intake intake, Resolved resolved) {
    this.deliveries = deliveries;
    this.refused = intake.refused();
    Names names = intake.names();
    Map<Integer, Integer> deliveryOf = new TreeMap<>();
    for (FileReport report : intake.reports()) {
      if (refused.contains(report.delivery())) {
        continue;
      }
      report
          .counts()
          .forEach(
              (key, rows) -> {
                int slash = key.indexOf('/');
                int file = Names.number(report.file(), Integer.parseInt(key.substring(0, slash)));
                deliveryOf.put(file, report.delivery());
                Place place =
                    new Place(report.delivery(), names.file(file), key.substring(slash + 1));
                add(place, ROWS, rows.rows());
                add(place, "quarantined", rows.quarantinedRows());
                add(place, "not_a_record", rows.notARecords());
              });
      report.issues().forEach((code, n) -> issue(report.delivery(), code, n));
    }
    resolved
        .rows()
        .forEach(
            (key, rows) -> {
              String[] parts = key.split("/", -1);
              int file = Integer.parseInt(parts[0]);
              add(new Place(deliveryOf.get(file), names.file(file), parts[1]), parts[2], rows);
            });
    resolved.issues.forEach(
        (key, n) -> {
          String[] parts = key.split("/", -1);
          issue(Integer.parseInt(parts[0]), parts[1], n);
        });
    counts.forEach(Ledger::check);
    empty().forEach(delivery -> issue(delivery, IssueCode.DELIVERY_EMPTY.code(), 1));
  }

  /** The deliveries that were taken in and hold no row at all. */
  List<Integer> empty() {
    Set<Integer> filled = new HashSet<>(refused);
    counts.forEach(
        (place, states) -> {
          if (states.getOrDefault(ROWS, 0L) > 0) {
            filled.add(place.delivery());
          }
        });
    return deliveries.stream()
        .map(Delivery::index)
        .filter(delivery -> !filled.contains(delivery))
        .toList();
  }

  private void add(Place place, String what, long rows) {
    counts.computeIfAbsent(place, p -> new TreeMap<>()).merge(what, rows, Long::sum);
  }

  private void issue(int delivery, String code, long n) {
    issues.computeIfAbsent(delivery, d -> new TreeMap<>()).merge(code, n, Long::sum);
  }

  private static void check(Place place, Map<String, Long> states) {
    long inStates = STATES.stream().mapToLong(state -> states.getOrDefault(state, 0L)).sum();
    if (inStates != states.getOrDefault(ROWS, 0L)) {
      throw new IllegalStateException(
          "the ledger does not add up for "
              + place.file()
              + " of "
              + place.entity()
              + ": "
              + states);
    }
  }

  List<Object[]> rows(DataSetSchema schema) {
    List<Object[]> rows = new ArrayList<>();
    counts.forEach(
        (place, states) -> {
          Object[] row = new Object[schema.columns().size()];
          Delivery delivery = deliveries.get(place.delivery());
          row[schema.indexOf("proeftuin")] = delivery.proeftuin();
          row[schema.indexOf("delivery")] = delivery.folder();
          row[schema.indexOf("file")] = place.file();
          row[schema.indexOf("entity")] = place.entity().isEmpty() ? null : place.entity();
          row[schema.indexOf(ROWS)] = states.getOrDefault(ROWS, 0L);
          for (String state : STATES) {
            row[schema.indexOf(state)] = states.getOrDefault(state, 0L);
          }
          rows.add(row);
        });
    return rows;
  }

  /** Rows of the whole run by state, with their total under {@code rows}. */
  Map<String, Long> totals() {
    Map<String, Long> totals = new TreeMap<>();
    counts
        .values()
        .forEach(states -> states.forEach((state, n) -> totals.merge(state, n, Long::sum)));
    return totals;
  }

  /** Rows of one delivery by state, with their total under {@code rows}; empty without rows. */
  Map<String, Long> totals(int delivery) {
    Map<String, Long> totals = new TreeMap<>();
    counts.forEach(
        (place, states) -> {
          if (place.delivery() == delivery) {
            states.forEach((state, n) -> totals.merge(state, n, Long::sum));
          }
        });
    return totals;
  }

  /** The deliveries with their rows by state and issues by code, for the public quality figures. */
  List<DeliveryQuality.Delivered> delivered() {
    Map<Integer, Map<String, Long>> byDelivery = new TreeMap<>();
    counts.forEach(
        (place, states) ->
            states.forEach(
                (state, n) ->
                    byDelivery
                        .computeIfAbsent(place.delivery(), d -> new TreeMap<>())
                        .merge(state, n, Long::sum)));
    List<DeliveryQuality.Delivered> delivered = new ArrayList<>();
    for (Delivery delivery : deliveries) {
      if (!delivery.date().equals(LocalDate.MIN)) {
        delivered.add(
            new DeliveryQuality.Delivered(
                delivery.proeftuin(),
                delivery.date(),
                refused.contains(delivery.index()),
                byDelivery.getOrDefault(delivery.index(), Map.of()),
                issues.getOrDefault(delivery.index(), Map.of())));
      }
    }
    return delivered;
  }

  /** How many records of a delivery were quarantined. */
  record Quarantined(long rows, long records) {
    /** Between 0 and 1; 0 without records. */
    double share() {
      return records == 0 ? 0 : rows / (double) records;
    }
  }

  Quarantined quarantined(int delivery) {
    long quarantined = 0;
    long records = 0;
    for (Map.Entry<Place, Map<String, Long>> entry : counts.entrySet()) {
      if (entry.getKey().delivery() == delivery) {
        Map<String, Long> states = entry.getValue();
        quarantined += states.getOrDefault("quarantined", 0L);
        records += states.getOrDefault(ROWS, 0L) - states.getOrDefault("not_a_record", 0L);
      }
    }
    return new Quarantined(quarantined, records);
  }
}

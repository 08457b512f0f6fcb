package nl.oogst.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.Period;
import nl.oogst.model.Proeftuin;

/**
 * How each proeftuin delivered: what was expected and came, late or not at all, and what became of
 * the rows. Counts of rows are about persons too; they are rounded with a key of their own, since
 * the persons behind rows that cannot be read are not known.
 */
public final class DeliveryQuality {
  private static final List<String> STATES =
      List.of("accepted", "superseded", "duplicate", "quarantined", "not_a_record");

  /**
   * A delivery with what became of its rows.
   *
   * @param rows by state of the ledger
   * @param issues by code
   */
  public record Delivered(
      String proeftuin,
      LocalDate date,
      boolean refused,
      Map<String, Long> rows,
      Map<String, Long> issues) {}

  /**
   * How often a proeftuin is expected to deliver.
   *
   * @param months the length of a span, counted from 1 January
   * @param graceDays days after the end of a span before a delivery is late
   */
  public record Rhythm(int months, int graceDays) {}

  private final Frame frame;
  private final List<Proeftuin> register;
  private final Map<String, Rhythm> rhythms;
  private final Map<String, List<Delivered>> deliveries = new HashMap<>();
  private final ToLongFunction<String> keys;

  /**
   * A quality report over all deliveries of a run.
   *
   * @param rhythms of every proeftuin of the register
   * @param keys a rounding key for a text that names a cell and its count
   */
  public DeliveryQuality(
      Frame frame,
      List<Proeftuin> register,
      Map<String, Rhythm> rhythms,
      List<Delivered> delivered,
      ToLongFunction<String> keys) {
    this.frame = frame;
    this.register = List.copyOf(register);
    this.rhythms = Map.copyOf(rhythms);
    this.keys = keys;
    delivered.stream()
        .sorted(Comparator.comparing(Delivered::date))
        .forEach(d -> deliveries.computeIfAbsent(d.proeftuin(), p -> new ArrayList<>()).add(d));
  }

  /** A row for each proeftuin of the register and each period it runs in. */
  public List<Object[]> rows(DataSetSchema schema) {
    Rows rows = new Rows(schema, frame);
    List<Object[]> all = new ArrayList<>();
    for (Proeftuin proeftuin : register) {
      List<Delivered> its = deliveries.getOrDefault(proeftuin.id(), List.of());
      for (Period period : frame.periods()) {
        Object[] row = rows.start(period);
        rows.set(row, "breakdown", "proeftuin");
        rows.set(row, "proeftuin", proeftuin.id());
        expectations(rows, row, proeftuin, its, period);
        counts(rows, row, proeftuin.id(), its, period);
        all.add(row);
      }
    }
    return all;
  }

  private void expectations(
      Rows rows, Object[] row, Proeftuin proeftuin, List<Delivered> its, Period period) {
    Rhythm rhythm = rhythms.get(proeftuin.id());
    long expected = 0;
    long came = 0;
    long late = 0;
    long missing = 0;
    for (LocalDate end : spanEnds(rhythm, proeftuin)) {
      if (end.isBefore(period.start()) || end.isAfter(period.end())) {
        continue;
      }
      expected++;
      LocalDate next = end.plusDays(1).plusMonths(rhythm.months()).minusDays(1);
      LocalDate on =
          its.stream()
              .filter(d -> !d.refused() && !d.date().isBefore(end) && d.date().isBefore(next))
              .map(Delivered::date)
              .findFirst()
              .orElse(null);
      if (on == null) {
        missing += next.isAfter(frame.asOf()) ? 0 : 1;
        continue;
      }
      came++;
      if (on.isAfter(end.plusDays(rhythm.graceDays()))) {
        late++;
      }
    }
    rows.set(row, "expected", expected);
    rows.set(row, "late", late);
    rows.set(row, "missing", missing);
    rows.set(
        row,
        "completeness",
        came + missing == 0 ? null : (Object) (came / (double) (came + missing)));
  }

  /** The ends of the spans that the proeftuin ran in, up to the as-of date. */
  private List<LocalDate> spanEnds(Rhythm rhythm, Proeftuin proeftuin) {
    LocalDate from = proeftuin.start() == null ? frame.first() : proeftuin.start();
    List<LocalDate> ends = new ArrayList<>();
    LocalDate start = LocalDate.of(from.getYear(), 1, 1);
    while (true) {
      LocalDate end = start.plusMonths(rhythm.months()).minusDays(1);
      boolean over = proeftuin.end() != null && start.isAfter(proeftuin.end());
      if (over || end.isAfter(frame.asOf())) {
        return ends;
      }
      if (!end.isBefore(from)) {
        ends.add(end);
      }
      start = end.plusDays(1);
    }
  }

  private void counts(
      Rows rows, Object[] row, String proeftuin, List<Delivered> its, Period period) {
    Map<String, Long> states = new TreeMap<>();
    Map<String, Long> issues = new TreeMap<>();
    long delivered = 0;
    long refused = 0;
    for (Delivered delivery : its) {
      if (delivery.date().isBefore(period.start()) || delivery.date().isAfter(period.end())) {
        continue;
      }
      delivered += delivery.refused() ? 0 : 1;
      refused += delivery.refused() ? 1 : 0;
      delivery.rows().forEach((state, count) -> states.merge(state, count, Long::sum));
      delivery.issues().forEach((code, count) -> issues.merge(code, count, Long::sum));
    }
    rows.set(row, "delivered", delivered);
    rows.set(row, "refused", refused);
    String cell = proeftuin + "/" + period + "/";
    for (String state : STATES) {
      rows.set(row, "rows_" + state, count(cell + state, states.getOrDefault(state, 0L)));
    }
    TreeMap<String, Figure.Sum> byCode = new TreeMap<>();
    issues.forEach((code, count) -> byCode.put(code, count(cell + code, count)));
    rows.set(row, "issues", new Figure.Counts(byCode));
  }

  private Figure.Sum count(String cell, long count) {
    return new Figure.Sum(count, keys.applyAsLong("deliveries/" + cell + "/" + count), 1, count);
  }
}

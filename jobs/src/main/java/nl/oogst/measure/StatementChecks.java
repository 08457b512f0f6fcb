package nl.oogst.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import nl.oogst.model.CodeList;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.Fixed;
import nl.oogst.model.Item;
import nl.oogst.model.Period;
import nl.oogst.model.Proeftuin;

/**
 * What proeftuinen state beside what is counted from their records, with the difference explained
 * as far as it can be. A statement is about the persons that the records are about: in public both
 * are rounded with the key of the counted cell, so that one tells nothing that the other does not.
 */
public final class StatementChecks {

  /** A statement of a proeftuin. */
  public record Stated(String proeftuin, Item.Statement statement) {}

  /** A row, with what it adds to the row of all proeftuinen. */
  private static final class Row {
    private final Object[] values;
    private final String measure;
    private final Period period;
    private final Check check;

    Row(Object[] values, String measure, Period period, Check check) {
      this.values = values;
      this.measure = measure;
      this.period = period;
      this.check = check;
    }
  }

  /**
   * One statement held against records.
   *
   * @param counted null when there is nothing to compare with
   */
  private record Check(Double stated, Double counted, boolean records) {}

  private final Frame frame;
  private final List<Proeftuin> register;
  private final StatementRules rules;
  private final CodeList measures;
  private final CountedFigures counted;
  private final Set<String> quarantined;
  private final ToLongFunction<String> keys;

  /**
   * The checks of a run.
   *
   * @param measures the code list of what may be stated
   * @param counted what was counted from records
   * @param quarantined proeftuinen of which the newest delivery has rows set aside
   * @param keys a rounding key for a text that names a statement
   */
  public StatementChecks(
      Frame frame,
      List<Proeftuin> register,
      StatementRules rules,
      CodeList measures,
      CountedFigures counted,
      Set<String> quarantined,
      ToLongFunction<String> keys) {
    this.frame = frame;
    this.register = register;
    this.rules = rules;
    this.measures = measures;
    this.counted = counted;
    this.quarantined = quarantined;
    this.keys = keys;
  }

  /** A row for each statement, and one for all proeftuinen that state a measure for a period. */
  public List<Object[]> rows(List<Stated> statements, DataSetSchema schema, Counting counting) {
    Rows rows = new Rows(schema, frame);
    List<Row> all = new ArrayList<>();
    for (Stated stated : statements) {
      all.add(row(rows, stated, counting));
    }
    List<Object[]> values = new ArrayList<>();
    all.forEach(row -> values.add(row.values));
    Map<String, Map<Period, List<Row>>> groups = new TreeMap<>();
    for (Row row : all) {
      if (row.check != null) {
        groups
            .computeIfAbsent(row.measure, m -> new TreeMap<>())
            .computeIfAbsent(row.period, p -> new ArrayList<>())
            .add(row);
      }
    }
    groups.forEach(
        (measure, byPeriod) ->
            byPeriod.forEach(
                (period, its) -> values.add(total(rows, measure, period, its, counting))));
    return values;
  }

  private Row row(Rows rows, Stated stated, Counting counting) {
    Item.Statement statement = stated.statement();
    Period period = statement.period();
    Object[] row = rows.start(period);
    rows.set(row, "breakdown", "proeftuin");
    rows.set(row, "proeftuin", stated.proeftuin());
    rows.set(row, "organisation", statement.organisation());
    rows.set(row, "target_group", statement.targetGroup());
    rows.set(row, "route", statement.route());
    rows.set(row, "attribution", statement.attribution());
    rows.set(row, "contract_form", statement.contractForm());
    measure(rows, row, statement.measure());
    StatementRules.Counted against = rules.measures().get(statement.measure());
    boolean records = counted.hasRecords(stated.proeftuin());
    List<Figure.Sum> parts =
        against == null || isBrokenDown(statement)
            ? List.of()
            : counted.parts(stated.proeftuin(), period, against.dataSet(), against.metric());
    boolean comparable = !parts.isEmpty() && !(against.onePart() && parts.size() > 1);
    Double value = stated(stated, against, parts, counting);
    Double found = comparable ? sum(parts, against, period, counting) : null;
    rows.set(row, "stated", value);
    rows.set(row, "counted", found);
    Double difference = value == null || found == null ? null : (Double) (value - found);
    rows.set(row, "difference", difference);
    String explanation =
        !records
            ? "only_stated"
            : difference == null
                ? "not_comparable"
                : explain(stated, against, difference, value, counting);
    rows.set(row, "explanation", explanation);
    rows.set(row, "disclosure", counting.disclosure(value != null));
    boolean adds = against != null && !isBrokenDown(statement) && (comparable || !records);
    return new Row(
        row, statement.measure(), period, adds ? new Check(value, found, records) : null);
  }

  private void measure(Rows rows, Object[] row, String measure) {
    rows.set(row, "measure", measure);
    rows.set(row, "unit", measures.code(measure).map(c -> c.extra().get("unit")).orElse(null));
    StatementRules.Counted against = rules.measures().get(measure);
    rows.set(row, "counted_metric", against == null ? null : against.metric());
  }

  private static boolean isBrokenDown(Item.Statement s) {
    return Stream.of(
            s.organisation(), s.targetGroup(), s.route(), s.attribution(), s.contractForm())
        .anyMatch(dimension -> dimension != null);
  }

  /** The stated number as a zone may know it; null where nothing is known of what it is about. */
  private Double stated(
      Stated stated, StatementRules.Counted against, List<Figure.Sum> parts, Counting counting) {
    Item.Statement statement = stated.statement();
    double value = Fixed.toDouble(statement.value());
    long key = 0;
    double largest = 0;
    long persons = 0;
    for (Figure.Sum part : parts) {
      key += part.cellKey();
      largest = Math.max(largest, part.largest());
      persons += part.persons();
    }
    if (persons == 0) {
      key = keys.applyAsLong("statements/" + stated.proeftuin() + "/" + statement);
    }
    String kind = against == null ? null : against.rounding();
    return counting.amount(
        new Figure.Sum(value, key, largest, persons), kind, statement.period().type());
  }

  private static Double sum(
      List<Figure.Sum> parts, StatementRules.Counted against, Period period, Counting counting) {
    double sum = 0;
    for (Figure.Sum part : parts) {
      Double value = counting.amount(part, against.rounding(), period.type());
      if (value == null) {
        return null;
      }
      sum += value;
    }
    return sum;
  }

  /** The first explanation that fits, from what is surest to what is only possible. */
  private String explain(
      Stated stated,
      StatementRules.Counted against,
      double difference,
      double value,
      Counting counting) {
    Period period = stated.statement().period();
    double tolerance = counting.tolerance(against.rounding(), period.type());
    if (Math.abs(difference) <= tolerance) {
      return difference == 0 || tolerance < 1 ? "agrees" : "within_rounding";
    }
    if (fits(stated, against, period, against.metric() + CountedFigures.UNWEIGHTED, counting)) {
      return "counted_once";
    }
    if (against.otherwise() != null
        && fits(stated, against, period, against.otherwise(), counting)) {
      return "other_definition";
    }
    for (int step = -1; step <= 1; step += 2) {
      if (fits(stated, against, moved(period, step), against.metric(), counting)) {
        return "other_period";
      }
    }
    for (int round : rules.roundNumbers()) {
      if (value % round == 0 && Math.abs(difference) <= round / 2.0) {
        return "stated_rounded";
      }
    }
    Frame.Coverage coverage = frame.coverage().get(period);
    if (coverage != null && coverage.provisional()) {
      return "provisional";
    }
    return difference > 0 && quarantined.contains(stated.proeftuin())
        ? "quarantined_rows"
        : "unexplained";
  }

  private boolean fits(
      Stated stated,
      StatementRules.Counted against,
      Period period,
      String metric,
      Counting counting) {
    List<Figure.Sum> parts = counted.parts(stated.proeftuin(), period, against.dataSet(), metric);
    Double other = parts.isEmpty() ? null : sum(parts, against, period, counting);
    Double value = stated(stated, against, parts, counting);
    return other != null && value != null && other > 0 && Math.abs(value - other) < 0.5;
  }

  private static Period moved(Period period, int step) {
    if (period.isYear()) {
      return Period.year(period.year() + step);
    }
    int quarter = period.year() * 4 + period.quarter() - 1 + step;
    return new Period(Math.floorDiv(quarter, 4), Math.floorMod(quarter, 4) + 1);
  }

  /**
   * All proeftuinen that state a measure for a period: how many, and what those without records
   * say.
   */
  private Object[] total(
      Rows rows, String measure, Period period, List<Row> its, Counting counting) {
    Object[] row = rows.start(period);
    rows.set(row, "breakdown", "all");
    measure(rows, row, measure);
    Set<String> stating = new TreeSet<>();
    double stated = 0;
    double found = 0;
    double only = 0;
    long withoutRecords = 0;
    boolean complete = true;
    for (Row one : its) {
      Check check = one.check;
      complete &= check.stated() != null && (check.counted() != null || !check.records());
      double value = check.stated() == null ? 0 : check.stated();
      if (check.records()) {
        stated += value;
        found += check.counted() == null ? 0 : check.counted();
      } else {
        only += value;
        withoutRecords++;
      }
      stating.add((String) rows.get(one.values, "proeftuin"));
    }
    rows.set(row, "stated", stated);
    rows.set(row, "counted", found);
    rows.set(row, "difference", stated - found);
    rows.set(row, "stated_without_records", only);
    rows.set(row, "stating", (long) stating.size());
    rows.set(row, "stating_without_records", withoutRecords);
    long running = register.stream().filter(p -> p.runsIn(period)).count();
    rows.set(row, "statement_coverage", running == 0 ? null : stating.size() / (double) running);
    rows.set(row, "disclosure", counting.disclosure(complete));
    return row;
  }
}

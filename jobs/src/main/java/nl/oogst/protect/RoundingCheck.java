package nl.oogst.protect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.oogst.model.Column;
import nl.oogst.model.DataSetSchema;

/**
 * Whether published figures are what the rule makes of the exact ones, as far as that can be seen
 * without the key: a multiple of the base, less than a base away, zero where the figure is zero.
 */
public final class RoundingCheck {
  private static final double EPSILON = 1e-9;

  private final DisclosureRules rules;
  private final TableCells table;
  private final List<String> problems = new ArrayList<>();
  private long checked;

  private RoundingCheck(TableCells table, DisclosureRules rules) {
    this.table = table;
    this.rules = rules;
  }

  /** How many figures were looked at, and those that are wrong, a line each without values. */
  public record Result(long checked, List<String> problems) {}

  /** Checks one data set. */
  public static Result check(GateTable table, DisclosureRules rules) {
    if (!TableCells.fits(table.schema(), rules.bases().keySet())) {
      return new Result(0, List.of());
    }
    RoundingCheck check = new RoundingCheck(new TableCells(table, rules.bases().keySet()), rules);
    for (int row = 0; row < check.table.rows(); row++) {
      check.row(row);
    }
    return new Result(check.checked, check.problems);
  }

  private void row(int row) {
    DataSetSchema schema = table.schema();
    Object[] published = table.published(row);
    Object[] exact = table.exact(row);
    for (int i = 0; i < schema.columns().size(); i++) {
      Column column = schema.columns().get(i);
      boolean says = column.role() == Column.Role.DIMENSION || column.role() == Column.Role.PERIOD;
      if (says && !java.util.Objects.equals(published[i], exact[i])) {
        problems.add(
            String.format(
                Locale.ROOT,
                "%s row %d: its exact row is about something else",
                schema.name(),
                row + 1));
        return;
      }
      if ("share".equals(column.rounding()) && published[i] instanceof Double share) {
        checked++;
        double steps = share * rules.shareSteps();
        if (column.name().startsWith("ci_") && Math.abs(Math.rint(steps) - steps) > EPSILON) {
          wrong(row, column.name(), "is no whole step");
        }
      }
    }
    boolean withheld = "withheld".equals(published[schema.indexOf("disclosure")]);
    for (TableCells.Measure measure : table.measures()) {
      if (table.aboutPersons(row, measure)) {
        figure(row, measure, withheld);
      }
    }
  }

  private void figure(int row, TableCells.Measure measure, boolean withheld) {
    Double published = measure.of(table.published(row));
    Double exact = measure.of(table.exact(row));
    if (published == null || exact == null) {
      if (published != null || (exact != null && !withheld)) {
        wrong(row, measure.name(), "is not there in both zones");
      }
      return;
    }
    checked++;
    double base = rules.base(measure.kind(), table.periodType(row));
    double multiple = published / base;
    if (Math.abs(Math.rint(multiple) - multiple) > EPSILON) {
      wrong(row, measure.name(), "is no multiple of the base");
    } else if (Math.abs(published - exact) >= base) {
      wrong(row, measure.name(), "is a base or more away from the exact figure");
    } else if (exact == 0 && published != 0) {
      wrong(row, measure.name(), "is not zero where the exact figure is");
    }
  }

  private void wrong(int row, String measure, String what) {
    String words = table.words(row);
    problems.add(
        "%s %s in %s, %s: %s"
            .formatted(
                table.schema().name(),
                measure,
                table.period(row),
                words.isEmpty() ? "total" : words,
                what));
  }
}

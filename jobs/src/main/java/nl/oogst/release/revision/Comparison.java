package nl.oogst.release.revision;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nl.oogst.model.DataSetSchema;

/**
 * The figures of a data set in two releases.
 *
 * @param way by which the one became the other; null when that is not known
 */
record Comparison(DataSetSchema schema, Table old, Table now, Way way) {
  private static final String INDICATORS = "sustainability_indicators";
  private static final int DECIMALS = 6;
  private static final double PARTS = 1e6;

  /** Below this, figures that lie beside each other differ in less than half a part. */
  private static final double FEW = 1e9;

  /** The figures of the steps between. */
  record Way(Table underNewRules, Table told, Table corrected) {}

  /** Periods that the earlier release did not have yet are new, not revised. */
  List<Revision> revisions() {
    var found = new ArrayList<Revision>();
    for (var key : now.differing(old)) {
      var cell = now.row(key) == null ? old.row(key) : now.row(key);
      if (old.covers(cell)) {
        compare(key, cell, found);
      }
    }
    return found;
  }

  private void compare(String key, Object[] cell, List<Revision> found) {
    var oldRow = old.row(key);
    var nowRow = now.row(key);
    for (int i = 0; i < now.measures().size(); i++) {
      var oldFigure = old.figure(oldRow, i);
      var nowFigure = now.figure(nowRow, i);
      if (Objects.equals(oldFigure, nowFigure)) {
        continue;
      }
      var before = number(oldFigure);
      var after = number(nowFigure);
      if (!same(before, after) && differs(before, after, oldRow != null)) {
        var parts =
            isOfRecords(cell) ? parts(key, i, before, after) : Optional.<Revision.Parts>empty();
        var measure = now.measures().get(i);
        found.add(new Revision(schema.name(), Arrays.asList(cell), measure, before, after, parts));
      }
    }
  }

  /** What proeftuinen deliver as a figure follows no cohort; there are no records behind it. */
  private boolean isOfRecords(Object[] cell) {
    return !schema.name().equals(INDICATORS) || cell[schema.indexOf("cohort")] != null;
  }

  private static boolean same(BigDecimal before, BigDecimal after) {
    if (before == null || after == null) {
      return before == null && after == null;
    }
    return before.compareTo(after) == 0;
  }

  /** A cell that was not there is no change as long as nothing is in it. */
  private static boolean differs(BigDecimal before, BigDecimal after, boolean wasThere) {
    return wasThere || Revision.or(after).compareTo(Revision.or(before)) != 0;
  }

  private Optional<Revision.Parts> parts(
      String key, int measure, BigDecimal before, BigDecimal after) {
    if (way == null) {
      return Optional.empty();
    }
    var newRules = number(way.underNewRules(), key, measure);
    var told = number(way.told(), key, measure);
    var corrected = number(way.corrected(), key, measure);
    return Optional.of(
        new Revision.Parts(
            told.subtract(newRules),
            corrected.subtract(told),
            Revision.or(after).subtract(corrected),
            newRules.subtract(Revision.or(before))));
  }

  private static BigDecimal number(Table table, String key, int measure) {
    return Revision.or(number(table.figure(table.row(key), measure)));
  }

  /** A figure with at most six decimals, as it would be read from its text; null stays null. */
  static BigDecimal number(Double figure) {
    if (figure == null) {
      return null;
    }
    double parts = Math.rint(figure * PARTS);
    if (Math.abs(figure) < FEW && parts / PARTS == figure) {
      // writing it as text, only to find that it has few decimals, would take far longer
      return BigDecimal.valueOf((long) parts, DECIMALS).stripTrailingZeros();
    }
    return BigDecimal.valueOf(figure)
        .setScale(DECIMALS, RoundingMode.HALF_EVEN)
        .stripTrailingZeros();
  }
}

package nl.oogst.normalise;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.oogst.model.Field;
import nl.oogst.model.IssueCode;
import nl.oogst.read.CellType;

/** Reads the first or the last day from a column with whole pay periods, such as "Maand". */
final class PayPeriodReader extends FieldReader {
  private static final int MOST_REMEMBERED = 10_000;

  private final boolean last;
  private final PayPeriodStyle style;
  private final Map<String, Optional<PayPeriods.Span>> seen = new HashMap<>();

  PayPeriodReader(Field field, int slot, boolean last, PayPeriodStyle style) {
    super(field, slot);
    this.last = last;
    this.style = style;
  }

  /** The column with the year of the periods, or -1. */
  int yearColumn() {
    return style.yearColumn();
  }

  /** The period as one text. */
  String text(String year, String period) {
    return style.text(year, period);
  }

  @Override
  Reading read(String text, CellType type, Values values) {
    if (type == CellType.ERROR || type == CellType.BOOLEAN) {
      return Reading.UNREADABLE;
    }
    Optional<PayPeriods.Span> span = seen.get(text);
    if (span == null) {
      span = style.read(text);
      if (seen.size() < MOST_REMEMBERED) {
        seen.put(text, span);
      }
    }
    if (span.isEmpty()) {
      return Blanks.empty(text) ? Reading.EMPTY : Reading.UNREADABLE;
    }
    values.set(slot(), (long) (last ? span.get().last() : span.get().first()));
    if (span.get().twoDigitYear() && !last) {
      values.issue(IssueCode.TWO_DIGIT_YEAR, slot(), "een jaartal van vier cijfers");
    }
    return Reading.VALUE;
  }

  @Override
  String expected() {
    return "een maand (2025-03), vier weken (2025-4W03) of een kwartaal (2025-Q1)";
  }
}

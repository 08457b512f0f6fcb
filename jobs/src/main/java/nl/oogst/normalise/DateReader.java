package nl.oogst.normalise;

import nl.oogst.model.Field;
import nl.oogst.model.IssueCode;
import nl.oogst.read.CellType;

/** Reads dates by the declared pattern, else in any accepted form. */
final class DateReader extends FieldReader {
  private final DatePattern pattern;
  private final DateOrder order;
  private final boolean payPeriod;
  private final boolean last;
  private final boolean ends;
  private final boolean endDate;
  private final String expected;

  /**
   * @param pattern the profile's pattern, or null
   */
  DateReader(Field field, int slot, DatePattern pattern, DateOrder order) {
    super(field, slot);
    this.pattern = pattern;
    this.order = order;
    this.expected =
        pattern == null
            ? "een bestaande datum, zoals 31-1-2025"
            : "een bestaande datum, geschreven als " + pattern;
    this.payPeriod = field.name().startsWith("period_");
    this.last = field.name().equals("period_end");
    this.endDate = field.name().equals("end_date");
    this.ends = endDate || field.name().equals("to") || field.name().equals("register_to");
  }

  @Override
  Reading read(String text, CellType type, Values values) {
    long date = date(text, type);
    if (Dates.readable(date)) {
      values.set(slot(), (long) Dates.day(date));
      if (Dates.has(date, Dates.TWO_DIGIT_YEAR)) {
        values.issue(IssueCode.TWO_DIGIT_YEAR, slot(), "een jaartal van vier cijfers");
      }
      if (Dates.has(date, Dates.AMBIGUOUS)) {
        values.issue(IssueCode.DATE_AMBIGUOUS, slot(), "dag-maand-jaar, zoals 31-1-2025");
      }
      return Reading.VALUE;
    }
    if (date == Dates.NEVER) {
      return field().required() ? Reading.UNREADABLE : Reading.EMPTY;
    }
    if (endDate && Blanks.unsaid(text)) {
      return Reading.UNREADABLE;
    }
    return Blanks.empty(text) || (ends && Blanks.open(text)) ? Reading.EMPTY : Reading.UNREADABLE;
  }

  private long date(String text, CellType type) {
    if (type == CellType.ERROR || type == CellType.BOOLEAN) {
      return Dates.UNREADABLE;
    }
    if (pattern == null || type == CellType.DATE) {
      long date = Dates.parse(text, order);
      return date == Dates.UNREADABLE && payPeriod ? PayPeriods.parse(text, last) : date;
    }
    long date = pattern.parse(text);
    return date == Dates.UNREADABLE && type == CellType.NUMBER ? Dates.parse(text, order) : date;
  }

  @Override
  String expected() {
    return expected;
  }
}

package nl.oogst.normalise;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.oogst.model.Field;
import nl.oogst.model.IssueCode;
import nl.oogst.read.CellType;

/** Reads dates by the declared pattern, else in any accepted form. */
final class DateReader extends FieldReader {
  private final PatternDates pattern;
  private final ColumnStyle style;
  private static final int MOST_REMEMBERED = 1_000;

  private final Map<String, Optional<PayPeriods.Span>> periods = new HashMap<>();
  private final boolean payPeriod;
  private final boolean last;
  private final boolean ends;
  private final boolean endDate;
  private final String expected;
  private boolean contradicted;

  /**
   * @param pattern the profile's pattern, or null
   */
  DateReader(Field field, int slot, PatternDates pattern, ColumnStyle style) {
    super(field, slot);
    this.pattern = pattern;
    this.style = style;
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
    contradicted = false;
    long date = date(text, type, values.line());
    if (Dates.readable(date)) {
      values.set(slot(), (long) Dates.day(date));
      if (Dates.has(date, Dates.TWO_DIGIT_YEAR)) {
        values.issue(IssueCode.TWO_DIGIT_YEAR, slot(), "een jaartal van vier cijfers");
      }
      if (Dates.has(date, Dates.TWO_READINGS) && style.dates() == DateOrder.UNDECIDED) {
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

  private long date(String text, CellType type, long line) {
    if (type == CellType.ERROR || type == CellType.BOOLEAN) {
      return Dates.UNREADABLE;
    }
    if (pattern == null || type == CellType.DATE) {
      long date = byStyle(text, line);
      return date == Dates.UNREADABLE && payPeriod ? payPeriod(text) : date;
    }
    long date = pattern.parse(text);
    return date == Dates.UNREADABLE && type == CellType.NUMBER
        ? Dates.parse(text, DateOrder.DAY_FIRST)
        : date;
  }

  /** One end of a month, a week, a quarter. */
  private long payPeriod(String text) {
    Optional<PayPeriods.Span> span =
        periods.size() < MOST_REMEMBERED
            ? periods.computeIfAbsent(text, t -> PayPeriods.parse(t, PayPeriods.Unit.UNDECIDED))
            : PayPeriods.parse(text, PayPeriods.Unit.UNDECIDED);
    if (span.isEmpty()) {
      return Dates.UNREADABLE;
    }
    long day = Integer.toUnsignedLong(last ? span.get().last() : span.get().first());
    return span.get().twoDigitYear() ? day | Dates.TWO_DIGIT_YEAR : day;
  }

  /** As the column writes dates; a date that it cannot mean is said to contradict it. */
  private long byStyle(String text, long line) {
    style.read(text, line);
    boolean slashes = text.indexOf('/') >= 0;
    boolean turns = !slashes && Dates.turnsWithHyphens(text);
    if (turns && style.hyphens() == DateOrder.UNDECIDED) {
      style.doubtHyphens();
    }
    DateOrder before = order(slashes);
    long date = Dates.parse(text, before);
    if (!slashes && before != DateOrder.MONTH_FIRST) {
      return date;
    }
    boolean twice = turns || Dates.has(date, Dates.TWO_READINGS);
    if (!twice && date != Dates.UNREADABLE) {
      return date;
    }
    boolean otherWay = !twice && Dates.readable(Dates.parse(text, otherOrder(before)));
    if (twice || otherWay) {
      style.doubt(text, line);
    }
    DateOrder now = order(slashes);
    long again = now == before ? date : Dates.parse(text, now);
    contradicted = otherWay && again == Dates.UNREADABLE;
    return again;
  }

  private DateOrder order(boolean slashes) {
    return slashes ? style.dates() : style.hyphens();
  }

  private static DateOrder otherOrder(DateOrder order) {
    return order == DateOrder.MONTH_FIRST ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST;
  }

  @Override
  String expected() {
    return contradicted
        ? style.dates() == DateOrder.MONTH_FIRST
            ? "maand voor dag, zoals de rest van de kolom"
            : "dag voor maand, zoals de rest van de kolom"
        : expected;
  }
}

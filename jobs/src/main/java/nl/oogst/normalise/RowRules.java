package nl.oogst.normalise;

import java.time.LocalDate;
import nl.oogst.model.Code;
import nl.oogst.model.Days;
import nl.oogst.model.EntitySchema;
import nl.oogst.model.Fixed;
import nl.oogst.model.IssueCode;

/** The rules of contract section 3 that look at more than the form of one value. */
final class RowRules {
  private static final long MOST_HOURS = 168 * Fixed.ONE;
  private static final long MANY_HOURS = 60 * Fixed.ONE;

  private final boolean indicator;
  private final int hours;
  private final int start;
  private final int end;
  private final int organisation;
  private final int value;
  private final int numerator;
  private final int denominator;

  RowRules(EntitySchema entity) {
    indicator = entity.name().equals("indicator");
    hours = entity.indexOf("hours_per_week");
    start = firstOf(entity, "start_date", "period_start", "from");
    end = firstOf(entity, "end_date", "period_end", "to");
    organisation = entity.indexOf("start_date") < 0 ? -1 : entity.indexOf("organisation");
    value = entity.indexOf("value");
    numerator = entity.indexOf("numerator");
    denominator = entity.indexOf("denominator");
  }

  private static int firstOf(EntitySchema entity, String... fields) {
    for (String field : fields) {
      if (entity.indexOf(field) >= 0) {
        return entity.indexOf(field);
      }
    }
    return -1;
  }

  void check(Values values) {
    if (values.has(start) && values.has(end) && values.day(end) < values.day(start)) {
      values.issue(IssueCode.END_BEFORE_START, end, "op of na " + dutch(values.day(start)));
    }
    if (values.has(hours)) {
      hours(values, values.number(hours));
    }
    if (values.has(organisation) && values.has(start)) {
      organisation(values, Days.date(values.day(start)));
    }
    if (indicator && !values.has(value) && !(values.has(numerator) && values.has(denominator))) {
      boolean filled = values.reading(value) == Reading.UNREADABLE;
      values.issue(
          filled ? IssueCode.REQUIRED_UNREADABLE : IssueCode.REQUIRED_MISSING,
          value,
          "een waarde, of een teller en een noemer");
    }
  }

  private void hours(Values values, long number) {
    if (number < 0 || number > MOST_HOURS) {
      values.issue(IssueCode.HOURS_OUT_OF_RANGE, hours, "0 tot en met 168");
    } else if (number > MANY_HOURS) {
      values.issue(IssueCode.HOURS_HIGH, hours, "hoogstens 60");
    }
  }

  private void organisation(Values values, LocalDate day) {
    Code code = values.object(organisation, Code.class);
    if (!code.validOn(day)) {
      String from = code.validFrom() == null ? "" : "vanaf " + dutch(Days.of(code.validFrom()));
      String to = code.validTo() == null ? "" : "tot en met " + dutch(Days.of(code.validTo()));
      values.issue(
          IssueCode.ORGANISATION_NOT_VALID,
          organisation,
          code.code() + " geldt " + (from + " " + to).strip());
    }
  }

  private static String dutch(int day) {
    LocalDate date = Days.date(day);
    return date.getDayOfMonth() + "-" + date.getMonthValue() + "-" + date.getYear();
  }
}

package nl.oogst.normalise;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.oogst.map.ColumnMapping;
import nl.oogst.model.Field;
import nl.oogst.model.Folding;
import nl.oogst.model.Text;
import nl.oogst.normalise.PayPeriods.Span;
import nl.oogst.normalise.PayPeriods.Unit;

/**
 * How a column with whole pay periods numbers them: {@code 2025-P03} is March or the third period
 * of four weeks. The header says so, else a thirteenth period does; what stays open is not read. A
 * sheet shows {@code mrt-25} and keeps 1 March: dates are months when all of them are the first day
 * of one, and not only of quarters.
 */
final class PayPeriodStyle {
  /** Any year with a 13 that can only count periods, unless it is a week. */
  private static final Pattern THIRTEENTH =
      Pattern.compile("(?:\\d{4}[-/._ ]*[a-z]*[-/._ ]*13|[a-z]+[-/._ ]*13[-/, ]+\\d{4})");

  private static final Pattern NUMBERED =
      Pattern.compile(
          "(?:\\d{4}[-/._ ]*p[a-z]*[-/._ ]*\\d{1,2}|p[a-z]*[-/._ ]*\\d{1,2}[-/, ]+\\d{4})");

  private final ColumnMapping column;
  private final Unit named;
  private final SecondLook look;
  private boolean looked;
  private boolean thirteenth;
  private boolean dates;
  private boolean otherDays;
  private final BitSet months = new BitSet();

  PayPeriodStyle(ColumnMapping column, List<List<String>> sample, SecondLook lookOrNull) {
    this.column = column;
    this.named = named(column.header());
    this.look = lookOrNull;
    for (List<String> row : sample) {
      observe(text(cell(row, column.beside()), cell(row, column.index())));
    }
  }

  private static String cell(List<String> row, int i) {
    return i >= 0 && i < row.size() ? CellText.of(row.get(i)) : "";
  }

  /** The column with the year of the periods, or -1. */
  int yearColumn() {
    return column.beside();
  }

  /**
   * The period as one text, from the year beside it and what stands in the column itself: {@code
   * 2025} and {@code 3} are {@code 2025-03} in a column of months, and {@code maart} is {@code
   * maart 2025}.
   */
  String text(String year, String period) {
    if (year.isEmpty() || period.isEmpty() || period.length() > 20) {
      return period;
    }
    for (int i = 0; i < period.length(); i++) {
      if (!Character.isDigit(period.charAt(i))) {
        return period + " " + year;
      }
    }
    String header = Folding.fold(column.header());
    if (named == Unit.UNDECIDED && header.contains("week")) {
      return "week " + period + " " + year;
    }
    boolean quarter = header.contains("kwartaal") || header.contains("quarter");
    return year
        + (quarter ? "-Q" : named == Unit.MONTH ? "-" : named == Unit.FOUR_WEEKS ? "-4W" : "-P")
        + period;
  }

  private static Unit named(String header) {
    String folded = Folding.fold(header);
    if (folded.contains("maand") || folded.contains("month")) {
      return Unit.MONTH;
    }
    boolean four = folded.contains("4w") || folded.contains("vierwe") || folded.contains("vw");
    return four ? Unit.FOUR_WEEKS : Unit.UNDECIDED;
  }

  /** Whether a field is the first day of the period, rather than the last. */
  boolean isFirst(Field field) {
    return field.name().equals(column.field());
  }

  private void observe(String text) {
    if (text.isEmpty()) {
      return;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    thirteenth |= lower.indexOf('w') < 0 && THIRTEENTH.matcher(lower).matches();
    long date = Dates.parse(text, DateOrder.DAY_FIRST);
    if (Dates.readable(date)) {
      LocalDate day = LocalDate.ofEpochDay(Dates.day(date));
      dates = true;
      otherDays |= day.getDayOfMonth() != 1;
      months.set(day.getMonthValue());
    }
  }

  private Unit unit() {
    return named != Unit.UNDECIDED ? named : thirteenth ? Unit.FOUR_WEEKS : Unit.UNDECIDED;
  }

  Optional<Span> read(String text) {
    long date = Dates.parse(text, DateOrder.DAY_FIRST);
    if (Dates.readable(date)) {
      return month(date);
    }
    boolean open = unit() == Unit.UNDECIDED && !looked;
    if (open && NUMBERED.matcher(text.toLowerCase(Locale.ROOT)).matches()) {
      lookFurther();
    }
    return PayPeriods.parse(text, unit());
  }

  private void lookFurther() {
    looked = true;
    if (look != null) {
      look.records(
          row -> {
            String year = column.beside() < 0 ? "" : CellText.of(row.cell(column.beside()));
            observe(text(year, CellText.of(row.cell(column.index()))));
            return !thirteenth;
          });
    }
  }

  /** A date that stands for its month. */
  private Optional<Span> month(long date) {
    boolean quartersOnly = months.stream().allMatch(month -> month % 3 == 1) && named != Unit.MONTH;
    LocalDate day = LocalDate.ofEpochDay(Dates.day(date));
    if (otherDays || quartersOnly || day.getDayOfMonth() != 1) {
      return Optional.empty();
    }
    return Optional.of(
        new Span(
            Dates.day(date),
            Math.toIntExact(day.plusMonths(1).minusDays(1).toEpochDay()),
            Dates.has(date, Dates.TWO_DIGIT_YEAR)));
  }

  /** What was decided and why; null when there was nothing to decide. */
  Judgement judgement() {
    if (unit() == Unit.UNDECIDED && !dates) {
      return null;
    }
    Text how =
        dates
            ? new Text("elke datum staat voor haar maand", "each date stands for its month")
            : unit() == Unit.MONTH
                ? new Text("perioden zijn maanden", "periods are months")
                : new Text("perioden zijn vier weken", "periods are four weeks");
    Text why =
        dates
            ? new Text("alle zijn de eerste van een maand", "all are the first of a month")
            : named != Unit.UNDECIDED
                ? new Text("de kop zegt het", "the header says so")
                : new Text("er is een dertiende periode", "there is a thirteenth period");
    return new Judgement(column.header(), column.field(), how, why, 0);
  }
}

package nl.oogst.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was paid, per month or per four weeks, with the December jump of leave paid out. */
final class PaidHours {
  static final List<String> FIELDS = List.of("placement_id", "period_start", "period_end", "hours");

  /** A pay period, both days included. */
  record Period(LocalDate start, LocalDate end) {}

  private PaidHours() {}

  static List<Period> periods(String rhythm) {
    var periods = new ArrayList<Period>();
    for (int year = 2018; year <= 2026; year++) {
      LocalDate start = LocalDate.of(year, 1, 1);
      while (start.getYear() == year) {
        LocalDate end = rhythm.equals("month") ? endOfMonth(start) : endOfFourWeeks(start);
        periods.add(new Period(start, end));
        start = end.plusDays(1);
      }
    }
    return periods;
  }

  private static LocalDate endOfMonth(LocalDate start) {
    return start.with(TemporalAdjusters.lastDayOfMonth());
  }

  /** Thirteen a year: whole weeks, the first and the last as long as the year needs. */
  private static LocalDate endOfFourWeeks(LocalDate start) {
    LocalDate end = start.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)).plusWeeks(3);
    LocalDate newYear = LocalDate.of(start.getYear(), 12, 31);
    return end.isAfter(newYear.minusDays(14)) ? newYear : end;
  }

  /** Hours of a job in a pay period in quarters of an hour; 0 where nothing was paid or written. */
  static int quarters(Job job, Period period, long seed) {
    Job original = job.copyOf() == null ? job : job.copyOf();
    var rng =
        Rng.of(
            seed, "pay", original.proeftuin(), original.placementId(), period.start().toString());
    if (!original.isJob() || rng.chance(0.02)) {
      return 0; // trainees are not on the payroll; some months are never written down
    }
    LocalDate from = later(original.start(), period.start());
    LocalDate to = original.end() == null ? period.end() : earlier(original.end(), period.end());
    long days = ChronoUnit.DAYS.between(from, to) + 1;
    if (days <= 0) {
      return 0;
    }
    double quarters = original.quartersOn(to) * days / 7.0 * (0.93 + 0.09 * rng.uniform());
    if (period.end().getMonthValue() == 12 && period.end().getDayOfMonth() == 31) {
      quarters *= 1.06 + 0.22 * rng.uniform(); // leave paid out in December
    }
    int halves = (int) (quarters / 2 + 0.5);
    return Math.max(1, 2 * halves);
  }

  /** Whether the first statement of a period was wrong and is corrected one delivery later. */
  static boolean corrected(Job job, Period period, long seed) {
    return Rng.of(seed, "correct", job.placementId(), period.start().toString()).chance(0.012);
  }

  static Row row(Job job, Period period, int quarters) {
    Map<String, Cell> cells = new LinkedHashMap<>();
    cells.put("placement_id", Cell.text(job.placementId()));
    cells.put("period_start", Cell.date(period.start()));
    cells.put("period_end", Cell.date(period.end()));
    cells.put("hours", Cell.quarters(quarters));
    return new Row(cells);
  }

  private static LocalDate later(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
  }

  private static LocalDate earlier(LocalDate a, LocalDate b) {
    return a.isBefore(b) ? a : b;
  }
}

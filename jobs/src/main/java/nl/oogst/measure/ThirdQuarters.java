package nl.oogst.measure;

import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;
import nl.oogst.model.Days;

/** The third quarters of a run's years and of the year on either side, looked up for every job. */
final class ThirdQuarters implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int yearBefore;
  private final int[] firstDays;
  private final int[] lastDays;

  ThirdQuarters(int firstYear, int years) {
    this.yearBefore = firstYear - 1;
    this.firstDays = days(years + 2, 7, 1);
    this.lastDays = days(years + 2, 9, 30);
  }

  private int[] days(int years, int month, int day) {
    return IntStream.range(yearBefore, yearBefore + years)
        .map(year -> Days.of(year, month, day))
        .toArray();
  }

  /** 30 September of a year. */
  int lastDay(int year) {
    return lastDays[year - yearBefore];
  }

  /** Whether a job is known to have been active on any day of the quarter. */
  boolean works(Engagement job, int year) {
    return job.state().startDate() <= lastDay(year)
        && job.placement().knownActiveUntil() >= firstDays[year - yearBefore];
  }

  /** As above, for any of the jobs. */
  boolean works(List<Engagement> jobs, int year) {
    for (Engagement job : jobs) {
      if (works(job, year)) {
        return true;
      }
    }
    return false;
  }
}

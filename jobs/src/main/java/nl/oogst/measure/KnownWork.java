package nl.oogst.measure;

import java.util.List;
import nl.oogst.model.Days;
import nl.oogst.model.Fixed;
import nl.oogst.resolve.ResolvedPlacement;
import nl.oogst.resolve.ResolvedPlacement.Observation;

/**
 * What is known, and since when it is not, about whether work lasts (contract, section 5 rule 6).
 */
final class KnownWork {
  /** What can be said of one job or person. */
  enum Outcome {
    YES,
    NO,
    /** Not followed long enough, or not seen when it mattered. */
    UNKNOWN,
    /** Not one that the question is about. */
    OUTSIDE;

    static Outcome of(boolean yes) {
      return yes ? YES : NO;
    }
  }

  private static final int FIRST_YEAR = 1950;
  private static final int YEARS = 200;

  /** Looked up, since it is asked for every job and year. */
  private static final int[] JULY_1 = days(7, 1);

  private static final int[] SEPTEMBER_30 = days(9, 30);

  private KnownWork() {}

  private static int[] days(int month, int day) {
    int[] days = new int[YEARS];
    for (int i = 0; i < YEARS; i++) {
      days[i] = Days.of(FIRST_YEAR + i, month, day);
    }
    return days;
  }

  private static int july1(int year) {
    int i = year - FIRST_YEAR;
    return i >= 0 && i < YEARS ? JULY_1[i] : Days.of(year, 7, 1);
  }

  static int september30(int year) {
    int i = year - FIRST_YEAR;
    return i >= 0 && i < YEARS ? SEPTEMBER_30[i] : Days.of(year, 9, 30);
  }

  static boolean inThirdQuarter(Engagement job, int year) {
    return job.state().startDate() <= september30(year)
        && job.placement().knownActiveUntil() >= july1(year);
  }

  /** The latest knowledge over all placements of a person. */
  static int until(Person person) {
    int until = Days.NONE;
    for (Engagement engagement : person.engagements()) {
      until = Math.max(until, engagement.placement().knownUntil());
    }
    return until;
  }

  /**
   * Whether it can be said of persons with a job in the third quarter of a year if they had one a
   * year later.
   *
   * @param later whether a job is known in the later quarter
   */
  static boolean judged(Person person, int year, boolean later) {
    return later || until(person) >= september30(year + 1);
  }

  /** The day on which a placement has lasted a number of calendar months. */
  static int after(ResolvedPlacement placement, int months) {
    return Days.of(Days.date(placement.state().startDate()).plusMonths(months));
  }

  /** Whether a job was still running some calendar months after its start. */
  static Outcome lasted(ResolvedPlacement placement, int months) {
    int day = after(placement, months);
    if (placement.finished()) {
      // the same day decides as for jobs that run: an early end is not known sooner than a success
      return placement.knownUntil() < day
          ? Outcome.UNKNOWN
          : Outcome.of(placement.state().endDate() >= day);
    }
    return placement.knownActiveUntil() >= day ? Outcome.YES : Outcome.UNKNOWN;
  }

  /**
   * Whether a job that was not permanent when first seen was so some calendar months after its
   * start, as the first delivery on or after that day shows it. One that ended before is a no; one
   * that was permanent from the first is outside.
   */
  static Outcome becamePermanent(ResolvedPlacement placement, int months) {
    int day = after(placement, months);
    Observation first = null;
    Observation then = null;
    for (Observation seen : placement.observations()) {
      if (first == null || seen.peildatum() < first.peildatum()) {
        first = seen;
      }
      if (seen.peildatum() >= day && (then == null || seen.peildatum() < then.peildatum())) {
        then = seen;
      }
    }
    if (first == null || first.peildatum() >= day) {
      return Outcome.UNKNOWN;
    }
    if (first.permanent()) {
      return Outcome.OUTSIDE;
    }
    Outcome lasted = lasted(placement, months);
    return lasted != Outcome.YES
        ? lasted
        : then == null ? Outcome.UNKNOWN : Outcome.of(then.permanent());
  }

  /** The first delivery on or after a day that shows contract hours; null when there is none. */
  static Observation firstWithHours(List<Observation> observations, int day) {
    Observation first = null;
    for (Observation seen : observations) {
      boolean candidate = seen.peildatum() >= day && seen.hoursPerWeek() != Fixed.NONE;
      if (candidate && (first == null || seen.peildatum() < first.peildatum())) {
        first = seen;
      }
    }
    return first;
  }
}

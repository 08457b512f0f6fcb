package nl.oogst.measure;

import java.util.Optional;
import java.util.SortedMap;

/** A figure before protection, with all that protecting it needs. */
public sealed interface Figure {

  /**
   * A sum.
   *
   * @param cellKey the record keys of the persons in it, summed (methods page, section 5)
   * @param largest the largest contribution of one person
   * @param persons the number of persons in it
   */
  record Sum(double value, long cellKey, double largest, long persons) implements Figure {
    static final Sum NOTHING = new Sum(0, 0, 0, 0);

    /** Another number about the same persons, rounded with their key, so that order is kept. */
    Sum moved(double by) {
      return new Sum(value + by, cellKey, largest, persons);
    }
  }

  /**
   * A share or mean of two sums over the same persons; its parts are protected, not the quotient.
   *
   * @param count the number of persons or jobs that the denominator is about
   */
  record Ratio(Kind kind, Sum numerator, Sum denominator, Sum count) implements Figure {}

  /** What a ratio is, which decides its interval and its limits. */
  enum Kind {
    /** A share of persons: binomial, with a Wilson interval. */
    PROPORTION,
    /** A share of hours or another quantity: between 0 and 1, without an interval. */
    SHARE,
    /** A mean: any number, without an interval. */
    MEAN
  }

  /**
   * A share of jobs still running at a horizon (Kaplan–Meier).
   *
   * @param estimate the share with its interval, or empty when nobody was followed so far
   * @param jobs the jobs that started in the cohort and were followed
   * @param atRisk the jobs still followed at the horizon
   * @param ended the jobs known to have ended by the horizon
   */
  record Retention(Optional<Interval> estimate, Sum jobs, Sum atRisk, long ended)
      implements Figure {}

  /**
   * The share of jobs that ended in one way by a horizon (Aalen–Johansen).
   *
   * @param estimate the share with its interval, or empty when nobody was followed so far
   * @param ended the jobs that are known to have ended so by then
   * @param jobs the jobs that started in the cohort and were followed
   */
  record Incidence(Optional<Interval> estimate, Sum ended, Sum jobs) implements Figure {

    /** The number of jobs that the share comes down to, with the key of those that ended. */
    public Sum expected(double share) {
      return new Sum(share * jobs.value(), ended.cellKey(), ended.largest(), ended.persons());
    }
  }

  /**
   * A number as proeftuinen state it, about no known persons.
   *
   * @param enough whether enough proeftuinen state it to show it without pointing at one
   */
  record Stated(double value, boolean enough) implements Figure {}

  /**
   * A figure of a comparison between two groups of proeftuinen.
   *
   * @param step the distance between published values
   * @param as what it is, which decides how it is rounded
   * @param enough whether enough proeftuinen stand on each side
   * @param with persons or jobs on one side
   * @param without those on the other
   */
  record Compared(double value, double step, Shown as, boolean enough, Sum with, Sum without)
      implements Figure {}

  /** How a figure of a comparison is rounded. */
  enum Shown {
    /** A share of persons: a bound at its ends, as all published shares are. */
    SHARE,
    /** Any number, a difference among them: to the nearest step. */
    NUMBER,
    /** A probability: up to the next step, since it is never 0 and should not look smaller. */
    PROBABILITY
  }

  /** How often each of several things was counted, by code. */
  record Counts(SortedMap<String, Sum> byCode) implements Figure {}

  /**
   * A sum against a number that is open to everyone.
   *
   * @param target the open number, or null when there is none
   */
  record Fulfilment(Sum realised, Double target) implements Figure {}

  /** A value with its 95 % interval; bounds are null where it does not exist. */
  record Interval(double value, Double low, Double high) {}
}

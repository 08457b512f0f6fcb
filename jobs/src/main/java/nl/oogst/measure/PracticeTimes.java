package nl.oogst.measure;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import nl.oogst.model.Days;
import nl.oogst.model.Proeftuin;

/**
 * Which practices were in force at each proeftuin on each day, and on which side of the comparison
 * the proeftuin stands for each practice.
 *
 * <p>The proeftuin is the unit (methods page, section 4), so it stands on one side only: with the
 * practice when that was in force for at least half of its running time so far, else without. On
 * that side only the jobs count that started while it was true: jobs from before a proeftuin took a
 * practice up, or from after it stopped, are left out. Which side it is follows from the register
 * alone, never from an outcome.
 */
final class PracticeTimes implements Serializable {
  private static final long serialVersionUID = 1L;

  private final List<String> practices;
  private final Map<String, Timeline> timelines = new HashMap<>();
  private final Timeline unused;

  /**
   * @param practices all practices and forms of support
   * @param uses from register and deliveries; a practice is in force when either says so
   * @param first running time of a proeftuin without a start date begins here
   * @param asOf it ends here, or at the end date of the proeftuin
   */
  PracticeTimes(
      List<String> practices,
      List<PracticeUse> uses,
      List<Proeftuin> register,
      int first,
      int asOf) {
    this.practices = List.copyOf(practices);
    this.unused = new Timeline(practices, List.of(), first, asOf);
    Map<String, List<PracticeUse>> byProeftuin = new HashMap<>();
    for (PracticeUse use : uses) {
      byProeftuin.computeIfAbsent(use.proeftuin(), p -> new java.util.ArrayList<>()).add(use);
    }
    for (Proeftuin proeftuin : register) {
      int start = proeftuin.start() == null ? first : Days.of(proeftuin.start());
      int end = proeftuin.end() == null ? asOf : Math.min(asOf, Days.of(proeftuin.end()));
      timelines.put(
          proeftuin.id(),
          new Timeline(practices, byProeftuin.getOrDefault(proeftuin.id(), List.of()), start, end));
    }
  }

  List<String> practices() {
    return practices;
  }

  /** The days of a proeftuin; one that is not in the register used nothing. */
  Timeline of(String proeftuin) {
    return timelines.getOrDefault(proeftuin, unused);
  }

  /** Whether any proeftuin has written down that it used the practice. */
  boolean used(int practice) {
    return timelines.values().stream().anyMatch(t -> t.everInForce(practice));
  }

  /** The days of one proeftuin, cut where its practices change. */
  static final class Timeline implements Serializable {
    private static final long serialVersionUID = 1L;

    /** First day of each segment; the first segment has no beginning. */
    private final int[] cuts;

    private final boolean[][] inForce;
    private final boolean[] with;
    private final int start;
    private final int end;

    private Timeline(List<String> practices, List<PracticeUse> uses, int start, int end) {
      this.start = start;
      this.end = end;
      TreeSet<Integer> days = new TreeSet<>();
      days.add(Integer.MIN_VALUE);
      for (PracticeUse use : uses) {
        days.add(use.from());
        if (use.to() != Days.NONE) {
          days.add(use.to() + 1);
        }
      }
      this.cuts = days.stream().mapToInt(Integer::intValue).toArray();
      this.inForce = new boolean[cuts.length][practices.size()];
      for (PracticeUse use : uses) {
        int practice = practices.indexOf(use.practice());
        for (int s = 0; s < cuts.length && practice >= 0; s++) {
          inForce[s][practice] |=
              cuts[s] >= use.from() && (use.to() == Days.NONE || cuts[s] <= use.to());
        }
      }
      this.with = new boolean[practices.size()];
      for (int p = 0; p < with.length; p++) {
        with[p] =
            end < start ? inForce[segment(start)][p] : 2 * daysInForce(p) >= (long) end - start + 1;
      }
    }

    /** All that decides where a job counts. */
    @Override
    public String toString() {
      return start + Arrays.toString(cuts) + Arrays.deepToString(inForce) + Arrays.toString(with);
    }

    int segments() {
      return cuts.length;
    }

    /** First day of the running time. */
    int start() {
      return start;
    }

    /** The segment that a day lies in. */
    int segment(int day) {
      int found = Arrays.binarySearch(cuts, day);
      return found >= 0 ? found : -found - 2;
    }

    boolean inForce(int segment, int practice) {
      return inForce[segment][practice];
    }

    /** On which side of a practice the proeftuin stands. */
    boolean with(int practice) {
      return with[practice];
    }

    /** Whether jobs that started in a segment count for the side the proeftuin stands on. */
    boolean counts(int segment, int practice) {
      return inForce[segment][practice] == with[practice];
    }

    /** Days up to {@code until} on which the side was true. */
    long days(int practice, int until) {
      int last = Math.min(end, until);
      long in = daysInForce(practice, last);
      return with[practice] ? in : Math.max(0, (long) last - start + 1) - in;
    }

    /** All days of the running time up to {@code until}. */
    long days(int until) {
      return Math.max(0, (long) Math.min(end, until) - start + 1);
    }

    private boolean everInForce(int practice) {
      for (boolean[] segment : inForce) {
        if (segment[practice]) {
          return true;
        }
      }
      return false;
    }

    private long daysInForce(int practice) {
      return daysInForce(practice, end);
    }

    private long daysInForce(int practice, int until) {
      long days = 0;
      for (int s = 0; s < cuts.length; s++) {
        if (inForce[s][practice]) {
          long from = Math.max(cuts[s], start);
          long to = s + 1 < cuts.length ? Math.min(until, cuts[s + 1] - 1L) : until;
          days += Math.max(0, to - from + 1);
        }
      }
      return days;
    }
  }
}

package nl.oogst.measure;

import java.io.Serializable;
import nl.oogst.resolve.ByteReader;
import nl.oogst.resolve.ByteWriter;

/** Numbers of jobs by time, kept a month at a time where there are any. */
final class DayCounts implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Days a month has at most after its last whole month: from none to 30. */
  static final int DAYS_A_MONTH = 31;

  private final int[][] months;

  /**
   * No jobs yet.
   *
   * @param places times that are told apart, from 0
   */
  DayCounts(int places) {
    this.months = new int[(places + DAYS_A_MONTH - 1) / DAYS_A_MONTH][];
  }

  void add(int place) {
    int month = place / DAYS_A_MONTH;
    if (months[month] == null) {
      months[month] = new int[DAYS_A_MONTH];
    }
    months[month][place % DAYS_A_MONTH]++;
  }

  int at(int place) {
    int[] days = months[place / DAYS_A_MONTH];
    return days == null ? 0 : days[place % DAYS_A_MONTH];
  }

  void write(ByteWriter out) {
    int count = 0;
    for (int[] days : months) {
      count += days == null ? 0 : 1;
    }
    out.putLong(count);
    for (int month = 0; month < months.length; month++) {
      if (months[month] != null) {
        out.putLong(month);
        for (int day : months[month]) {
          out.putLong(day);
        }
      }
    }
  }

  /** Adds what {@link #write} wrote. */
  void merge(ByteReader in) {
    for (int n = in.readInt(); n > 0; n--) {
      int month = in.readInt();
      if (months[month] == null) {
        months[month] = new int[DAYS_A_MONTH];
      }
      for (int day = 0; day < DAYS_A_MONTH; day++) {
        months[month][day] += in.readInt();
      }
    }
  }

  void merge(DayCounts other) {
    merge(other, 1);
  }

  void without(DayCounts other) {
    merge(other, -1);
  }

  private void merge(DayCounts other, int times) {
    for (int month = 0; month < months.length; month++) {
      int[] theirs = other.months[month];
      if (theirs != null) {
        if (months[month] == null) {
          months[month] = new int[DAYS_A_MONTH];
        }
        for (int day = 0; day < DAYS_A_MONTH; day++) {
          months[month][day] += times * theirs[day];
        }
      }
    }
  }
}

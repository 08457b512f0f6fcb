package nl.oogst.normalise;

import java.util.List;
import nl.oogst.read.Row;
import nl.oogst.read.Rows;

/** Measures rows a second, by hand: {@code java -cp … nl.oogst.normalise.NormaliserSpeed}. */
final class NormaliserSpeed {
  private static final int ROWS = 3_000_000;

  private NormaliserSpeed() {}

  public static void main(String[] args) {
    RowNormaliser hours =
        Desk.of("paid_hours")
            .beside("hours", "12,5")
            .beside("period_end", "31-01-2024")
            .normaliser();
    Row[] good = new Row[1000];
    Row[] bad = new Row[1000];
    for (int i = 0; i < good.length; i++) {
      String day = String.format(java.util.Locale.ROOT, "%02d", i % 28 + 1);
      good[i] =
          Rows.data(
              "P-" + i, "01-" + (i % 12 + 1) + "-2024", day + "-12-2024", 100 + i % 50 + ",25");
      bad[i] = Rows.data("P-" + i, "31-2-2024", "x", "veel");
    }
    RowNormaliser placements =
        Desk.placement()
            .with("supplier", "Bakker BV")
            .with("employer", "Bakker BV")
            .with("route", "at_supplier")
            .with("end_date", "31-12-2024")
            .with("register_ground", "wajong")
            .with("value_eur", "1.234,56")
            .normaliser();
    Row[] people = new Row[1000];
    for (int i = 0; i < people.length; i++) {
      people[i] =
          Rows.data(
              "P-" + i,
              "K-" + i / 2,
              "BZK",
              "Bij de leverancier",
              "Vast contract",
              "Wajong",
              (i % 28 + 1) + "-3-2024",
              "24,5",
              "Bakker BV",
              "Bakker BV",
              "Bij de leverancier",
              "31-12-2024",
              "Wajong",
              "1.234,56");
    }
    for (int round = 0; round < 4; round++) {
      time("paid hours", hours, good, 4);
      time("paid hours, all wrong", hours, bad, 4);
      time("placements", placements, people, 14);
    }
  }

  private static void time(String what, RowNormaliser normaliser, Row[] rows, int cells) {
    var thread = java.lang.management.ManagementFactory.getThreadMXBean();
    long start = thread.getCurrentThreadCpuTime();
    int kept = 0;
    for (int i = 0; i < ROWS; i++) {
      kept += normaliser.normalise(rows[i % rows.length]) instanceof Outcome.Kept ? 1 : 0;
    }
    double nanos = (double) (thread.getCurrentThreadCpuTime() - start) / ROWS;
    System.out.println(
        List.of(
            what,
            Math.round(nanos) + " ns a row",
            Math.round(nanos / cells) + " ns a value",
            kept));
  }
}

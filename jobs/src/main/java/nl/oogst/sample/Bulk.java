package nl.oogst.sample;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes large roots quickly, for benchmarks: every proeftuin delivers eight half-yearly snapshots
 * of its placements, or some monthly ones, each with a year of monthly paid hours, as two CSV files
 * or as two sheets of a workbook: the same records in either form. Half of the proeftuinen use the
 * canonical names, half Dutch labels. One record in a thousand has a mistake.
 */
final class Bulk {
  static final int SNAPSHOTS = 8;

  private static final LocalDate LAST_SNAPSHOT = LocalDate.of(2026, 1, 1);

  /** What a record shows of itself lies in the years for which there are days. */
  static final int MOST_MONTHLY = 43;

  private static final int BYTES_PER_PLACEMENT = 562;
  private static final int BYTES_PER_LONE_PLACEMENT = 126;

  /**
   * @param bytes about how many bytes of CSV in all
   * @param skew half of all rows in the first proeftuin
   * @param single one proeftuin, one delivery, one file of placements
   * @param lone of these bytes, those in the one file that the first proeftuin delivers; 0 when it
   *     delivers as the others do
   * @param monthly how many monthly snapshots; 0 for half-yearly ones
   * @param workbooks as sheets of workbooks, and not as the CSV that {@code bytes} is about
   */
  record Size(
      long bytes,
      int proeftuinen,
      boolean skew,
      boolean single,
      int monthly,
      long lone,
      boolean workbooks) {
    /** The days of the snapshots of each proeftuin, the same last one whatever their number. */
    List<LocalDate> days() {
      int count = monthly > 0 ? monthly : SNAPSHOTS;
      int months = monthly > 0 ? 1 : 6;
      var days = new ArrayList<LocalDate>();
      for (int i = count - 1; i >= 0; i--) {
        days.add(LAST_SNAPSHOT.minusMonths((long) i * months));
      }
      return days;
    }

    /** Placements in each delivery of a proeftuin. */
    private long placements(int proeftuin) {
      if (one(proeftuin)) {
        return (single ? bytes : lone) / BYTES_PER_LONE_PLACEMENT;
      }
      double share = 1.0 / proeftuinen;
      if (lone > 0) {
        share = (1 - (double) lone / bytes) / (proeftuinen - 1);
      } else if (skew && proeftuinen > 1) {
        share = proeftuin == 0 ? 0.5 : 0.5 / (proeftuinen - 1);
      }
      return Math.max(1, (int) (bytes * share / days().size() / BYTES_PER_PLACEMENT));
    }

    /** Whether a proeftuin delivers one table of placements, once. */
    private boolean one(int proeftuin) {
      return single || (lone > 0 && proeftuin == 0);
    }

    /**
     * The rows of the longest table.
     *
     * @throws IllegalArgumentException when no sheet can hold it
     */
    void check() {
      long most = 0;
      for (int i = 0; i < proeftuinen; i++) {
        most = Math.max(most, placements(i) * (one(i) ? 1 : BulkRecords.PAY_PERIODS) + 1);
      }
      if (workbooks && most > BulkWorkbook.MOST_ROWS) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "--workbooks: a sheet holds at most %,d rows, and one would get %,d; give fewer"
                    + " --bytes, or more --proeftuinen or --monthly",
                BulkWorkbook.MOST_ROWS,
                most));
      }
    }
  }

  private Bulk() {}

  static void write(Path root, Size size, long seed) throws IOException {
    var register =
        new StringBuilder(
            "proeftuin_id,name,organisation,category,phase,round,start_date,end_date,"
                + "contract_value_eur,obligation_eur\n");
    for (int i = 0; i < size.proeftuinen(); i++) {
      var records = new BulkRecords(i, i % 2 == 1 && !size.single(), seed);
      register
          .append(records.proeftuin())
          .append(",Proeftuin ")
          .append(i + 1)
          .append(" (synthetisch),")
          .append(records.organisation())
          .append(",Belasting,running_contract,")
          .append(i < 18 ? 1 : 2)
          .append(",2018-01-01,,1000000,50000\n");
      Path deliveries = root.resolve("deliveries").resolve(records.proeftuin());
      if (size.one(i)) {
        deliver(deliveries, records, size, i, LAST_SNAPSHOT);
      } else {
        for (LocalDate day : size.days()) {
          deliver(deliveries, records, size, i, day);
        }
      }
    }
    Path folder = Files.createDirectories(root.resolve("register"));
    Files.writeString(folder.resolve("proeftuinen.csv"), register);
    Files.writeString(folder.resolve("practices.csv"), "proeftuin_id,practice,from,to,phase\n");
  }

  private static void deliver(
      Path deliveries, BulkRecords records, Size size, int proeftuin, LocalDate day)
      throws IOException {
    boolean one = size.one(proeftuin);
    long count = size.placements(proeftuin);
    var delivery = new Delivered(records, day, one ? 0 : records.firstOf(day, count), count);
    Path folder = Files.createDirectories(deliveries.resolve(day.toString()));
    if (size.workbooks()) {
      delivery.workbook(folder, !one);
    } else {
      delivery.csv(folder, !one);
    }
  }

  /** What one delivery holds: placements from a number on, and perhaps their paid hours. */
  private record Delivered(BulkRecords records, LocalDate day, long first, long count) {

    void csv(Path folder, boolean paid) throws IOException {
      byte[][] days = BulkCsv.days(records.dutch());
      OutputStream file = open(folder.resolve(records.placementName() + ".csv"));
      try (var out = new BulkCsv(file, records.dutch(), days)) {
        placements(out);
      }
      if (paid) {
        file = open(folder.resolve(records.hoursName() + ".csv"));
        try (var out = new BulkCsv(file, records.dutch(), days)) {
          hours(out);
        }
      }
    }

    void workbook(Path folder, boolean paid) throws IOException {
      var sheets = new ArrayList<>(List.of(records.placementName()));
      if (paid) {
        sheets.add(records.hoursName());
      }
      OutputStream file = open(folder.resolve(records.workbookName() + ".xlsx"));
      long lowest = Math.max(0, first - 1); // a person may have the placement before as well
      try (var workbook = new BulkWorkbook(file, sheets, lowest, first + count - lowest)) {
        try (var out = workbook.sheet()) {
          placements(out);
        }
        if (paid) {
          try (var out = workbook.sheet()) {
            hours(out);
          }
        }
      }
    }

    private void placements(BulkTable out) throws IOException {
      records.placementHeader(out);
      for (long number = first; number < first + count; number++) {
        records.placement(out, number, count, day);
      }
    }

    private void hours(BulkTable out) throws IOException {
      records.hoursHeader(out);
      for (long number = first; number < first + count; number++) {
        records.hours(out, number, count, day);
      }
    }
  }

  private static OutputStream open(Path file) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
  }
}

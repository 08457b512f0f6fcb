package nl.oogst.sample;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes large roots quickly, for benchmarks: every proeftuin delivers eight half-yearly snapshots
 * of its placements, or some monthly ones, each with a year of monthly paid hours. Half of the
 * proeftuinen use the canonical names, half Dutch labels. One record in a thousand has a mistake.
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
   */
  record Size(long bytes, int proeftuinen, boolean skew, boolean single, int monthly, long lone) {
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
      if (size.single() || (size.lone() > 0 && i == 0)) {
        long all = size.single() ? size.bytes() : size.lone();
        single(deliveries, records, all / BYTES_PER_LONE_PLACEMENT);
      } else {
        snapshots(deliveries, records, placements(size, i), size.days());
      }
    }
    Path folder = Files.createDirectories(root.resolve("register"));
    Files.writeString(folder.resolve("proeftuinen.csv"), register);
    Files.writeString(folder.resolve("practices.csv"), "proeftuin_id,practice,from,to,phase\n");
  }

  private static int placements(Size size, int proeftuin) {
    double share = 1.0 / size.proeftuinen();
    if (size.lone() > 0) {
      share = (1 - (double) size.lone() / size.bytes()) / (size.proeftuinen() - 1);
    } else if (size.skew() && size.proeftuinen() > 1) {
      share = proeftuin == 0 ? 0.5 : 0.5 / (size.proeftuinen() - 1);
    }
    return Math.max(1, (int) (size.bytes() * share / size.days().size() / BYTES_PER_PLACEMENT));
  }

  private static void single(Path deliveries, BulkRecords records, long count) throws IOException {
    LocalDate day = LAST_SNAPSHOT;
    Path folder = Files.createDirectories(deliveries.resolve(day.toString()));
    try (var out = new AsciiWriter(open(folder.resolve("placements.csv")))) {
      records.placementHeader(out);
      for (long number = 0; number < count; number++) {
        records.placement(out, number, count, day);
      }
    }
  }

  private static void snapshots(
      Path deliveries, BulkRecords records, int count, List<LocalDate> days) throws IOException {
    for (LocalDate day : days) {
      Path folder = Files.createDirectories(deliveries.resolve(day.toString()));
      long first = records.firstOf(day, count);
      try (var out = new AsciiWriter(open(folder.resolve(records.placementFile())))) {
        records.placementHeader(out);
        for (long number = first; number < first + count; number++) {
          records.placement(out, number, count, day);
        }
      }
      try (var out = new AsciiWriter(open(folder.resolve(records.hoursFile())))) {
        records.hoursHeader(out);
        for (long number = first; number < first + count; number++) {
          records.hours(out, number, count, day);
        }
      }
    }
  }

  private static OutputStream open(Path file) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
  }

  /** Collects ASCII text in a buffer of bytes. */
  static final class AsciiWriter implements AutoCloseable {
    private final OutputStream out;
    private final byte[] buffer = new byte[1 << 16];
    private int size;

    AsciiWriter(OutputStream out) {
      this.out = out;
    }

    AsciiWriter add(byte[] text) throws IOException {
      if (size + text.length > buffer.length) {
        flush();
      }
      System.arraycopy(text, 0, buffer, size, text.length);
      size += text.length;
      return this;
    }

    AsciiWriter add(char c) throws IOException {
      if (size == buffer.length) {
        flush();
      }
      buffer[size++] = (byte) c;
      return this;
    }

    /** A number of at least this many digits. */
    AsciiWriter add(long number, int digits) throws IOException {
      long power = 1;
      int length = 1;
      while (length < digits || number / power >= 10) {
        power *= 10;
        length++;
      }
      for (; power > 0; power /= 10) {
        add((char) ('0' + number / power % 10));
      }
      return this;
    }

    private void flush() throws IOException {
      out.write(buffer, 0, size);
      size = 0;
    }

    @Override
    public void close() throws IOException {
      flush();
      out.close();
    }
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}

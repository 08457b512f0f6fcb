package nl.oogst.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;

/** A table as CSV: with commas and ISO dates, or as Dutch programs write it. */
final class BulkCsv implements BulkTable {
  private static final long FIRST_DAY = LocalDate.of(2017, 1, 1).toEpochDay();
  private static final int DAYS = 15 * 366;

  private final AsciiWriter out;
  private final boolean dutch;
  private final byte[][] days;
  private boolean inRow;

  /**
   * @param days of {@link #days}, which many tables can share
   */
  BulkCsv(OutputStream out, boolean dutch, byte[][] days) {
    this.out = new AsciiWriter(out);
    this.dutch = dutch;
    this.days = days;
  }

  /** All days that a root can name, written out. */
  static byte[][] days(boolean dutch) {
    byte[][] days = new byte[DAYS][];
    for (int i = 0; i < days.length; i++) {
      LocalDate date = LocalDate.ofEpochDay(FIRST_DAY + i);
      days[i] =
          AsciiWriter.ascii(
              dutch
                  ? date.getDayOfMonth() + "-" + date.getMonthValue() + "-" + date.getYear()
                  : date.toString());
    }
    return days;
  }

  private AsciiWriter cell() throws IOException {
    if (inRow) {
      out.add(dutch ? ';' : ',');
    }
    inRow = true;
    return out;
  }

  @Override
  public void text(byte[] word) throws IOException {
    cell().add(word);
  }

  @Override
  public void number(Numbered kind, long number) throws IOException {
    cell().add(kind.letter()).add(number, Numbered.DIGITS);
  }

  @Override
  public void day(long day) throws IOException {
    cell().add(days[(int) (day - FIRST_DAY)]);
  }

  @Override
  public void weekly(long hours) throws IOException {
    cell().add(hours, 1);
  }

  @Override
  public void tenths(long tenths) throws IOException {
    cell().add(tenths / 10, 1).add(dutch ? ',' : '.').add(tenths % 10, 1);
  }

  @Override
  public void empty() throws IOException {
    cell();
  }

  @Override
  public void endRow() throws IOException {
    out.add('\n');
    inRow = false;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}

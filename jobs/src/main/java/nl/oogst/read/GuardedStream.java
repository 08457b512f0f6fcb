package nl.oogst.read;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import nl.oogst.model.IssueCode;

/**
 * Unpacked bytes, counted against what one delivery may unpack to and checked against their sum.
 */
final class GuardedStream extends FilterInputStream {
  private final String file;
  private final ReadLimits limits;
  private final Budget budget;
  private final Packed packed;
  private final CRC32 sum;
  private final long expectedSum;
  private final long expectedSize;
  private long count;

  /** Bytes unpacked so far from one delivered file, in all its archives. */
  static final class Budget {
    private long bytes;
  }

  /** How many packed bytes the unpacked ones came from. */
  @FunctionalInterface
  interface Packed {
    long bytes();
  }

  /**
   * @param expectedSum CRC-32 of the unpacked bytes; -1 when not known
   * @param expectedSize number of unpacked bytes; -1 when not known
   */
  GuardedStream(
      InputStream in,
      String file,
      ReadLimits limits,
      Budget budget,
      Packed packed,
      long expectedSum,
      long expectedSize) {
    super(in);
    this.file = file;
    this.limits = limits;
    this.budget = budget;
    this.packed = packed;
    this.sum = expectedSum < 0 ? null : new CRC32();
    this.expectedSum = expectedSum;
    this.expectedSize = expectedSize;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    int n = super.read(to, offset, length);
    if (n > 0) {
      count += n;
      budget.bytes += n;
      if (sum != null) {
        sum.update(to, offset, n);
      }
      check();
    } else if (n < 0) {
      checkEnd();
    }
    return n;
  }

  private void check() throws ReadFailure {
    if (budget.bytes > limits.unpackedBytes()) {
      throw new ReadFailure(
          IssueCode.ARCHIVE_BOMB,
          file,
          "wordt uitgepakt groter dan " + (limits.unpackedBytes() >> 20) + " MB");
    }
    if (count > limits.ratioFromBytes() && count / limits.ratio() > Math.max(1, packed.bytes())) {
      throw new ReadFailure(
          IssueCode.ARCHIVE_BOMB,
          file,
          "wordt uitgepakt meer dan " + limits.ratio() + " keer zo groot");
    }
  }

  private void checkEnd() throws IOException {
    if (expectedSize > count) {
      throw new EOFException("entry ends early");
    }
    if (sum != null && sum.getValue() != expectedSum) {
      throw new ReadFailure(
          IssueCode.FILE_UNREADABLE, file, "is beschadigd: de controlesom klopt niet");
    }
  }

  @Override
  public long skip(long n) throws IOException {
    long left = n;
    byte[] scratch = new byte[4096];
    while (left > 0) {
      int got = read(scratch, 0, (int) Math.min(left, scratch.length));
      if (got < 0) {
        break;
      }
      left -= got;
    }
    return n - left;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}

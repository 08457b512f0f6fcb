package nl.oogst.release;

import java.util.Arrays;

/**
 * Numbers as Parquet packs them: runs of one number, and groups of eight in as few bits as the
 * largest of them needs.
 */
final class PackedNumbers {
  private static final int GROUP = 8;
  private static final int BYTE = 0xFF;
  private static final int SEVEN_BITS = 0x7F;

  private final byte[] bytes;
  private final int width;
  private int at;

  private PackedNumbers(byte[] bytes, int from, int width) {
    if (width < 0 || width > Integer.SIZE) {
      throw new IllegalArgumentException("numbers of " + width + " bits");
    }
    this.bytes = bytes;
    this.width = width;
    this.at = from;
  }

  /**
   * Unpacks the first so many numbers.
   *
   * @param from where they begin
   * @param width the bits of a number
   * @throws RuntimeException when there are fewer
   */
  static int[] read(byte[] bytes, int from, int width, int count) {
    int[] numbers = new int[count];
    new PackedNumbers(bytes, from, width).read(numbers);
    return numbers;
  }

  private void read(int[] numbers) {
    int known = 0;
    while (known < numbers.length) {
      int header = header();
      int some = header >>> 1;
      if (some == 0) {
        throw new IllegalArgumentException("a run of nothing");
      }
      if ((header & 1) == 0) {
        int to = (int) Math.min(numbers.length, (long) known + some);
        Arrays.fill(numbers, known, to, number());
        known = to;
      } else {
        int to = (int) Math.min(numbers.length, known + (long) some * GROUP);
        groups(numbers, known, to);
        known = to;
      }
    }
  }

  private int header() {
    int header = 0;
    for (int shift = 0; ; shift += 7) {
      int next = bytes[at++];
      header |= (next & SEVEN_BITS) << shift;
      if (next >= 0) {
        return header;
      }
    }
  }

  /** The number of a run, in whole bytes. */
  private int number() {
    int number = 0;
    for (int shift = 0; shift < width; shift += Byte.SIZE) {
      number |= (bytes[at++] & BYTE) << shift;
    }
    return number;
  }

  /** Bits of one number after another, those of the first lowest; groups end with whole bytes. */
  private void groups(int[] numbers, int from, int to) {
    long mask = (1L << width) - 1;
    long bits = 0;
    int left = 0;
    for (int i = from; i < to; i++) {
      while (left < width) {
        bits |= (bytes[at++] & (long) BYTE) << left;
        left += Byte.SIZE;
      }
      numbers[i] = (int) (bits & mask);
      bits >>>= width;
      left -= width;
    }
  }
}

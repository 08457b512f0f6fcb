package nl.oogst.sample;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Raw DEFLATE (RFC 1951) with the fixed Huffman codes and a greedy search. Written out because the
 * bytes of {@link java.util.zip.Deflater} depend on the zlib that a JDK was linked with.
 */
final class Deflate {
  private static final int WINDOW = 32768;
  private static final int HASH_SIZE = 1 << 15;
  private static final int MAX_CHAIN = 64;
  private static final int MIN_MATCH = 3;
  private static final int MAX_MATCH = 258;
  private static final int[] LENGTH_BASE = {
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
    163, 195, 227, 258
  };
  private static final int[] LENGTH_EXTRA = {
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0
  };

  private final byte[] data;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final int[] head = new int[HASH_SIZE];
  private final int[] previous;
  private int bits;
  private int bitCount;

  private Deflate(byte[] data) {
    this.data = data;
    this.previous = new int[data.length];
    Arrays.fill(head, -1);
  }

  static byte[] compress(byte[] data) {
    return new Deflate(data).run();
  }

  private byte[] run() {
    write(0b011, 3); // the last block, fixed codes
    int at = 0;
    while (at < data.length) {
      int length = 0;
      int distance = 0;
      int candidate = at + MIN_MATCH <= data.length ? head[hash(at)] : -1;
      for (int tries = 0; candidate >= 0 && at - candidate < WINDOW && tries < MAX_CHAIN; tries++) {
        int found = matchLength(candidate, at);
        if (found > length) {
          length = found;
          distance = at - candidate;
        }
        candidate = previous[candidate];
      }
      if (length >= MIN_MATCH) {
        writeMatch(length, distance);
      } else {
        length = 1;
        writeSymbol(data[at] & 0xFF);
      }
      for (int i = 0; i < length; i++, at++) {
        remember(at);
      }
    }
    writeSymbol(256);
    write(0, (8 - bitCount) & 7);
    return out.toByteArray();
  }

  private void remember(int at) {
    if (at + MIN_MATCH <= data.length) {
      int hash = hash(at);
      previous[at] = head[hash];
      head[hash] = at;
    }
  }

  private int hash(int at) {
    int key = (data[at] & 0xFF) << 16 | (data[at + 1] & 0xFF) << 8 | (data[at + 2] & 0xFF);
    return (key * 0x9E3779B1) >>> 17;
  }

  private int matchLength(int from, int at) {
    int limit = Math.min(MAX_MATCH, data.length - at);
    int length = 0;
    while (length < limit && data[from + length] == data[at + length]) {
      length++;
    }
    return length;
  }

  private void writeMatch(int length, int distance) {
    int symbol = LENGTH_BASE.length - 1;
    while (LENGTH_BASE[symbol] > length) {
      symbol--;
    }
    writeSymbol(257 + symbol);
    write(length - LENGTH_BASE[symbol], LENGTH_EXTRA[symbol]);
    int code = 0;
    int base = 1;
    int extra = 0;
    while (base + (1 << extra) <= distance) {
      base += 1 << extra;
      code++;
      extra = code < 4 ? 0 : code / 2 - 1;
    }
    writeReversed(code, 5);
    write(distance - base, extra);
  }

  private void writeSymbol(int symbol) {
    if (symbol < 144) {
      writeReversed(0x30 + symbol, 8);
    } else if (symbol < 256) {
      writeReversed(0x190 + symbol - 144, 9);
    } else if (symbol < 280) {
      writeReversed(symbol - 256, 7);
    } else {
      writeReversed(0xC0 + symbol - 280, 8);
    }
  }

  private void writeReversed(int code, int length) {
    write(Integer.reverse(code) >>> (32 - length), length);
  }

  private void write(int value, int length) {
    bits |= value << bitCount;
    bitCount += length;
    while (bitCount >= 8) {
      out.write(bits & 0xFF);
      bits >>>= 8;
      bitCount -= 8;
    }
  }
}

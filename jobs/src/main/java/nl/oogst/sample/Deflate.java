package nl.oogst.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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

  /** Where packed bytes go. */
  interface Sink {
    void write(byte[] bytes, int from, int length) throws IOException;
  }

  private final Sink sink;
  private final int tries;
  private final byte[] packed = new byte[1 << 13];
  private final int[] head = new int[HASH_SIZE];
  private final int[] previous;
  private byte[] data;
  private int length;
  private int waiting;
  private int bits;
  private int bitCount;

  /**
   * Packs block after block.
   *
   * @param longest the bytes of the longest block
   * @param tries how many earlier places are looked at for a repeat
   */
  Deflate(Sink sink, int longest, int tries) {
    this.sink = sink;
    this.tries = tries;
    this.previous = new int[longest];
  }

  static byte[] compress(byte[] data) {
    var out = new ByteArrayOutputStream();
    try {
      new Deflate(out::write, data.length, MAX_CHAIN).block(data, data.length, true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Packs a block; repeats of what earlier blocks hold are not looked for. */
  void block(byte[] block, int blockLength, boolean last) throws IOException {
    data = block;
    length = blockLength;
    Arrays.fill(head, -1);
    write(last ? 0b011 : 0b010, 3); // fixed codes
    int at = 0;
    while (at < length) {
      int matched = 0;
      int distance = 0;
      int candidate = at + MIN_MATCH <= length ? head[hash(at)] : -1;
      for (int tried = 0; candidate >= 0 && at - candidate < WINDOW && tried < tries; tried++) {
        int found = matchLength(candidate, at);
        if (found > matched) {
          matched = found;
          distance = at - candidate;
        }
        candidate = previous[candidate];
      }
      if (matched >= MIN_MATCH) {
        writeMatch(matched, distance);
      } else {
        matched = 1;
        writeSymbol(data[at] & 0xFF);
      }
      for (int i = 0; i < matched; i++, at++) {
        remember(at);
      }
    }
    writeSymbol(256);
    if (last) {
      write(0, (8 - bitCount) & 7);
      sink.write(packed, 0, waiting);
      waiting = 0;
    }
  }

  private void remember(int at) {
    if (at + MIN_MATCH <= length) {
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
    int limit = Math.min(MAX_MATCH, length - at);
    int matched = 0;
    while (matched < limit && data[from + matched] == data[at + matched]) {
      matched++;
    }
    return matched;
  }

  private void writeMatch(int matched, int distance) throws IOException {
    int symbol = LENGTH_BASE.length - 1;
    while (LENGTH_BASE[symbol] > matched) {
      symbol--;
    }
    writeSymbol(257 + symbol);
    write(matched - LENGTH_BASE[symbol], LENGTH_EXTRA[symbol]);
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

  private void writeSymbol(int symbol) throws IOException {
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

  private void writeReversed(int code, int bitLength) throws IOException {
    write(Integer.reverse(code) >>> (32 - bitLength), bitLength);
  }

  private void write(int value, int bitLength) throws IOException {
    bits |= value << bitCount;
    bitCount += bitLength;
    while (bitCount >= 8) {
      if (waiting == packed.length) {
        sink.write(packed, 0, waiting);
        waiting = 0;
      }
      packed[waiting++] = (byte) bits;
      bits >>>= 8;
      bitCount -= 8;
    }
  }
}

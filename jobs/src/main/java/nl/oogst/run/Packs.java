package nl.oogst.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import nl.oogst.resolve.ByteReader;
import nl.oogst.resolve.ByteWriter;
import scala.Tuple2;

/**
 * Keyed pairs put into packs, each of one kind (the first sign of the key): what a stage keeps is
 * read by several others, and whoever asks for one kind passes over a pack of another as a whole.
 */
final class Packs implements Iterator<byte[]> {
  /** A pair that parts what comes before it from what comes after: no pack holds of both. */
  static final char MARK = '|';

  private static final int FULL = 64 << 10;

  private final Iterator<Tuple2<String, byte[]>> pairs;
  private final Map<Character, ByteWriter> begun = new TreeMap<>();
  private final Deque<byte[]> ready = new ArrayDeque<>();

  Packs(Iterator<Tuple2<String, byte[]>> pairs) {
    this.pairs = pairs;
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && pairs.hasNext()) {
      Tuple2<String, byte[]> pair = pairs.next();
      char kind = pair._1().charAt(0);
      if (kind == MARK) {
        finish();
      }
      ByteWriter pack = begun.computeIfAbsent(kind, k -> new ByteWriter().putByte(k));
      pack.putText(pair._1()).putLong(pair._2().length).putBytes(pair._2());
      if (pack.size() >= FULL || kind == MARK) {
        begun.remove(kind);
        ready.add(pack.toBytes());
      }
    }
    if (ready.isEmpty()) {
      finish();
    }
    return !ready.isEmpty();
  }

  private void finish() {
    begun.values().forEach(pack -> ready.add(pack.toBytes()));
    begun.clear();
  }

  @Override
  public byte[] next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.remove();
  }

  /** A pack of one pair. */
  static byte[] one(String key, byte[] value) {
    return new Packs(List.of(new Tuple2<>(key, value)).iterator()).next();
  }

  /** The kind of all pairs in a pack. */
  static char kind(byte[] pack) {
    return (char) pack[0];
  }

  /** The pairs of a pack, in their order. */
  static Iterator<Tuple2<String, byte[]>> open(byte[] pack) {
    ByteReader in = new ByteReader(pack);
    in.readByte();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return in.hasMore();
      }

      @Override
      public Tuple2<String, byte[]> next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return new Tuple2<>(in.readText(), in.readBytes(in.readInt()));
      }
    };
  }
}

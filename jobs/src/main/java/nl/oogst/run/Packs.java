package nl.oogst.run;

import java.util.Iterator;
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
  private static final int FULL = 64 << 10;

  private final Iterator<Tuple2<String, byte[]>> pairs;
  private final Map<Character, ByteWriter> begun = new TreeMap<>();
  private Iterator<ByteWriter> last;

  Packs(Iterator<Tuple2<String, byte[]>> pairs) {
    this.pairs = pairs;
  }

  @Override
  public boolean hasNext() {
    return last == null ? pairs.hasNext() || !begun.isEmpty() : last.hasNext();
  }

  @Override
  public byte[] next() {
    while (pairs.hasNext()) {
      Tuple2<String, byte[]> pair = pairs.next();
      char kind = pair._1().charAt(0);
      ByteWriter pack = begun.computeIfAbsent(kind, k -> new ByteWriter().putByte(k));
      pack.putText(pair._1()).putLong(pair._2().length).putBytes(pair._2());
      if (pack.size() >= FULL) {
        begun.remove(kind);
        return pack.toBytes();
      }
    }
    if (last == null) {
      last = begun.values().iterator();
    }
    if (!last.hasNext()) {
      throw new NoSuchElementException();
    }
    return last.next().toBytes();
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

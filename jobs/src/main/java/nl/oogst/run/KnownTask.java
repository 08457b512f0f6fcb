package nl.oogst.run;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.apache.spark.api.java.function.FlatMapFunction;

/** The packs of some kinds in parts that earlier runs kept. */
final class KnownTask implements FlatMapFunction<Iterator<String>, byte[]> {
  private static final long serialVersionUID = 1L;

  private final Set<Character> kinds;

  KnownTask(Set<Character> kinds) {
    this.kinds = kinds;
  }

  @Override
  public Iterator<byte[]> call(Iterator<String> parts) {
    return new Iterator<>() {
      private Iterator<byte[]> packs = List.<byte[]>of().iterator();

      @Override
      public boolean hasNext() {
        while (!packs.hasNext() && parts.hasNext()) {
          packs = KeptPart.packs(Path.of(parts.next()), kinds);
        }
        return packs.hasNext();
      }

      @Override
      public byte[] next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return packs.next();
      }
    };
  }
}

package nl.oogst.run;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import nl.oogst.resolve.ResolvedCodec;
import org.apache.spark.api.java.function.FlatMapFunction;

/**
 * The placements of a file that {@link SettledPersons} wrote beside its sums: those of persons in
 * parts that the file still stands for, since others may have been made anew elsewhere.
 */
final class OthersTask implements FlatMapFunction<String, byte[]> {
  private static final long serialVersionUID = 1L;

  private final Map<String, PersonBuckets.Some> parts;

  /**
   * A task.
   *
   * @param parts by file
   */
  OthersTask(Map<String, PersonBuckets.Some> parts) {
    this.parts = new HashMap<>(parts);
  }

  @Override
  public Iterator<byte[]> call(String file) {
    PersonBuckets.Some asked = parts.get(file);
    Iterator<byte[]> packs = KeptPart.packs(Path.of(file), Set.of(SettledPersons.OTHERS));
    Deque<byte[]> ready = new ArrayDeque<>();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        while (ready.isEmpty() && packs.hasNext()) {
          Packs.open(packs.next()).forEachRemaining(pair -> take(pair._2()));
        }
        return !ready.isEmpty();
      }

      private void take(byte[] placement) {
        if (asked.contains(ResolvedCodec.readIds(placement).own())) {
          ready.add(placement);
        }
      }

      @Override
      public byte[] next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return ready.remove();
      }
    };
  }
}

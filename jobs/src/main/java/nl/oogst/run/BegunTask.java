package nl.oogst.run;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import nl.oogst.resolve.ByteWriter;
import nl.oogst.resolve.Origin;
import nl.oogst.resolve.ResolvedCodec;
import nl.oogst.resolve.Sightings;
import nl.oogst.resolve.SmallItems;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import scala.Tuple2;

/**
 * What an earlier run resolved of a proeftuin that delivered since, under the keys of {@link
 * ResolveTask#keyed}: each placement comes to lie beside its rows in the later deliveries.
 */
final class BegunTask implements PairFlatMapFunction<Iterator<String>, String, byte[]> {
  private static final long serialVersionUID = 1L;

  private static final Set<Character> KINDS =
      Set.of(
          ResolveTask.PLACEMENT,
          ResolveTask.WAITING,
          ResolveTask.SMALL_ITEM,
          ResolveTask.SETTLED_ROW,
          ResolveTask.SETTLED);

  private final Map<String, Origin> origins;

  /**
   * A task.
   *
   * @param origins where the numbers of each proeftuin begin now
   */
  BegunTask(Map<String, Origin> origins) {
    this.origins = origins;
  }

  /** A part and whose it is. */
  static String part(String proeftuin, Path part) {
    return proeftuin + Output.PART + part;
  }

  @Override
  public Iterator<Tuple2<String, byte[]>> call(Iterator<String> parts) {
    return new Iterator<>() {
      private String proeftuin;
      private Iterator<byte[]> packs;
      private Iterator<Tuple2<String, byte[]>> pairs;

      @Override
      public boolean hasNext() {
        while (pairs == null || !pairs.hasNext()) {
          if (packs != null && packs.hasNext()) {
            pairs = Packs.open(packs.next());
          } else if (parts.hasNext()) {
            String part = parts.next();
            int at = part.indexOf(Output.PART);
            proeftuin = part.substring(0, at);
            packs = KeptPart.packs(Path.of(part.substring(at + 1)), KINDS);
          } else {
            return false;
          }
        }
        return true;
      }

      @Override
      public Tuple2<String, byte[]> next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return keyed(proeftuin, pairs.next());
      }
    };
  }

  private Tuple2<String, byte[]> keyed(String proeftuin, Tuple2<String, byte[]> pair) {
    Origin origin = origins.get(proeftuin);
    String key = pair._1();
    byte[] value = pair._2();
    String rest = key.substring(key.indexOf(Output.PART) + 1);
    return switch (key.charAt(0)) {
      case ResolveTask.PLACEMENT ->
          pair(
              proeftuin,
              Output.PLACEMENT + ResolvedCodec.readIds(value).placementId(),
              Sightings.resolved(value, origin));
      case ResolveTask.WAITING ->
          pair(proeftuin, Output.PLACEMENT + rest, Sightings.waiting(value, origin));
      case ResolveTask.SMALL_ITEM -> {
        SmallItems.Seen own = SmallItems.read(value);
        SmallItems.Seen seen = new SmallItems.Seen(origin.ofRun(own.place()), own.item());
        yield pair(proeftuin, Output.SMALL_ITEM + rest, SmallItems.toBytes(seen));
      }
      case ResolveTask.SETTLED_ROW ->
          pair(
              proeftuin,
              ResolveTask.SETTLED_ROW + Integer.toHexString(Arrays.hashCode(value)),
              new ByteWriter().putText(key).putBytes(value).toBytes());
      default -> pair(proeftuin, String.valueOf(ResolveTask.SETTLED), value);
    };
  }

  private static Tuple2<String, byte[]> pair(String proeftuin, String key, byte[] value) {
    return new Tuple2<>(proeftuin + Output.PART + key, value);
  }
}

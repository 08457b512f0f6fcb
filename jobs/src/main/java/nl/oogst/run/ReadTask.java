package nl.oogst.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import nl.oogst.model.Delivery;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import scala.Tuple2;

/** Reads the files of one partition, in bounded memory. */
final class ReadTask implements PairFlatMapFunction<Iterator<byte[]>, String, byte[]> {
  private static final long serialVersionUID = 1L;

  private final Shared<Reading> shared;
  private final List<Delivery> deliveries;
  private final Kept kept;

  /**
   * A task.
   *
   * @param kept where what files yielded in earlier runs is kept, or null
   */
  ReadTask(Shared<Reading> reading, List<Delivery> deliveries, Kept kept) {
    this.shared = reading;
    this.deliveries = deliveries;
    this.kept = kept;
  }

  @Override
  public Iterator<Tuple2<String, byte[]>> call(Iterator<byte[]> lists) {
    return new Iterator<>() {
      private final Reading reading = shared.get().ofTask();
      private final Output output = new Output();
      private final Deque<ReadUnit> units = new ArrayDeque<>();
      private Cursor cursor;
      private Iterator<Tuple2<String, byte[]>> ready = List.<Tuple2<String, byte[]>>of().iterator();
      private boolean done;

      @Override
      public boolean hasNext() {
        while (!ready.hasNext() && !done) {
          read();
          ready = output.drain().iterator();
        }
        return ready.hasNext();
      }

      private void read() {
        while (!output.full()) {
          if (cursor != null) {
            cursor = cursor.step(output) ? cursor : null;
          } else if (!units.isEmpty()) {
            cursor = cursor(units.remove());
          } else if (lists.hasNext()) {
            for (Object unit : JavaBytes.read(lists.next(), ArrayList.class)) {
              units.add((ReadUnit) unit);
            }
          } else {
            done = true;
            return;
          }
        }
      }

      private Cursor cursor(ReadUnit unit) {
        Delivery delivery = deliveries.get(unit.file().delivery());
        if (kept == null) {
          return new FileCursor(reading, delivery, unit, KeptFile.Writer.NONE);
        }
        KeptFile entry = kept.entry(delivery, unit);
        return entry.whole()
            ? new KeptCursor(entry, delivery, unit.file())
            : new FileCursor(reading, delivery, unit, entry.begin());
      }

      @Override
      public Tuple2<String, byte[]> next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return ready.next();
      }
    };
  }
}

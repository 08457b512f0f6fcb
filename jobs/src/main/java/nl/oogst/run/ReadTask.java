package nl.oogst.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import nl.oogst.model.DeliveredFile;
import nl.oogst.model.Delivery;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import scala.Tuple2;

/** Reads the files of one partition, in bounded memory. */
final class ReadTask implements PairFlatMapFunction<Iterator<byte[]>, String, byte[]> {
  private static final long serialVersionUID = 1L;

  private final Reading reading;
  private final List<Delivery> deliveries;
  private final Kept kept;

  /**
   * A task.
   *
   * @param kept where what files yielded in earlier runs is kept, or null
   */
  ReadTask(Reading reading, List<Delivery> deliveries, Kept kept) {
    this.reading = reading;
    this.deliveries = deliveries;
    this.kept = kept;
  }

  @Override
  public Iterator<Tuple2<String, byte[]>> call(Iterator<byte[]> lists) {
    return new Iterator<>() {
      private final Output output = new Output();
      private final Deque<DeliveredFile> files = new ArrayDeque<>();
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
          } else if (!files.isEmpty()) {
            cursor = cursor(files.remove());
          } else if (lists.hasNext()) {
            for (Object file : JavaBytes.read(lists.next(), ArrayList.class)) {
              files.add((DeliveredFile) file);
            }
          } else {
            done = true;
            return;
          }
        }
      }

      private Cursor cursor(DeliveredFile file) {
        Delivery delivery = deliveries.get(file.delivery());
        if (kept == null) {
          return new FileCursor(reading, delivery, file);
        }
        KeptFile entry = kept.entry(delivery, file);
        return entry.whole()
            ? new KeptCursor(entry, delivery, file)
            : new FileCursor(reading, delivery, file, entry.begin());
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

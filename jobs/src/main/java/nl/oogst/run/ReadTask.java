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

  ReadTask(Reading reading, List<Delivery> deliveries) {
    this.reading = reading;
    this.deliveries = deliveries;
  }

  @Override
  public Iterator<Tuple2<String, byte[]>> call(Iterator<byte[]> lists) {
    return new Iterator<>() {
      private final Output output = new Output();
      private final Deque<FileCursor> cursors = new ArrayDeque<>();
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
          if (cursors.isEmpty()) {
            if (!lists.hasNext()) {
              done = true;
              return;
            }
            for (Object file : JavaBytes.read(lists.next(), ArrayList.class)) {
              DeliveredFile delivered = (DeliveredFile) file;
              cursors.add(new FileCursor(reading, deliveries.get(delivered.delivery()), delivered));
            }
          } else if (!cursors.peek().step(output)) {
            cursors.remove();
          }
        }
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

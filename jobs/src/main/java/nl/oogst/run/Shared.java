package nl.oogst.run;

import java.io.Serializable;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * Something large that all tasks need, the same for all of them: it travels once to each machine
 * and is unpacked there once, and not with every task. It must not change, and bear to be used by
 * several threads.
 */
final class Shared<T extends Serializable> implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Broadcast<Packed> packed;
  private final Class<T> type;

  private Shared(Broadcast<Packed> packed, Class<T> type) {
    this.packed = packed;
    this.type = type;
  }

  static <T extends Serializable> Shared<T> of(JavaSparkContext spark, T value, Class<T> type) {
    return new Shared<>(spark.broadcast(new Packed(JavaBytes.write(value))), type);
  }

  T get() {
    return type.cast(packed.value().object());
  }

  /** Bytes of Java's own form, whichever serializer takes them along. */
  private static final class Packed implements Serializable {
    private static final long serialVersionUID = 1L;

    private final byte[] bytes;
    private transient Object object;

    Packed(byte[] bytes) {
      this.bytes = bytes;
    }

    synchronized Object object() {
      if (object == null) {
        object = JavaBytes.read(bytes, Object.class);
      }
      return object;
    }
  }
}

package nl.oogst.protect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Numbers of an array as bytes, from a place in it up to another; many at a time. */
final class NumberBytes {
  private static final int MANY = 1 << 13;

  private NumberBytes() {}

  static void write(int[] numbers, int from, int to, DataOutput out) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(MANY * Integer.BYTES);
    for (int at = from; at < to; at += MANY) {
      int some = Math.min(MANY, to - at);
      bytes.asIntBuffer().put(numbers, at, some);
      out.write(bytes.array(), 0, some * Integer.BYTES);
    }
  }

  static void read(int[] numbers, int from, int to, DataInput in) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(MANY * Integer.BYTES);
    for (int at = from; at < to; at += MANY) {
      int some = Math.min(MANY, to - at);
      in.readFully(bytes.array(), 0, some * Integer.BYTES);
      bytes.asIntBuffer().get(numbers, at, some);
    }
  }

  static void write(double[] numbers, int from, int to, DataOutput out) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(MANY * Double.BYTES);
    for (int at = from; at < to; at += MANY) {
      int some = Math.min(MANY, to - at);
      bytes.asDoubleBuffer().put(numbers, at, some);
      out.write(bytes.array(), 0, some * Double.BYTES);
    }
  }

  static void read(double[] numbers, int from, int to, DataInput in) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(MANY * Double.BYTES);
    for (int at = from; at < to; at += MANY) {
      int some = Math.min(MANY, to - at);
      in.readFully(bytes.array(), 0, some * Double.BYTES);
      bytes.asDoubleBuffer().get(numbers, at, some);
    }
  }
}

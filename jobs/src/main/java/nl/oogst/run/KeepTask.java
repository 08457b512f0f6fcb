package nl.oogst.run;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import nl.oogst.resolve.ByteReader;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;

/**
 * Writes what was resolved to where it is kept, a part for each proeftuin, while it passes by.
 * Behind the packs of a proeftuin comes one that names the part. A task that is tried again writes
 * a part of its own; only the one that is named counts.
 */
final class KeepTask implements FlatMapFunction<Iterator<byte[]>, byte[]> {
  private static final long serialVersionUID = 1L;

  /** A {@link KeptPart}, with its proeftuin behind it; without value when it could not be kept. */
  static final char PART = 'K';

  private final String folder;
  private final Map<String, String> keys;

  /**
   * A task.
   *
   * @param keys of the proeftuinen that are kept; the others pass
   */
  KeepTask(Path folder, Map<String, String> keys) {
    this.folder = folder.toString();
    this.keys = keys;
  }

  @Override
  public Iterator<byte[]> call(Iterator<byte[]> packs) {
    TaskContext task = TaskContext.get();
    // two attempts, of two runs even, never write to one file
    String name = task.partitionId() + "-" + task.taskAttemptId() + "-" + System.nanoTime();
    return new Keeping(packs, name);
  }

  private final class Keeping implements Iterator<byte[]> {
    private final Iterator<byte[]> packs;
    private final String name;
    private String proeftuin;
    private KeptPart.Writer writer;
    private byte[] next;

    Keeping(Iterator<byte[]> packs, String name) {
      this.packs = packs;
      this.name = name;
    }

    @Override
    public boolean hasNext() {
      while (next == null && packs.hasNext()) {
        byte[] pack = packs.next();
        if (Packs.kind(pack) == Packs.MARK) {
          next = finish();
          begin(proeftuin(pack));
        } else {
          if (writer != null) {
            writer.pack(pack);
          }
          next = pack;
        }
      }
      if (next == null) {
        next = finish();
      }
      return next != null;
    }

    private String proeftuin(byte[] mark) {
      ByteReader in = new ByteReader(mark);
      in.readByte();
      return in.readText().substring(1);
    }

    private void begin(String next) {
      String key = keys.get(next);
      proeftuin = next;
      writer = key == null ? null : new KeptPart.Writer(Path.of(folder), key + "/" + name);
    }

    private byte[] finish() {
      if (writer == null) {
        return null;
      }
      KeptPart part = writer.finish();
      writer = null;
      return Packs.one(PART + proeftuin, part == null ? new byte[0] : JavaBytes.write(part));
    }

    @Override
    public byte[] next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      byte[] pack = next;
      next = null;
      return pack;
    }
  }
}

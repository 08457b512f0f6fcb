package nl.oogst.read;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The bytes of a file or of an entry in an archive; can be opened more than once. */
interface Content {
  InputStream open() throws IOException;

  /** The bytes from one of them on. */
  default InputStream open(long from) throws IOException {
    InputStream in = open();
    in.skipNBytes(from);
    return in;
  }

  /** A file with these bytes; {@code spool} holds it when it had to be copied. */
  Path file(Spool spool) throws IOException;

  /** A file on disk. */
  record OnDisk(Path path) implements Content {
    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(path);
    }

    @Override
    public InputStream open(long from) throws IOException {
      FileChannel channel = FileChannel.open(path);
      return Channels.newInputStream(channel.position(from));
    }

    @Override
    public Path file(Spool spool) {
      return path;
    }
  }

  /** Bytes that must be unpacked to be read. */
  @FunctionalInterface
  interface Packed extends Content {
    @Override
    default Path file(Spool spool) throws IOException {
      try (InputStream in = new BufferedInputStream(open())) {
        return spool.copy(in);
      }
    }
  }

  /** Temporary copies of what can only be read from a file. Created for their owner alone. */
  final class Spool {
    private final java.util.List<Path> copies = new java.util.ArrayList<>();

    Path copy(InputStream in) throws IOException {
      Path copy = Files.createTempFile("oogst", ".part");
      copies.add(copy);
      Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
      return copy;
    }

    void delete() {
      for (Path copy : copies) {
        try {
          Files.deleteIfExists(copy);
        } catch (IOException e) {
          copy.toFile().deleteOnExit();
        }
      }
      copies.clear();
    }
  }
}

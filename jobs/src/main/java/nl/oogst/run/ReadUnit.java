package nl.oogst.run;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.oogst.model.DeliveredFile;
import nl.oogst.read.TextPart;

/**
 * What one cursor reads.
 *
 * @param part of the file; null for all of it
 */
record ReadUnit(DeliveredFile file, TextPart part) implements Serializable {
  /** About how many bytes it has. */
  long bytes() {
    if (part == null) {
      return file.bytes();
    }
    long from = part.from() == null ? 0 : part.from().offset();
    return (part.to() == null ? file.bytes() : part.to().offset()) - from;
  }

  /** Whether the file is no longer what it was when it was found. */
  boolean changed() {
    try {
      Path path = Path.of(file.path());
      return Files.size(path) != file.bytes()
          || Files.getLastModifiedTime(path).toMillis() != file.modified();
    } catch (IOException e) {
      return true;
    }
  }
}

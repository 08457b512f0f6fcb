package nl.oogst.read;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.function.Function;

/** Opens any delivered file; knows nothing of entities. */
public final class SourceFiles {
  private SourceFiles() {}

  /**
   * Opens a file. Archives are unpacked while they are read; a file inside one is named after it,
   * as in {@code export.zip/plaatsingen.csv}.
   *
   * @param name path inside the delivery, for messages and hints
   * @param hints what is known of a file's dialect, asked with its name; may return null
   * @throws ReadFailure when it is damaged, encrypted, dangerous or not to be read at all
   */
  public static TableSource open(Path file, String name, Function<String, DialectHint> hints)
      throws ReadFailure {
    requireNonNull(file, "file");
    requireNonNull(name, "name");
    requireNonNull(hints, "hints");
    return open(file, name, hints, ReadLimits.DEFAULT);
  }

  static TableSource open(
      Path file, String name, Function<String, DialectHint> hints, ReadLimits limits)
      throws ReadFailure {
    var opener = new Opener(hints, limits);
    return new SafeSource(name, opener, new Content.OnDisk(file));
  }
}

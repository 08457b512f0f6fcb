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

  /**
   * Opens a part of a text, as {@link TextParts} cut it. Its table is known from the first rows of
   * the file, and gives the records of the part alone.
   *
   * @throws ReadFailure as {@link #open}
   */
  public static PartSource open(
      Path file, String name, Function<String, DialectHint> hints, TextPart part)
      throws ReadFailure {
    return new SafeSource(
        name, new Opener(hints, ReadLimits.DEFAULT, part), new Content.OnDisk(file));
  }

  static TableSource open(
      Path file, String name, Function<String, DialectHint> hints, ReadLimits limits)
      throws ReadFailure {
    var opener = new Opener(hints, limits);
    return new SafeSource(name, opener, new Content.OnDisk(file));
  }
}

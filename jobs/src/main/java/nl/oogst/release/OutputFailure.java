package nl.oogst.release;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;
import nl.oogst.store.StoreFailure;

/**
 * The output could not be written. The message is one line for the person who must act: what was
 * being done, where, what stood in the way, and what to do. The release that was current still is.
 */
public final class OutputFailure extends IOException {
  private static final long serialVersionUID = 1L;

  /** Characters of what a library says that a line has room for. */
  private static final int LONGEST = 300;

  private final boolean uncertain;

  OutputFailure(String message) {
    this(message, null);
  }

  OutputFailure(String message, Throwable cause) {
    this(message, cause, false);
  }

  private OutputFailure(String message, Throwable cause, boolean uncertain) {
    super(message, cause);
    this.uncertain = uncertain;
  }

  /** A failure after which nobody knows whether the release became current. */
  static OutputFailure uncertain(String message, Throwable cause) {
    return new OutputFailure(message, cause, true);
  }

  /** Whether an object store refused: settings or rights are wrong, and trying again is no use. */
  public boolean refused() {
    return getCause() instanceof StoreFailure store
        && store.kind() == StoreFailure.Kind.CONFIGURATION;
  }

  /** Whether it is not known what became of the release. */
  public boolean uncertain() {
    return uncertain;
  }

  /** A release that was published cannot be read back. */
  public static OutputFailure damaged(Path release, String problem) {
    return new OutputFailure(
        "The release " + release + " is damaged: " + problem + ". Put it back from a backup.");
  }

  /**
   * Says a technical failure in words.
   *
   * @param doing what was being done, such as "write the data set"
   * @param where the file or folder concerned
   */
  public static OutputFailure of(String doing, Path where, Exception cause) {
    if (cause instanceof OutputFailure known) {
      return known;
    }
    if (cause instanceof StoreFailure said) {
      return new OutputFailure(said.getMessage(), said);
    }
    return new OutputFailure(
        "Could not " + doing + " " + nearest(where, cause) + ": " + reason(cause), cause);
  }

  /** What stands in the way may lie deeper than what was being done. */
  private static Path nearest(Path where, Exception cause) {
    if (cause instanceof FileAlreadyExistsException e && e.getFile() != null) {
      Path file = Path.of(e.getFile());
      return file.startsWith(where) ? file : where;
    }
    return where;
  }

  private static String reason(Exception cause) {
    var folded = chain(cause).toLowerCase(Locale.ROOT);
    if (folded.contains("no space left") || folded.contains("not enough space")) {
      return "the disk is full. Free some space, or choose another folder with --out.";
    }
    if (folded.contains("file too large")) {
      return "the system allows no larger files. Raise its limit (ulimit -f), or choose another"
          + " folder with --out.";
    }
    if (folded.contains("quota")) {
      return "the disk quota is used up. Free some space, or choose another folder with --out.";
    }
    if (cause instanceof ReadOnlyFileSystemException || folded.contains("read-only file system")) {
      return "the file system is read-only. Choose another folder with --out.";
    }
    if (cause instanceof AccessDeniedException || folded.contains("permission denied")) {
      return "no permission. Give this user the rights it needs there, or choose another folder"
          + " with --out.";
    }
    if (cause instanceof NotDirectoryException || folded.contains("not a directory")) {
      return "a file stands where a folder is needed. Move it away, or choose another folder with"
          + " --out.";
    }
    if (cause instanceof FileAlreadyExistsException) {
      return "something is there already. Move it away, or choose another folder with --out.";
    }
    if (cause instanceof NoSuchFileException) {
      return "it is no longer there. Something else removed it; run again.";
    }
    if (cause instanceof AtomicMoveNotSupportedException) {
      return "this file system cannot replace a file in one step. Choose a folder on a local disk"
          + " with --out.";
    }
    var detail = detail(cause);
    return detail.length() > LONGEST ? detail.substring(0, LONGEST) + " ..." : detail + ".";
  }

  /** What a library says of a failure often hides what the system said. */
  private static String chain(Throwable cause) {
    var all = new StringBuilder();
    for (var inner = cause; inner != null; inner = inner.getCause()) {
      all.append(detail(inner)).append('\n');
    }
    return all.toString();
  }

  private static String detail(Throwable cause) {
    if (cause instanceof FileSystemException e && e.getReason() != null) {
      return e.getReason();
    }
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }
}

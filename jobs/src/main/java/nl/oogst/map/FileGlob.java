package nl.oogst.map;

import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Locale;
import java.util.regex.PatternSyntaxException;

/** File-name patterns of profiles: the globs of {@code java.nio}, without regard to case. */
final class FileGlob {
  private FileGlob() {}

  /** The reason why a pattern is none, or null. */
  static String mistake(String glob) {
    try {
      matcher(glob);
      return null;
    } catch (PatternSyntaxException | UnsupportedOperationException e) {
      return e.getMessage().lines().findFirst().orElse("not a pattern");
    }
  }

  /** Whether the whole name or its last part matches. */
  static boolean matches(String glob, String name) {
    try {
      Path path = Path.of(name.toLowerCase(Locale.ROOT));
      PathMatcher matcher = matcher(glob);
      Path last = path.getFileName();
      return matcher.matches(path) || (last != null && matcher.matches(last));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static PathMatcher matcher(String glob) {
    return FileSystems.getDefault().getPathMatcher("glob:" + glob.toLowerCase(Locale.ROOT));
  }
}

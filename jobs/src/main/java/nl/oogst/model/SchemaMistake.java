package nl.oogst.model;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A mistake in {@code schemas/} or in a profile: found before any delivery is read, exit code 2.
 */
public final class SchemaMistake extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** How a JSON library says where something was opened. */
  private static final Pattern START_MARKER =
      Pattern.compile(" \\(start marker at \\[Source: [^\\]]*line: (\\d+), column: \\d+\\]\\)");

  /**
   * @param place the file and the place in it, such as {@code codelists/routes.csv}
   * @param problem what was found and what was expected
   */
  public SchemaMistake(String place, String problem) {
    super(place + ": " + START_MARKER.matcher(problem).replaceAll(" (opened on line $1)"));
  }

  /**
   * A mistake at a place in a file.
   *
   * @param place where in the file, such as {@code fields[3].type}; empty for the whole file
   * @param problem what was found and what was expected
   */
  public SchemaMistake(Path file, String place, String problem) {
    this(place.isEmpty() ? file.toString() : file + ": " + place, problem);
  }
}

package nl.oogst.model;

import java.nio.file.Path;

/**
 * A mistake in {@code schemas/} or in a profile: found before any delivery is read, exit code 2.
 */
public final class SchemaMistake extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param place the file and the place in it, such as {@code codelists/routes.csv}
   * @param problem what was found and what was expected
   */
  public SchemaMistake(String place, String problem) {
    super(place + ": " + problem);
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

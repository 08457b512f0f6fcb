package nl.oogst.model;

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
}

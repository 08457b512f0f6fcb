package nl.oogst.model;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * Something in {@code schemas/}, a profile or a key is not as it should be: found before any
 * delivery is read, and said in one line that names the file and the place in it.
 */
public final class ConfigurationMistake extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Path file;
  private final String place;

  /**
   * @param place where in the file, such as {@code fields[3].type}; empty for the whole file
   * @param problem what was found and what was expected
   */
  public ConfigurationMistake(Path file, String place, String problem) {
    super(requireNonNull(file, "file") + ": " + (place.isEmpty() ? "" : place + ": ") + problem);
    this.file = file;
    this.place = place;
  }

  public Path file() {
    return file;
  }

  public String place() {
    return place;
  }
}

package nl.oogst.release.revision;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import nl.oogst.model.Days;
import nl.oogst.release.Manifest;
import nl.oogst.release.OutputFailure;

/**
 * A release to compare: where it lies and what it was made from.
 *
 * @param asOf as {@link Days}
 * @param digests SHA-256 of what it was made from, by name
 */
public record ComparedRelease(
    String id, Path folder, int asOf, String programVersion, Map<String, String> digests) {
  /** The rules behind figures, besides the program itself. */
  private static final String[] RULES = {"schemas", "register"};

  public ComparedRelease {
    requireNonNull(id, "id");
    digests = Map.copyOf(digests);
  }

  /** A published release, by its manifest. */
  public static ComparedRelease of(Path folder) throws OutputFailure {
    var manifest = Manifest.load(folder);
    return new ComparedRelease(
        manifest.releaseId(),
        folder,
        Days.of(LocalDate.parse(manifest.asOf())),
        manifest.programVersion(),
        manifest.digests());
  }

  /** Whether figures of both follow the same definitions, program and register. */
  boolean sameRules(ComparedRelease other) {
    for (var name : RULES) {
      var own = digests.get(name);
      if (own == null || !Objects.equals(own, other.digests.get(name))) {
        return false;
      }
    }
    return programVersion.equals(other.programVersion);
  }

  Path exact(String dataSet) {
    return folder.resolve("restricted/unprotected").resolve(dataSet + ".parquet");
  }

  Path published(String dataSet) {
    return folder.resolve("public").resolve(dataSet + ".parquet");
  }

  /** Whether its records are still there. */
  boolean hasRecords() {
    return Files.exists(folder.resolve("restricted/placements.parquet"))
        && Files.exists(folder.resolve("restricted/paid_hours.parquet"));
  }
}

package nl.oogst.release.catalogue;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.Schemas;

/**
 * What a catalogue says of a release besides its files.
 *
 * @param from first day of the periods of the figures
 * @param dataSets every declared data set, by name
 * @param ledger rows of the run by state, with their total under {@code rows}
 * @param inputs every delivered file that the release rests on
 */
public record Described(
    String releaseId,
    LocalDate asOf,
    LocalDate from,
    String programVersion,
    SortedMap<String, DataSetSchema> dataSets,
    Schemas schemas,
    SortedMap<String, Long> ledger,
    List<Input> inputs) {

  /**
   * A delivered file.
   *
   * @param sha256 of its content; null when it could not be read
   */
  public record Input(String proeftuin, String delivery, String file, long bytes, String sha256) {}

  public Described {
    requireNonNull(releaseId, "releaseId");
    requireNonNull(asOf, "asOf");
    requireNonNull(from, "from");
    inputs = List.copyOf(inputs);
  }

  /** Midnight UTC of the as-of date: the one moment that a release knows. */
  String moment() {
    return asOf + "T00:00:00Z";
  }
}

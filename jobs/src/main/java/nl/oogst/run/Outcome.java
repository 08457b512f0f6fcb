package nl.oogst.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What there is to tell after a run.
 *
 * @param kind how it ended
 * @param folder of the release, or null when nothing was published
 * @param delivered deliveries read, refused ones included
 * @param proeftuinen with at least one delivery
 * @param rows by state, with their total under {@code rows}
 * @param dataSets public ones first, then by name, whichever was ready first
 * @param attention what someone should look at
 */
public record Outcome(
    Kind kind,
    String releaseId,
    Path folder,
    int delivered,
    int proeftuinen,
    Map<String, Long> rows,
    List<DataSet> dataSets,
    List<String> attention,
    boolean withProblems,
    Duration took) {

  public Outcome {
    dataSets =
        dataSets.stream()
            .sorted(Comparator.comparing(DataSet::zone).thenComparing(DataSet::name))
            .toList();
  }

  /** How a run ended. */
  public enum Kind {
    /** A new release is current. */
    PUBLISHED,
    /** The same input was harvested before; nothing changed. */
    ALREADY_CURRENT,
    /** Strict, and something was refused or above tolerance: nothing was published. */
    HELD_BACK
  }

  /** A data set as it was written. */
  public record DataSet(String name, Path file, long rows) {
    /** The folder of the release that it lies in: public or restricted. */
    public String zone() {
      return file.getParent().getFileName().toString();
    }
  }

  /** 0 published or current, 3 with something refused or above tolerance. */
  public int exitCode() {
    return withProblems ? 3 : 0;
  }
}

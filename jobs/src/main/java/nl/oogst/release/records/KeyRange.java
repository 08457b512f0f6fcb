package nl.oogst.release.records;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.oogst.release.OutputFailure;
import nl.oogst.release.RowGroups;

/**
 * A stretch of the order of records, so that several can be walked through beside each other.
 *
 * @param from the {@link ReleasedRecord#key()} it begins with; empty for the first of all
 * @param to the key it ends before; null when nothing comes after it
 */
public record KeyRange(String from, String to) {
  /** Every record. */
  public static final KeyRange ALL = new KeyRange("", null);

  /**
   * Stretches that together are all records, each with about as many placements of a release; fewer
   * where they lie in fewer pages.
   *
   * @param without the numbers of row groups whose placements do not count
   */
  public static List<KeyRange> of(Path release, int count, Set<Integer> without)
      throws OutputFailure {
    Path folder = release.resolve("restricted");
    List<RowGroups.Start> starts;
    try {
      starts = RowGroups.starts(folder, "placements", without);
    } catch (IOException e) {
      throw OutputFailure.of("read", folder, e);
    }
    long rows = starts.stream().mapToLong(RowGroups.Start::rows).sum();
    List<KeyRange> ranges = new ArrayList<>();
    String from = ALL.from;
    long before = 0;
    for (RowGroups.Start start : starts) {
      // a stretch ends where the next group would take it further from its share than it is
      long share = rows * (ranges.size() + 1) / count;
      String key = ReleasedRecord.key(start.first(), start.second());
      if (ranges.size() + 1 < count
          && before + start.rows() / 2 >= share
          && key.compareTo(from) > 0
          && before > 0) {
        ranges.add(new KeyRange(from, key));
        from = key;
      }
      before += start.rows();
    }
    ranges.add(new KeyRange(from, null));
    return ranges;
  }

  /** The proeftuin that it begins in, which may be the empty name before all others. */
  String firstProeftuin() {
    return from.substring(0, Math.max(0, from.indexOf(ReleasedRecord.END)));
  }

  boolean isAfter(String proeftuin, String placement) {
    return compare(proeftuin, placement, from) < 0;
  }

  boolean isBefore(String proeftuin, String placement) {
    return to != null && compare(proeftuin, placement, to) >= 0;
  }

  /** Compares the key of a record, without making it: that is asked of every record. */
  private static int compare(String proeftuin, String placement, String key) {
    int common = Math.min(proeftuin.length(), key.length());
    for (int i = 0; i < common; i++) {
      if (proeftuin.charAt(i) != key.charAt(i)) {
        return proeftuin.charAt(i) - key.charAt(i);
      }
    }
    return ReleasedRecord.key(proeftuin, placement).compareTo(key);
  }
}

package nl.oogst.release.revision;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.oogst.release.OutputFailure;
import nl.oogst.release.RowGroups;

/** Of which proeftuinen the paid hours lie in the same bytes in both releases. */
final class SameHours {
  private final List<RowGroups.Group> before;
  private final List<RowGroups.Group> now;
  private final Map<String, Boolean> known = new HashMap<>();

  private SameHours(List<RowGroups.Group> before, List<RowGroups.Group> now) {
    this.before = before;
    this.now = now;
  }

  static SameHours of(ComparedRelease before, ComparedRelease now) throws OutputFailure {
    return new SameHours(groups(before), groups(now));
  }

  private static List<RowGroups.Group> groups(ComparedRelease release) throws OutputFailure {
    Path folder = release.folder().resolve("restricted");
    try {
      return RowGroups.of(folder, "paid_hours");
    } catch (IOException e) {
      throw OutputFailure.of("read", folder, e);
    }
  }

  boolean of(String proeftuin) {
    return known.computeIfAbsent(proeftuin, its -> holding(before, its).equals(holding(now, its)));
  }

  private static List<String> holding(List<RowGroups.Group> groups, String proeftuin) {
    return groups.stream()
        .filter(group -> group.mayHold(proeftuin))
        .map(RowGroups.Group::sha256)
        .toList();
  }
}

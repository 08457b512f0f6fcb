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
  private final Path folder;
  private final Map<String, Boolean> known = new HashMap<>();

  private SameHours(List<RowGroups.Group> before, List<RowGroups.Group> now, Path folder) {
    this.before = before;
    this.now = now;
    this.folder = folder;
  }

  static SameHours of(ComparedRelease before, ComparedRelease now) throws OutputFailure {
    return new SameHours(groups(before), groups(now), now.folder());
  }

  private static List<RowGroups.Group> groups(ComparedRelease release) throws OutputFailure {
    Path folder = release.folder().resolve("restricted");
    try {
      return RowGroups.of(folder, "paid_hours");
    } catch (IOException e) {
      throw OutputFailure.of("read", folder, e);
    }
  }

  /** Asked by several at a time; the bytes are looked at once. */
  synchronized boolean of(String proeftuin) throws OutputFailure {
    var same = known.get(proeftuin);
    if (same == null) {
      try {
        same = inSameBytes(holding(before, proeftuin), holding(now, proeftuin));
      } catch (IOException e) {
        throw OutputFailure.of("read", folder, e);
      }
      known.put(proeftuin, same);
    }
    return same;
  }

  private static boolean inSameBytes(List<RowGroups.Group> some, List<RowGroups.Group> others)
      throws IOException {
    boolean same = some.size() == others.size();
    for (int i = 0; same && i < some.size(); i++) {
      same = some.get(i).isSame(others.get(i), some.get(i).columns());
    }
    return same;
  }

  private static List<RowGroups.Group> holding(List<RowGroups.Group> groups, String proeftuin) {
    return groups.stream().filter(group -> group.mayHold(proeftuin)).toList();
  }
}

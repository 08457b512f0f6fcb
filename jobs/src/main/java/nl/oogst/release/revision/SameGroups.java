package nl.oogst.release.revision;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import nl.oogst.release.OutputFailure;
import nl.oogst.release.ParquetColumns;
import nl.oogst.release.RowGroups;

/**
 * Row groups of placements that tell the same in both releases, whose paid hours are the same too.
 * Of a proeftuin that delivered nothing they are copies: none of their rows need be looked at to
 * know that nobody in them changed through them.
 */
final class SameGroups {
  private static final String DATA_SET = "placements";
  private static final String PERSON = "person";

  /** What is told of a placement, and of which. */
  private static final List<String> COLUMNS = columns();

  private final SameHours hours;

  /** The number of the group in the earlier release by that in the later. */
  private final Map<Integer, Integer> numbers;

  private SameGroups(SameHours hours, Map<Integer, Integer> numbers) {
    this.hours = hours;
    this.numbers = Map.copyOf(numbers);
  }

  private static List<String> columns() {
    var columns = new ArrayList<>(List.of("proeftuin", "placement_id"));
    columns.addAll(Placements.TOLD);
    columns.addAll(Placements.FILLED_LATER);
    return List.copyOf(columns);
  }

  static SameGroups of(ComparedRelease before, ComparedRelease now) throws OutputFailure {
    var hours = SameHours.of(before, now);
    var numbers = new HashMap<Integer, Integer>();
    var folder = now.folder().resolve("restricted");
    try {
      var olds = RowGroups.of(before.folder().resolve("restricted"), DATA_SET);
      var bySketch = new HashMap<String, Integer>();
      for (int i = 0; i < olds.size(); i++) {
        bySketch.putIfAbsent(olds.get(i).sketch(COLUMNS), i);
      }
      var news = RowGroups.of(folder, DATA_SET);
      for (int i = 0; i < news.size(); i++) {
        var old = bySketch.get(news.get(i).sketch(COLUMNS));
        var proeftuin = news.get(i).single();
        if (old != null
            && proeftuin != null
            && hours.of(proeftuin)
            && news.get(i).isSame(olds.get(old), COLUMNS)) {
          numbers.put(i, old);
        }
      }
    } catch (IOException e) {
      throw OutputFailure.of("read", folder, e);
    }
    return new SameGroups(hours, numbers);
  }

  SameHours hours() {
    return hours;
  }

  /** The numbers of the groups in the earlier release. */
  Set<Integer> before() {
    return Set.copyOf(numbers.values());
  }

  /** Their numbers in the later release. */
  Set<Integer> now() {
    return numbers.keySet();
  }

  /** Those of them in which none of some persons have a record. */
  SameGroups without(ComparedRelease now, Predicate<String> persons) throws OutputFailure {
    var folder = now.folder().resolve("restricted");
    var rest = new HashMap<>(numbers);
    try (var rows = ParquetColumns.open(folder, DATA_SET, List.of(PERSON), others(now))) {
      int person = rows.indexOf(PERSON);
      while (rows.next()) {
        if (persons.test(rows.text(person))) {
          rest.remove(rows.group());
        }
      }
    }
    return new SameGroups(hours, rest);
  }

  /** The numbers of all other groups of the later release. */
  private Set<Integer> others(ComparedRelease now) throws OutputFailure {
    var folder = now.folder().resolve("restricted");
    try {
      int all = RowGroups.of(folder, DATA_SET).size();
      var others = new HashSet<Integer>();
      for (int i = 0; i < all; i++) {
        if (!numbers.containsKey(i)) {
          others.add(i);
        }
      }
      return others;
    } catch (IOException e) {
      throw OutputFailure.of("read", folder, e);
    }
  }
}

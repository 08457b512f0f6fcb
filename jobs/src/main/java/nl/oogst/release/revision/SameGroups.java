package nl.oogst.release.revision;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.oogst.release.OutputFailure;
import nl.oogst.release.ParquetColumns;
import nl.oogst.release.RowGroups;

/**
 * Row groups of placements that are of the same placements in both releases, whose paid hours are
 * the same too: those of a proeftuin that delivered nothing. Of most all that they tell is a copy,
 * so that none of their rows need be looked at to know that nobody in them changed through them. Of
 * others some columns tell otherwise, such as whose job it is found to be: their rows stand beside
 * each other, and only these columns need be looked at.
 */
final class SameGroups {
  private static final String DATA_SET = "placements";
  private static final String PERSON = "person";
  private static final List<String> KEY = List.of("proeftuin", "placement_id");

  /** What is told of a placement. */
  private static final List<String> TOLD =
      Stream.concat(Placements.TOLD.stream(), Placements.FILLED_LATER.stream()).toList();

  private final SameHours hours;
  private final List<Pair> pairs;

  /**
   * A group in both releases, by its numbers; they are in the same order in both.
   *
   * @param otherwise the columns of what is told that are no copies
   */
  record Pair(int before, int now, Set<String> otherwise) {
    Pair {
      otherwise = Set.copyOf(otherwise);
    }
  }

  private SameGroups(SameHours hours, List<Pair> pairs) {
    this.hours = hours;
    this.pairs = List.copyOf(pairs);
  }

  static SameGroups of(ComparedRelease before, ComparedRelease now) throws OutputFailure {
    var hours = SameHours.of(before, now);
    var pairs = new ArrayList<Pair>();
    var olds = groups(before);
    var news = groups(now);
    var bySketch = new HashMap<String, Integer>();
    for (int i = 0; i < olds.size(); i++) {
      bySketch.putIfAbsent(olds.get(i).sketch(KEY), i);
    }
    int last = -1;
    try {
      for (int i = 0; i < news.size(); i++) {
        var its = news.get(i);
        var old = bySketch.get(its.sketch(KEY));
        if (old != null
            && old > last
            && its.single() != null
            && hours.of(its.single())
            && its.isSame(olds.get(old), KEY)) {
          pairs.add(new Pair(old, i, otherwise(its, olds.get(old))));
          last = old;
        }
      }
    } catch (IOException e) {
      throw OutputFailure.of("read", now.folder(), e);
    }
    return new SameGroups(hours, pairs);
  }

  private static List<RowGroups.Group> groups(ComparedRelease release) throws OutputFailure {
    var folder = release.folder().resolve("restricted");
    try {
      return RowGroups.of(folder, DATA_SET);
    } catch (IOException e) {
      throw OutputFailure.of("read", folder, e);
    }
  }

  private static Set<String> otherwise(RowGroups.Group now, RowGroups.Group before)
      throws IOException {
    var otherwise = new HashSet<String>();
    if (!now.isSame(before, TOLD)) {
      for (var column : TOLD) {
        if (!now.isSame(before, List.of(column))) {
          otherwise.add(column);
        }
      }
    }
    return otherwise;
  }

  SameHours hours() {
    return hours;
  }

  /** The numbers of the groups in the earlier release. */
  Set<Integer> before() {
    return pairs.stream().map(Pair::before).collect(Collectors.toUnmodifiableSet());
  }

  /** Their numbers in the later release. */
  Set<Integer> now() {
    return pairs.stream().map(Pair::now).collect(Collectors.toUnmodifiableSet());
  }

  /** Those of which something is told otherwise. */
  SameGroups toldOtherwise() {
    return new SameGroups(
        hours, pairs.stream().filter(pair -> !pair.otherwise().isEmpty()).toList());
  }

  /** These in some parts of about as many groups, none of them empty. */
  List<SameGroups> parts(int count) {
    var parts = new ArrayList<SameGroups>();
    for (int i = 0; i < count; i++) {
      var its = pairs.subList(pairs.size() * i / count, pairs.size() * (i + 1) / count);
      if (!its.isEmpty()) {
        parts.add(new SameGroups(hours, its));
      }
    }
    return parts;
  }

  /** The columns that are no copy in one of these. */
  Set<String> otherwise() {
    return pairs.stream()
        .flatMap(pair -> pair.otherwise().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Those of them in which none of some persons have a record, in neither release. */
  SameGroups without(ComparedRelease before, ComparedRelease now, Predicate<String> persons)
      throws OutputFailure {
    var news = holding(now, now(), persons);
    var moved =
        pairs.stream().filter(pair -> pair.otherwise().contains(PERSON)).map(Pair::before).toList();
    var olds = moved.isEmpty() ? Set.of() : holding(before, moved, persons);
    return new SameGroups(
        hours,
        pairs.stream()
            .filter(pair -> !news.contains(pair.now()) && !olds.contains(pair.before()))
            .toList());
  }

  /** Those of some groups of a release in which persons have a record. */
  private static Set<Integer> holding(
      ComparedRelease release, Collection<Integer> groups, Predicate<String> persons)
      throws OutputFailure {
    var folder = release.folder().resolve("restricted");
    var holding = new HashSet<Integer>();
    var others = allBut(release, groups);
    try (var rows = ParquetColumns.open(folder, DATA_SET, List.of(PERSON), others)) {
      int person = rows.indexOf(PERSON);
      while (rows.next()) {
        if (persons.test(rows.text(person))) {
          holding.add(rows.group());
        }
      }
    }
    return holding;
  }

  /** The numbers of all groups of a release but some. */
  static Set<Integer> allBut(ComparedRelease release, Collection<Integer> these)
      throws OutputFailure {
    return IntStream.range(0, groups(release).size())
        .boxed()
        .filter(number -> !these.contains(number))
        .collect(Collectors.toUnmodifiableSet());
  }
}

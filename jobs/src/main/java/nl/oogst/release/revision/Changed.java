package nl.oogst.release.revision;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.oogst.release.OutputFailure;
import nl.oogst.release.ParquetSetReader;
import nl.oogst.release.RowGroups;

/**
 * The persons of whom any record differs between two releases. A proeftuin of which paid hours and
 * history lie in the same bytes, and that delivered on the same days, told nothing new: of its
 * placements only those differ that are linked otherwise. Of all others, everyone may differ.
 */
final class Changed {
  private static final List<String> ROWS = List.of("paid_hours", "placement_history");

  /** Where a record stands; a row that says the same from elsewhere has not changed. */
  private static final Set<String> PLACE = Set.of("delivery", "file", "line");

  private final Set<String> changed = new HashSet<>();
  private final Set<String> ownOfLater = new HashSet<>();
  private final Map<String, String> persons = new HashMap<>();
  private final Set<String> same;

  private Changed(Set<String> same) {
    this.same = same;
  }

  /** Their names, in the earlier release and in the later. */
  static Set<String> between(ComparedRelease before, ComparedRelease now) throws OutputFailure {
    var old = before.folder().resolve("restricted");
    var later = now.folder().resolve("restricted");
    var all = new Changed(same(old, later));
    all.compare(old, later);
    all.ownOfLater.forEach(own -> all.changed.add(all.persons.getOrDefault(own, own)));
    return all.changed;
  }

  /** The proeftuinen that told nothing new. */
  private static Set<String> same(Path old, Path later) throws OutputFailure {
    var before = told(old);
    var after = told(later);
    var same = new TreeSet<String>();
    before.forEach(
        (proeftuin, told) -> {
          if (told.equals(after.get(proeftuin))) {
            same.add(proeftuin);
          }
        });
    return same;
  }

  /** The days on which each proeftuin delivered, and what its rows lie in. */
  private static Map<String, List<String>> told(Path restricted) throws OutputFailure {
    Map<String, List<String>> told = new TreeMap<>();
    try (var ledger = ParquetSetReader.open(restricted, "ledger", null)) {
      for (var row = ledger.next(); row != null; row = ledger.next()) {
        told.computeIfAbsent((String) row[ledger.indexOf("proeftuin")], p -> new ArrayList<>())
            .add(row[ledger.indexOf("delivery")] + " " + row[ledger.indexOf("entity")]);
      }
    }
    try {
      for (var dataSet : ROWS) {
        for (var group : RowGroups.of(restricted, dataSet)) {
          told.forEach(
              (proeftuin, all) -> {
                if (group.mayHold(proeftuin)) {
                  all.add(dataSet + " " + group.sha256());
                }
              });
        }
      }
    } catch (IOException e) {
      throw OutputFailure.of("read", restricted, e);
    }
    return told;
  }

  private void compare(Path oldFolder, Path laterFolder) throws OutputFailure {
    try (var olds = ParquetSetReader.open(oldFolder, "placements", null);
        var news = ParquetSetReader.open(laterFolder, "placements", null)) {
      var columns = olds.columns().equals(news.columns());
      var told = new Rows(olds);
      var tells = new Rows(news);
      var old = olds.next();
      var later = news.next();
      while (old != null || later != null) {
        int order =
            old == null ? 1 : later == null ? -1 : told.key(old).compareTo(tells.key(later));
        if (old != null && order <= 0) {
          remember(told, old);
        }
        boolean differs =
            order != 0
                || !columns
                || !same.contains(told.proeftuin(old))
                || !told.alike(old, later);
        if (differs && order <= 0) {
          changed.add(told.person(old));
        }
        if (differs && order >= 0) {
          changed.add(tells.person(later));
          ownOfLater.add(tells.own(later));
        }
        old = order <= 0 ? olds.next() : old;
        later = order >= 0 ? news.next() : later;
      }
    }
  }

  private void remember(Rows rows, Object[] old) {
    if (!rows.own(old).equals(rows.person(old))) {
      persons.put(rows.own(old), rows.person(old));
    }
  }

  /** Rows of placements by the places of their columns. */
  private static final class Rows {
    private final int proeftuin;
    private final int placement;
    private final int number;
    private final int person;
    private final int[] told;

    Rows(ParquetSetReader reader) {
      proeftuin = reader.indexOf("proeftuin");
      placement = reader.indexOf("placement_id");
      number = reader.indexOf("person_id");
      person = reader.indexOf("person");
      told =
          reader.columns().stream()
              .filter(column -> !PLACE.contains(column))
              .mapToInt(reader::indexOf)
              .toArray();
    }

    String key(Object[] row) {
      return proeftuin(row) + '\u0001' + row[placement] + '\u0001';
    }

    String proeftuin(Object[] row) {
      return (String) row[proeftuin];
    }

    String person(Object[] row) {
      return (String) row[person];
    }

    String own(Object[] row) {
      return proeftuin(row) + "/" + row[number];
    }

    boolean alike(Object[] old, Object[] later) {
      for (int column : told) {
        if (!Objects.equals(old[column], later[column])) {
          return false;
        }
      }
      return true;
    }
  }
}

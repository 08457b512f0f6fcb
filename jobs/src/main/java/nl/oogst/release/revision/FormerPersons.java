package nl.oogst.release.revision;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import nl.oogst.release.OutputFailure;
import nl.oogst.release.ParquetColumns;
import nl.oogst.release.RowGroups;

/** Whom an earlier release took the persons of its proeftuinen for. */
final class FormerPersons {
  private static final char BETWEEN = '/';

  private final Map<String, String> others;

  private FormerPersons(Map<String, String> others) {
    this.others = others;
  }

  /**
   * Looks persons up.
   *
   * @param proeftuinen which ones' persons; only these can be asked for
   * @param asked which persons, by their {@link #own} name; only these can be asked for
   */
  static FormerPersons of(
      ComparedRelease release, Predicate<String> proeftuinen, Predicate<String> asked)
      throws OutputFailure {
    Map<String, String> others = new HashMap<>();
    var folder = release.folder().resolve("restricted");
    var wanted = List.of("proeftuin", "person_id", "person");
    try (var rows =
        ParquetColumns.open(folder, "placements", wanted, others(folder, proeftuinen))) {
      int proeftuin = rows.indexOf("proeftuin");
      int number = rows.indexOf("person_id");
      int person = rows.indexOf("person");
      while (rows.next()) {
        var its = rows.text(person);
        if (!isOwn(its, rows.text(proeftuin), rows.text(number))) {
          var own = own(rows.text(proeftuin), rows.text(number));
          if (asked.test(own)) {
            others.put(own, its);
          }
        }
      }
    }
    return new FormerPersons(others);
  }

  /** The row groups of placements of others only. */
  private static Set<Integer> others(Path folder, Predicate<String> proeftuinen)
      throws OutputFailure {
    var others = new HashSet<Integer>();
    try {
      var groups = RowGroups.of(folder, "placements");
      for (int i = 0; i < groups.size(); i++) {
        var single = groups.get(i).single();
        if (single != null && !proeftuinen.test(single)) {
          others.add(i);
        }
      }
    } catch (IOException e) {
      throw OutputFailure.of("read", folder, e);
    }
    return others;
  }

  private static boolean isOwn(String person, String proeftuin, String personId) {
    return person.length() == proeftuin.length() + 1 + personId.length()
        && person.startsWith(proeftuin)
        && person.endsWith(personId)
        && person.charAt(proeftuin.length()) == BETWEEN;
  }

  static FormerPersons none() {
    return new FormerPersons(Map.of());
  }

  /** The name of a person whom nobody took for somebody else's person too. */
  static String own(String proeftuin, String personId) {
    return proeftuin + BETWEEN + personId;
  }

  /** The person across proeftuinen. */
  String person(String own) {
    return others.getOrDefault(own, own);
  }
}

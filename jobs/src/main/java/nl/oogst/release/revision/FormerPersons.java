package nl.oogst.release.revision;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import nl.oogst.release.OutputFailure;
import nl.oogst.release.ParquetColumns;

/** Whom an earlier release took the persons of its proeftuinen for. */
final class FormerPersons {
  private final Map<String, String> others;

  private FormerPersons(Map<String, String> others) {
    this.others = others;
  }

  /**
   * Looks persons up.
   *
   * @param asked which ones, by their {@link #own} name; only these can be asked for
   */
  static FormerPersons of(ComparedRelease release, Predicate<String> asked) throws OutputFailure {
    Map<String, String> others = new HashMap<>();
    var wanted = List.of("proeftuin", "person_id", "person");
    try (var rows =
        ParquetColumns.open(release.folder().resolve("restricted"), "placements", wanted)) {
      int proeftuin = rows.indexOf("proeftuin");
      int number = rows.indexOf("person_id");
      int person = rows.indexOf("person");
      while (rows.next()) {
        var own = own(rows.text(proeftuin), rows.text(number));
        var its = rows.text(person);
        if (!own.equals(its) && asked.test(own)) {
          others.put(own, its);
        }
      }
    }
    return new FormerPersons(others);
  }

  static FormerPersons none() {
    return new FormerPersons(Map.of());
  }

  /** The name of a person whom nobody took for somebody else's person too. */
  static String own(String proeftuin, String personId) {
    return proeftuin + "/" + personId;
  }

  /** The person across proeftuinen. */
  String person(String own) {
    return others.getOrDefault(own, own);
  }
}

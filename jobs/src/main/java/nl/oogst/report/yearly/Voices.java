package nl.oogst.report.yearly;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.oogst.model.Folding;

/** What people in the proeftuinen wrote down and may be shared. */
final class Voices {
  private static final int QUOTES = 4;

  private Voices() {}

  /**
   * Published notes of the phase: this year's first, then the newest before it; one of a proeftuin.
   */
  static List<DataRow> of(Edition edition, String phase) {
    List<DataRow> found =
        edition.tables().rows("lesson_notes").stream()
            .filter(row -> row.is("phase", phase))
            .filter(row -> Integer.parseInt(row.text("period").substring(0, 4)) <= edition.year())
            .sorted(
                Comparator.comparing((DataRow row) -> row.text("period").substring(0, 4))
                    .reversed()
                    .thenComparing(row -> row.text("proeftuin"))
                    .thenComparing(row -> row.text("lesson_id")))
            .toList();
    List<DataRow> chosen = new ArrayList<>();
    Set<String> proeftuinen = new HashSet<>();
    Set<String> texts = new HashSet<>();
    for (DataRow row : found) {
      if (chosen.size() < QUOTES
          && texts.add(gist(row.text("text")))
          && proeftuinen.add(row.text("proeftuin"))) {
        chosen.add(row);
      }
    }
    return chosen;
  }

  static String by(Edition edition, DataRow row) {
    String role =
        row.text("role") == null
            ? edition.say("betrokkene", "somebody involved")
            : edition.label("roles", row.text("role"));
    return role
        + ", "
        + row.text("period").substring(0, 4)
        + " · "
        + edition.label("lesson_kinds", row.text("kind"));
  }

  /** The first sentence, folded: whoever begins with the same words says the same. */
  private static String gist(String text) {
    int end = text.indexOf(". ");
    return Folding.fold(end < 0 ? text : text.substring(0, end));
  }
}

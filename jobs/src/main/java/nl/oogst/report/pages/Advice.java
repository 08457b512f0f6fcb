package nl.oogst.report.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import nl.oogst.report.yearly.DataRow;
import nl.oogst.report.yearly.Edition;

/**
 * Whom to ask about what: proeftuinen of others that face the same phase and wrote down more about
 * a practice. From published lessons only; which practices a proeftuin uses is not public.
 *
 * @param practice the practice
 * @param teachers who wrote more about it, by name
 * @param own how many lessons about it the subject shared
 * @param known what the comparisons say of the practice; no rows when it was not compared
 */
record Advice(String practice, List<Teacher> teachers, int own, List<DataRow> known) {
  private static final int MOST = 5;
  private static final List<String> STRENGTH =
      List.of("supported", "indication", "contradictory", "no_difference_seen");
  private static final List<String> TELLING = List.of("tip", "insight", "challenge");

  /**
   * A proeftuin that can tell about a practice.
   *
   * @param lessons its published lessons about it, the most telling first
   */
  record Teacher(DataRow proeftuin, List<DataRow> lessons) {
    String id() {
      return proeftuin.text("proeftuin");
    }
  }

  Advice {
    teachers = List.copyOf(teachers);
    known = List.copyOf(known);
  }

  /** The strongest that any outcome of the practice allows one to say; the last when nothing. */
  private int strength() {
    int best = STRENGTH.size();
    for (DataRow row : known) {
      int found = STRENGTH.indexOf(row.text("evidence"));
      best = found < 0 ? best : Math.min(best, found);
    }
    return best;
  }

  /** What of the practice can be said to have gone together with another outcome. */
  List<DataRow> telling() {
    return known.stream()
        .filter(row -> row.is("evidence", "supported") || row.is("evidence", "indication"))
        .toList();
  }

  /** At most five, what is best supported first, then what most proeftuinen can tell about. */
  static List<Advice> of(Edition edition, Subject subject) {
    Map<String, List<DataRow>> lessons = new TreeMap<>();
    for (DataRow row : edition.tables().rows("lesson_notes")) {
      if (row.text("practice") != null
          && Integer.parseInt(row.text("period").substring(0, 4)) <= edition.year()) {
        lessons.computeIfAbsent(row.text("practice"), key -> new ArrayList<>()).add(row);
      }
    }
    List<Advice> found = new ArrayList<>();
    lessons.forEach(
        (practice, rows) -> {
          int own = (int) rows.stream().filter(row -> subject.has(row.text("proeftuin"))).count();
          List<Teacher> teachers = teachers(edition, subject, rows, own);
          if (!teachers.isEmpty()) {
            List<DataRow> known =
                edition.tables().rows("lessons").stream()
                    .filter(row -> row.is("practice", practice))
                    .toList();
            found.add(new Advice(practice, teachers, own, known));
          }
        });
    return found.stream()
        .sorted(
            Comparator.comparingInt(Advice::strength)
                .thenComparing(advice -> -advice.teachers().size())
                .thenComparing(Advice::practice))
        .limit(MOST)
        .toList();
  }

  private static List<Teacher> teachers(
      Edition edition, Subject subject, List<DataRow> lessons, int own) {
    List<Teacher> teachers = new ArrayList<>();
    for (DataRow other : edition.tables().rows("proeftuinen")) {
      String id = other.text("proeftuin");
      boolean samePhase =
          subject.phases().stream().anyMatch(phase -> Objects.equals(phase, other.text("phase")));
      if (samePhase && !subject.has(id)) {
        List<DataRow> told =
            lessons.stream()
                .filter(row -> row.is("proeftuin", id))
                .sorted(
                    Comparator.comparingInt((DataRow row) -> rank(row.text("kind")))
                        .thenComparing(row -> row.text("period"), Comparator.reverseOrder())
                        .thenComparing(row -> row.text("lesson_id")))
                .toList();
        if (told.size() > own) {
          teachers.add(new Teacher(other, told));
        }
      }
    }
    return teachers;
  }

  private static int rank(String kind) {
    int rank = TELLING.indexOf(kind);
    return rank < 0 ? TELLING.size() : rank;
  }
}

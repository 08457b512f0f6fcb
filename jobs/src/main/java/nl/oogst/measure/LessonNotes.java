package nl.oogst.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.PersonMasking;

/** Lessons in the words of the proeftuinen, as far as they may be published. */
public final class LessonNotes {
  private static final String OPEN = "open";

  private LessonNotes() {}

  /** A row for each note, with how many proeftuinen said the same. */
  public static List<Object[]> rows(List<LessonNote> notes, DataSetSchema schema) {
    Map<String, Set<String>> saidBy = new HashMap<>();
    for (LessonNote note : notes) {
      saidBy.computeIfAbsent(note.said(), s -> new HashSet<>()).add(note.proeftuin());
    }
    List<Object[]> rows = new ArrayList<>();
    for (LessonNote note : notes) {
      var lesson = note.lesson();
      Map<String, Object> cells = new TreeMap<>();
      cells.put("proeftuin", note.proeftuin());
      cells.put("category", note.category());
      cells.put("lesson_id", lesson.lessonId());
      cells.put("date", lesson.date());
      cells.put("period", Integer.toString(note.year()));
      cells.put("phase", lesson.phase());
      cells.put("theme", lesson.theme());
      cells.put("kind", lesson.kind());
      cells.put("practice", lesson.practice());
      cells.put("role", lesson.role());
      cells.put("text", PersonMasking.mask(lesson.text()).text());
      cells.put("proeftuinen_same", (long) saidBy.get(note.said()).size());
      cells.put("disclosure", OPEN);
      rows.add(row(cells, schema));
    }
    return rows;
  }

  static Object[] row(Map<String, Object> cells, DataSetSchema schema) {
    Object[] row = new Object[schema.columns().size()];
    cells.forEach((column, value) -> row[schema.indexOf(column)] = value);
    return row;
  }

  /** What was written about each practice. */
  public static Map<String, Lessons.Voices> voices(List<LessonNote> notes) {
    Map<String, List<LessonNote>> byPractice = new TreeMap<>();
    for (LessonNote note : notes) {
      if (note.lesson().practice() != null) {
        byPractice.computeIfAbsent(note.lesson().practice(), p -> new ArrayList<>()).add(note);
      }
    }
    Map<String, Lessons.Voices> voices = new TreeMap<>();
    byPractice.forEach(
        (practice, its) ->
            voices.put(
                practice,
                new Lessons.Voices(
                    its.size(),
                    its.stream().map(LessonNote::proeftuin).distinct().count(),
                    count(its, "insight"),
                    count(its, "challenge"),
                    count(its, "tip"))));
    return voices;
  }

  private static long count(List<LessonNote> notes, String kind) {
    return notes.stream().filter(note -> kind.equals(note.lesson().kind())).count();
  }
}

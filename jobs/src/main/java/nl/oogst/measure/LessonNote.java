package nl.oogst.measure;

import java.time.LocalDate;
import nl.oogst.model.Days;
import nl.oogst.model.Item;

/**
 * A lesson that its proeftuin marked as publishable.
 *
 * @param category of the proeftuin in the register, or null
 */
public record LessonNote(String proeftuin, String category, Item.Lesson lesson) {

  int year() {
    LocalDate date = Days.date(lesson.date());
    return date.getYear();
  }

  /** Notes with the same practice (or none), theme and kind say the same. */
  String said() {
    return lesson.practice() + "\u001f" + lesson.theme() + "\u001f" + lesson.kind();
  }
}

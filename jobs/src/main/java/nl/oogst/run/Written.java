package nl.oogst.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.oogst.measure.LessonNote;
import nl.oogst.measure.PracticeUse;
import nl.oogst.model.Item;
import nl.oogst.resolve.SmallItems;

/** What people wrote down beside the records: practices in use and lessons. */
final class Written {
  private final List<PracticeUse> uses = new ArrayList<>();
  private final List<LessonNote> notes = new ArrayList<>();

  /**
   * @param inbox whose register says which practices are in use
   * @param items accepted small records of all deliveries
   */
  Written(Inbox inbox, List<SmallItems.Seen> items, Names names) {
    Map<String, String> categories = new HashMap<>();
    inbox.register().forEach(p -> categories.put(p.id(), p.category()));
    for (Inbox.PracticeInUse used : inbox.practices()) {
      uses.add(use(used.proeftuin(), used.practice()));
    }
    for (SmallItems.Seen seen : items) {
      String proeftuin = names.delivery(seen.place().delivery()).proeftuin();
      if (seen.item() instanceof Item.Practice practice) {
        uses.add(use(proeftuin, practice));
      } else if (seen.item() instanceof Item.Lesson lesson && lesson.publishable()) {
        notes.add(new LessonNote(proeftuin, categories.get(proeftuin), lesson));
      }
    }
  }

  private static PracticeUse use(String proeftuin, Item.Practice practice) {
    return new PracticeUse(proeftuin, practice.practice(), practice.from(), practice.to());
  }

  List<PracticeUse> uses() {
    return uses;
  }

  /** Lessons that their proeftuin marked as publishable. */
  List<LessonNote> notes() {
    return notes;
  }
}

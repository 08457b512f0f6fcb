package nl.oogst.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.oogst.measure.Lessons;
import nl.oogst.measure.PracticeUse;
import nl.oogst.model.Item;
import nl.oogst.resolve.SmallItems;

/** What people wrote down beside the records: practices in use and lessons. */
final class Written {
  private final List<PracticeUse> uses = new ArrayList<>();
  private final List<Note> notes = new ArrayList<>();

  /** A lesson that its proeftuin marked as publishable. */
  record Note(String proeftuin, Item.Lesson lesson) {}

  /**
   * @param register practices in use according to the register
   * @param items accepted small records of all deliveries
   */
  Written(List<Inbox.PracticeInUse> register, List<SmallItems.Seen> items, Names names) {
    for (Inbox.PracticeInUse used : register) {
      uses.add(use(used.proeftuin(), used.practice()));
    }
    for (SmallItems.Seen seen : items) {
      String proeftuin = names.delivery(seen.place().delivery()).proeftuin();
      if (seen.item() instanceof Item.Practice practice) {
        uses.add(use(proeftuin, practice));
      } else if (seen.item() instanceof Item.Lesson lesson && lesson.publishable()) {
        notes.add(new Note(proeftuin, lesson));
      }
    }
  }

  private static PracticeUse use(String proeftuin, Item.Practice practice) {
    return new PracticeUse(proeftuin, practice.practice(), practice.from(), practice.to());
  }

  List<PracticeUse> uses() {
    return uses;
  }

  List<Note> notes() {
    return notes;
  }

  /** What was written about each practice. */
  Map<String, Lessons.Voices> voices() {
    Map<String, long[]> counts = new TreeMap<>();
    Map<String, Set<String>> proeftuinen = new TreeMap<>();
    for (Note note : notes) {
      String practice = note.lesson().practice();
      if (practice != null) {
        long[] count = counts.computeIfAbsent(practice, p -> new long[4]);
        count[0]++;
        if (note.lesson().kind() != null) {
          switch (note.lesson().kind()) {
            case "insight" -> count[1]++;
            case "challenge" -> count[2]++;
            case "tip" -> count[3]++;
            default -> {}
          }
        }
        proeftuinen.computeIfAbsent(practice, p -> new TreeSet<>()).add(note.proeftuin());
      }
    }
    Map<String, Lessons.Voices> voices = new TreeMap<>();
    counts.forEach(
        (practice, n) ->
            voices.put(
                practice,
                new Lessons.Voices(n[0], proeftuinen.get(practice).size(), n[1], n[2], n[3])));
    return voices;
  }
}

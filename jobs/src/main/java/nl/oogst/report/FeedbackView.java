package nl.oogst.report;

import java.util.List;

/**
 * A feedback page as its template reads it: everything is text that can be shown, or a yes or no.
 * Public for the template library, which looks at nothing else.
 */
public final class FeedbackView {
  private FeedbackView() {}

  /**
   * A whole page.
   *
   * @param csv the name of the file with the same content for a spreadsheet
   * @param newest the section of the newest delivery that was read, or null when all were refused
   * @param earlier sections of deliveries before it, newest first; refused ones are not among them
   * @param open issues of earlier deliveries that still hold
   */
  public record Page(
      String id,
      String name,
      String csv,
      String lead,
      List<Tile> tiles,
      List<Refused> refused,
      Section newest,
      List<Open> open,
      List<String> good,
      List<String> solved,
      List<Line> deliveries,
      List<Section> earlier) {}

  /**
   * A large number with what it means.
   *
   * @param tone {@code good}, {@code must}, {@code look} or {@code plain}
   */
  public record Tile(String tone, String number, String label, String note, String target) {}

  /** A delivery that was refused, with why and what to do. */
  public record Refused(String anchor, String title, List<Reason> reasons, String after) {}

  public record Reason(String what, String where, String remedy, String treatment) {}

  /**
   * What a delivery that was read came to.
   *
   * @param rows its rows by state, in one sentence
   * @param groups what must change and what is worth a look
   * @param notes what is told for information only
   */
  public record Section(
      String anchor,
      String title,
      String previous,
      String rows,
      List<State> states,
      List<Group> groups,
      List<Note> notes) {}

  /** A kind of issue that asks nothing of anyone. */
  public record Note(String count, String what, String where) {}

  public record State(String label, String number, String meaning) {}

  /** Kinds of issues of one severity. */
  public record Group(String tone, String title, String note, List<Kind> kinds) {}

  /**
   * All issues of one kind.
   *
   * @param before how many there were last time, with the difference in words; null at the first
   *     delivery
   * @param trend {@code new}, {@code more}, {@code less}, {@code same} or null
   */
  public record Kind(
      String anchor,
      String code,
      String count,
      String what,
      String before,
      String trend,
      String fields,
      String caption,
      Columns columns,
      List<Place> places,
      String more,
      String remedy,
      String treatment) {}

  /** Which columns any of the examples fills; the others are left out. */
  public record Columns(boolean line, boolean field, boolean found, boolean expected) {}

  public record Place(String file, String line, String field, String found, String expected) {}

  /** A kind of issue of earlier deliveries that still holds. */
  public record Open(String tone, String count, String what, String remedy, List<Link> links) {}

  public record Link(String anchor, String text) {}

  /** A delivery in the table of all deliveries. */
  public record Line(
      String anchor,
      String title,
      String rows,
      String good,
      String aside,
      String must,
      String look,
      String state) {}

  /** A proeftuin in the overview. */
  public record Entry(
      String href,
      String name,
      String id,
      String deliveries,
      String rows,
      String must,
      String look,
      String newest,
      String tone) {}

  /** The overview of several proeftuinen. */
  public record Overview(String lead, List<Tile> tiles, List<Entry> entries) {}
}

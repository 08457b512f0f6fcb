package nl.oogst.normalise;

import java.util.List;
import nl.oogst.model.Issue;
import nl.oogst.model.Item;

/** What became of one row. */
public sealed interface Outcome {

  /** A record without errors; the issues are its warnings, besides those of the reader. */
  record Kept(Item item, List<Issue> issues) implements Outcome {}

  /**
   * A row with at least one error.
   *
   * @param placementKey its readable {@code placement_id}, which shows that the placement still
   *     exists; null when it has none
   * @param issues all its errors and warnings, besides those of the reader
   * @param badValues the failing fields
   */
  record Quarantined(String placementKey, List<Issue> issues, List<BadValue> badValues)
      implements Outcome {}

  /** A row that is no record. */
  record NotARecord(Reason reason) implements Outcome {}

  /**
   * A row with citizen service numbers: the whole delivery is refused.
   *
   * @param issues one for each cell; {@code field} is the header, nothing of the value is kept
   */
  record Refused(List<Issue> issues) implements Outcome {}

  /** Why a row is no record. */
  enum Reason {
    /** Nothing, or only separators. */
    BLANK,
    /** A title or note above the table. */
    TITLE,
    /** A total or subtotal. */
    TOTAL,
    REPEATED_HEADER,
    /** A note below the table. */
    FOOTER,
    /** The table is not recognised. */
    NOT_RECOGNISED
  }
}

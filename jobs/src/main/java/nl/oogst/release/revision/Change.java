package nl.oogst.release.revision;

import java.util.Objects;
import nl.oogst.measure.Cells;
import nl.oogst.measure.Frame;
import nl.oogst.measure.Measure;
import nl.oogst.model.Days;
import nl.oogst.release.records.ReleasedRecord;

/** One kind of change: all that it touches, as it is without the change and with it. */
final class Change {
  private final World without;
  private final World with;
  private final int asOf;

  Change(Rules rules, Frame frame) {
    this.without = new World(rules, frame);
    this.with = new World(rules, frame);
    this.asOf = Days.of(frame.asOf());
  }

  /**
   * Adds the hours of a record, unless the change leaves it as it is.
   *
   * @param was without the change; null when it is not there
   * @param is with the change
   */
  void addHours(ReleasedRecord was, ReleasedRecord is) {
    var engaged = was == null ? null : was.engagement(asOf);
    var engages = is == null ? null : is.engagement(asOf);
    if (Objects.equals(engaged, engages)) {
      return;
    }
    if (was != null) {
      without.addHours(was.key(), engaged);
    }
    if (is != null) {
      with.addHours(is.key(), engages);
    }
  }

  /** Adds a record of a person but for its hours, changed or not. */
  void addPerson(ReleasedRecord was, ReleasedRecord is) {
    if (was != null) {
      without.addPerson(was);
    }
    if (is != null) {
      with.addPerson(is);
    }
  }

  void merge(Change other) {
    without.merge(other.without);
    with.merge(other.with);
  }

  /** Leaves out the persons whom the change leaves as they are. */
  void leaveOutAlike() {
    World.leaveOutAlike(without, with);
  }

  /** How much was added, see {@link World#added}. */
  long added() {
    return without.added() + with.added();
  }

  /** Whether a measure may make anything else of what the change touches. */
  boolean touches(Measure measure) {
    return without.holds(measure) || with.holds(measure);
  }

  /** Takes the change back, in cells of everybody with it. */
  Cells takeBack(Measure measure, Cells cells) {
    return cells.without(with.cells(measure)).merge(without.cells(measure));
  }
}

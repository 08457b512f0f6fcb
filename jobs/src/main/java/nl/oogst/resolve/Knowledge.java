package nl.oogst.resolve;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import nl.oogst.model.Days;

/**
 * Which deliveries of one proeftuin count, what they say about placements they do not mention, and
 * how far they reach (contract, section 5 rule 2).
 */
public final class Knowledge implements Serializable {
  private static final long serialVersionUID = 1L;

  /** What a delivery tells about placements that it does not mention. */
  public enum Mode {
    /** It holds no placements: nothing. */
    NONE,
    /** It holds all of them: they are gone. */
    SNAPSHOT,
    /** It holds changes only: they are as they were. */
    DELTA
  }

  /**
   * An accepted delivery.
   *
   * @param delivery its number in the run; order of date and folder
   * @param peildatum the day its records describe
   */
  public record Entry(int delivery, int peildatum, Mode placements) implements Serializable {}

  /**
   * How long a placement was shown.
   *
   * @param last the newest peildatum that shows or confirms it
   * @param confirmations peildata of later deliveries that confirm it by silence
   * @param missing whether a later snapshot does not hold it
   */
  record Shown(int last, List<Integer> confirmations, boolean missing) {}

  private final List<Entry> entries;

  /**
   * @param entries the accepted deliveries of one proeftuin, in order
   */
  public Knowledge(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  boolean accepted(int delivery) {
    return entry(delivery) != null;
  }

  private Entry entry(int delivery) {
    int low = 0;
    int high = entries.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Entry entry = entries.get(middle);
      if (entry.delivery() == delivery) {
        return entry;
      }
      if (entry.delivery() < delivery) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return null;
  }

  /** The peildatum of an accepted delivery. */
  int peildatum(int delivery) {
    return entry(delivery).peildatum();
  }

  /** The newest peildatum of the proeftuin, or {@link Days#NONE} without deliveries. */
  public int newest() {
    return entries.stream().mapToInt(Entry::peildatum).max().orElse(Days.NONE);
  }

  /** What the deliveries after the one that showed a placement last say about it. */
  Shown after(int delivery) {
    int from = 0;
    while (entries.get(from).delivery() != delivery) {
      from++;
    }
    Mode mode = entries.get(from).placements();
    int last = Days.NONE;
    List<Integer> confirmations = new ArrayList<>();
    for (Entry later : entries.subList(from + 1, entries.size())) {
      if (later.placements() == Mode.SNAPSHOT) {
        return new Shown(last, confirmations, true);
      }
      if (later.placements() == Mode.DELTA) {
        mode = Mode.DELTA;
      }
      if (mode == Mode.DELTA) {
        last = Math.max(last, later.peildatum());
        confirmations.add(later.peildatum());
      }
    }
    return new Shown(last, confirmations, false);
  }
}

package nl.oogst.resolve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.oogst.model.Issue;
import nl.oogst.model.IssueCode;
import nl.oogst.model.Item;
import nl.oogst.model.Period;
import nl.oogst.resolve.Resolution.PlacedIssue;
import nl.oogst.resolve.Resolution.RowState;
import nl.oogst.resolve.Resolution.State;
import nl.oogst.resolve.Resolution.Told;
import nl.oogst.resolve.Sightings.Place;

/** Lessons, practices, indicators and statements: the newest row of each key is what counts. */
public final class SmallItems {
  private SmallItems() {}

  /** A record and the row it stands in. */
  public record Seen(Place place, Item item) {}

  /**
   * What became of the rows of one key.
   *
   * @param accepted the row that counts; later ones need no other to be laid beside
   * @param settled what no later delivery changes
   */
  public record Outcome(Seen accepted, Told settled) {
    /** What holds until a later delivery says otherwise. */
    public Told open() {
      RowState counts =
          new RowState(accepted.place().file(), accepted.item().entity(), State.ACCEPTED);
      return new Told(List.of(counts), List.of());
    }

    /** The state of every row. */
    public List<RowState> rows() {
      List<RowState> all = new ArrayList<>(settled.rows());
      all.addAll(open().rows());
      return all;
    }

    /** All that was found. */
    public List<PlacedIssue> issues() {
      return settled.issues();
    }
  }

  /** What tells one record of its kind from another, within a proeftuin. */
  public static String key(Item item) {
    String key;
    if (item instanceof Item.Lesson lesson) {
      key = lesson.lessonId();
    } else if (item instanceof Item.Indicator indicator) {
      key = indicator.indicator() + " " + indicator.period();
    } else if (item instanceof Item.Practice practice) {
      key = practice.practice() + " " + practice.from();
    } else if (item instanceof Item.Statement s) {
      key =
          String.join(
              "\u001f",
              s.measure(),
              s.period().toString(),
              String.valueOf(s.organisation()),
              String.valueOf(s.targetGroup()),
              String.valueOf(s.route()),
              String.valueOf(s.attribution()),
              String.valueOf(s.contractForm()));
    } else {
      throw new IllegalArgumentException("not a small item: " + item.entity());
    }
    return item.entity() + "\u001f" + key;
  }

  /**
   * Resolves the rows of one key.
   *
   * @param seen of accepted deliveries, at least one, in any order
   */
  public static Outcome resolve(List<Seen> seen) {
    List<Seen> sorted = seen.stream().sorted(Comparator.comparing(Seen::place)).toList();
    List<RowState> rows = new ArrayList<>();
    List<PlacedIssue> issues = new ArrayList<>();
    Seen kept = null;
    for (Seen row : sorted) {
      String entity = row.item().entity();
      if (kept != null && kept.place().delivery() == row.place().delivery()) {
        rows.add(new RowState(row.place().file(), entity, State.DUPLICATE));
        Issue issue = new Issue(IssueCode.DUPLICATE_KEY, null, null, "één keer in een levering");
        issues.add(new PlacedIssue(row.place(), entity, issue));
      } else {
        if (kept != null) {
          rows.add(new RowState(kept.place().file(), entity, State.SUPERSEDED));
        }
        kept = row;
      }
    }
    return new Outcome(kept, new Told(rows, issues));
  }

  public static byte[] toBytes(Seen seen) {
    ByteWriter out = new ByteWriter();
    out.putLong(seen.place().delivery()).putLong(seen.place().file());
    write(out, seen.place().line(), seen.item());
    return out.toBytes();
  }

  /** A row without its delivery and file, whose numbers stand before it when it is read. */
  public static void write(ByteWriter out, long line, Item item) {
    out.putLong(line).putText(item.entity());
    if (item instanceof Item.Lesson i) {
      out.putText(i.lessonId()).putLong(i.date()).putText(i.phase()).putText(i.theme());
      out.putText(i.kind()).putText(i.practice()).putText(i.role()).putText(i.text());
      out.putByte(i.publishable() ? 1 : 0);
    } else if (item instanceof Item.Indicator i) {
      out.putText(i.indicator()).putText(i.period().toString());
      out.putLong(i.value()).putLong(i.numerator()).putLong(i.denominator());
    } else if (item instanceof Item.Practice i) {
      out.putText(i.practice()).putLong(i.from()).putLong(i.to()).putText(i.phase());
    } else if (item instanceof Item.Statement i) {
      out.putText(i.measure()).putText(i.period().toString()).putLong(i.value());
      out.putText(i.organisation()).putText(i.targetGroup()).putText(i.route());
      out.putText(i.attribution()).putText(i.contractForm());
    }
  }

  public static Seen read(byte[] bytes) {
    ByteReader in = new ByteReader(bytes);
    Place place = new Place(in.readInt(), in.readInt(), in.readLong());
    String entity = in.readText();
    return new Seen(place, item(entity, in));
  }

  private static Item item(String entity, ByteReader in) {
    return switch (entity) {
      case "lesson" ->
          new Item.Lesson(
              in.readText(),
              in.readInt(),
              in.readText(),
              in.readText(),
              in.readText(),
              in.readText(),
              in.readText(),
              in.readText(),
              in.readByte() == 1);
      case "indicator" ->
          new Item.Indicator(
              in.readText(), period(in), in.readLong(), in.readLong(), in.readLong());
      case "practice" ->
          new Item.Practice(in.readText(), in.readInt(), in.readInt(), in.readText());
      case "statement" ->
          new Item.Statement(
              in.readText(),
              period(in),
              in.readLong(),
              in.readText(),
              in.readText(),
              in.readText(),
              in.readText(),
              in.readText());
      default -> throw new IllegalStateException("unknown entity " + entity);
    };
  }

  private static Period period(ByteReader in) {
    return Period.parse(in.readText()).orElseThrow();
  }
}

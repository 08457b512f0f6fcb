package nl.oogst.resolve;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import nl.oogst.model.Item;

/**
 * Everything that all deliveries showed of one placement, in any order: its own rows, rows of it
 * that could not be used, and its paid hours.
 */
public final class Sightings {
  private static final int PLACEMENT = 1;
  private static final int UNUSABLE_PLACEMENT = 2;
  private static final int PAID_HOURS = 3;

  /**
   * Where a row stood.
   *
   * @param delivery the number of the delivery in the run, in order of date and folder
   * @param file the number of the file in the run, in order of name within its delivery
   */
  public record Place(int delivery, int file, long line)
      implements Comparable<Place>, Serializable {
    @Override
    public int compareTo(Place other) {
      if (delivery != other.delivery) {
        return Integer.compare(delivery, other.delivery);
      }
      return file != other.file
          ? Integer.compare(file, other.file)
          : Long.compare(line, other.line);
    }
  }

  record SeenPlacement(Place place, Item.Placement state) {}

  record SeenHours(Place place, int periodStart, int periodEnd, long hours) {}

  private final List<SeenPlacement> placements = new ArrayList<>();
  private final List<Place> unusable = new ArrayList<>();
  private final List<SeenHours> hours = new ArrayList<>();

  List<SeenPlacement> placements() {
    return placements;
  }

  List<Place> unusable() {
    return unusable;
  }

  List<SeenHours> hours() {
    return hours;
  }

  public static void write(ByteWriter out, Place place, Item.Placement state) {
    head(out, PLACEMENT, place);
    ItemCodec.write(out, state);
  }

  /** A quarantined row of the placement: it replaces nothing, yet shows that it still exists. */
  public static void writeUnusable(ByteWriter out, Place place) {
    head(out, UNUSABLE_PLACEMENT, place);
  }

  public static void write(ByteWriter out, Place place, Item.PaidHours paid) {
    head(out, PAID_HOURS, place);
    out.putLong(paid.periodStart());
    out.putLong((long) paid.periodEnd() - paid.periodStart());
    out.putLong(paid.hours());
  }

  private static void head(ByteWriter out, int kind, Place place) {
    out.putByte(kind).putLong(place.delivery()).putLong(place.file()).putLong(place.line());
  }

  /** Adds what one part wrote. */
  public Sightings add(byte[] part) {
    ByteReader in = new ByteReader(part);
    while (in.hasMore()) {
      int kind = in.readByte();
      Place place = new Place(in.readInt(), in.readInt(), in.readLong());
      switch (kind) {
        case PLACEMENT -> placements.add(new SeenPlacement(place, ItemCodec.readPlacement(in)));
        case UNUSABLE_PLACEMENT -> unusable.add(place);
        case PAID_HOURS -> {
          int start = in.readInt();
          hours.add(new SeenHours(place, start, start + in.readInt(), in.readLong()));
        }
        default -> throw new IllegalStateException("unknown kind of sighting " + kind);
      }
    }
    return this;
  }
}

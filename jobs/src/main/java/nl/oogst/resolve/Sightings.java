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
  private static final int FILE = 4;
  private static final int ORIGIN = 5;
  private static final int RESOLVED = 6;

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

  private final List<SeenPlacement> placements = new ArrayList<>();
  private final List<Place> unusable = new ArrayList<>();
  private final List<ResolvedPlacement.Hours> hours = new ArrayList<>();
  private Past past;

  List<SeenPlacement> placements() {
    return placements;
  }

  List<Place> unusable() {
    return unusable;
  }

  List<ResolvedPlacement.Hours> hours() {
    return hours;
  }

  /** What earlier deliveries came to, or null when all rows are here. */
  Past past() {
    return past;
  }

  /** Says in which file the rows stand that are written next. */
  public static void file(ByteWriter out, int delivery, int file) {
    out.putByte(FILE).putLong(delivery).putLong(file);
  }

  /** A row of the placement itself, in the file that was named before it. */
  public static void write(ByteWriter out, long line, Item.Placement state) {
    out.putByte(PLACEMENT).putLong(line);
    ItemCodec.write(out, state);
  }

  /** A quarantined row of the placement: it replaces nothing, yet shows that it still exists. */
  public static void writeUnusable(ByteWriter out, long line) {
    out.putByte(UNUSABLE_PLACEMENT).putLong(line);
  }

  public static void write(ByteWriter out, long line, Item.PaidHours paid) {
    out.putByte(PAID_HOURS).putLong(line);
    out.putLong(paid.periodStart());
    out.putLong((long) paid.periodEnd() - paid.periodStart());
    out.putLong(paid.hours());
  }

  /**
   * A placement as earlier deliveries resolved it, for rows of later ones to be laid beside.
   *
   * @param resolved as {@link Resolution#toBytes} packed it
   * @param origin where the numbers of its proeftuin begin now
   */
  public static byte[] resolved(byte[] resolved, Origin origin) {
    return origin(origin).putByte(RESOLVED).putBytes(resolved).toBytes();
  }

  /**
   * Rows that wait, for rows of later deliveries to be laid beside.
   *
   * @param waiting as {@link Waiting#toBytes} packed them
   * @param origin where the numbers of its proeftuin begin now
   */
  public static byte[] waiting(byte[] waiting, Origin origin) {
    return origin(origin).putBytes(waiting).toBytes();
  }

  private static ByteWriter origin(Origin origin) {
    return new ByteWriter().putByte(ORIGIN).putLong(origin.delivery()).putLong(origin.file());
  }

  /** Adds what one part wrote. */
  public Sightings add(byte[] part) {
    ByteReader in = new ByteReader(part);
    Origin origin = Origin.RUN;
    int delivery = 0;
    int file = 0;
    while (in.hasMore()) {
      int kind = in.readByte();
      if (kind == ORIGIN) {
        origin = new Origin(in.readInt(), in.readInt());
        continue;
      }
      if (kind == RESOLVED) {
        past = ResolvedCodec.readPast(in, origin);
        continue;
      }
      if (kind == FILE) {
        delivery = in.readInt() + origin.delivery();
        file = in.readInt() + origin.file();
        continue;
      }
      Place place = new Place(delivery, file, in.readLong());
      switch (kind) {
        case PLACEMENT -> placements.add(new SeenPlacement(place, ItemCodec.readPlacement(in)));
        case UNUSABLE_PLACEMENT -> unusable.add(place);
        case PAID_HOURS -> {
          int start = in.readInt();
          int end = start + in.readInt();
          hours.add(new ResolvedPlacement.Hours(start, end, in.readLong(), place));
        }
        default -> throw new IllegalStateException("unknown kind of sighting " + kind);
      }
    }
    return this;
  }
}

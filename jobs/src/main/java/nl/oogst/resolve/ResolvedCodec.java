package nl.oogst.resolve;

import java.util.ArrayList;
import java.util.List;
import nl.oogst.model.Days;

/**
 * Resolved placements as bytes. A placement that is open has no last day in them, so that they stay
 * the same when the as-of date moves; it is given when they are read.
 */
public final class ResolvedCodec {
  private ResolvedCodec() {}

  /**
   * Packs a placement.
   *
   * @param past what a later delivery asks for besides, which others pass over
   * @param origin where the numbers of its proeftuin begin
   */
  static byte[] toBytes(ResolvedPlacement p, byte[] past, Origin origin) {
    ByteWriter out = new ByteWriter(256).putText(p.proeftuin());
    ItemCodec.write(out, p.state());
    write(out, origin.own(p.place()));
    out.putLong(p.firstPeildatum()).putLong(p.lastPeildatum());
    out.putLong(p.activeUntil()).putLong(p.knownUntil());
    out.putByte((p.finished() ? 1 : 0) + (p.vanished() ? 2 : 0));
    out.putLong(p.observations().size());
    for (ResolvedPlacement.Observation seen : p.observations()) {
      out.putLong(seen.peildatum()).putLong(seen.hoursPerWeek()).putByte(seen.permanent() ? 1 : 0);
    }
    out.putLong(past.length).putBytes(past);
    writeHours(out, p.hours(), origin);
    return out.toBytes();
  }

  /** What a placement is found by. */
  public record Ids(String proeftuin, String placementId, String personId) {
    /** The person number with its proeftuin before it, as {@link Identities} knows persons. */
    public String own() {
      return Identities.own(proeftuin, personId);
    }
  }

  /** Reads no further than the ids, which come first. */
  public static Ids readIds(byte[] bytes) {
    ByteReader in = new ByteReader(bytes);
    return new Ids(in.readText(), in.readText(), in.readText());
  }

  /** Paid hours alone. */
  public static void writeHours(ByteWriter out, List<ResolvedPlacement.Hours> all, Origin origin) {
    out.putLong(all.size());
    for (ResolvedPlacement.Hours hours : all) {
      out.putLong(hours.periodStart()).putLong((long) hours.periodEnd() - hours.periodStart());
      out.putLong(hours.hours());
      Sightings.Place place = hours.place();
      out.putLong(place.delivery() - origin.delivery()).putLong(place.file() - origin.file());
      out.putLong(place.line());
    }
  }

  /** What {@link #writeHours} wrote. */
  public static List<ResolvedPlacement.Hours> readHours(ByteReader in) {
    return readHours(in, Origin.RUN);
  }

  private static List<ResolvedPlacement.Hours> readHours(ByteReader in, Origin origin) {
    int count = in.readInt();
    List<ResolvedPlacement.Hours> hours = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int start = in.readInt();
      int end = start + in.readInt();
      long paid = in.readLong();
      int delivery = in.readInt() + origin.delivery();
      int file = in.readInt() + origin.file();
      hours.add(
          new ResolvedPlacement.Hours(
              start, end, paid, new Sightings.Place(delivery, file, in.readLong())));
    }
    return hours;
  }

  private static void write(ByteWriter out, Sightings.Place place) {
    out.putLong(place.delivery()).putLong(place.file()).putLong(place.line());
  }

  /**
   * Reads from where the reader stands.
   *
   * @param asOf the last day on which an open placement counts as active
   */
  public static ResolvedPlacement read(ByteReader in, int asOf) {
    ResolvedPlacement life = readLife(in, asOf);
    return life.paid(readHours(in));
  }

  /**
   * Reads the life of a placement and leaves its paid hours, which come last.
   *
   * @param asOf the last day on which an open placement counts as active
   */
  public static ResolvedPlacement readLife(ByteReader in, int asOf) {
    ResolvedPlacement life = life(in, asOf);
    in.skip(in.readInt());
    return life;
  }

  /**
   * What later deliveries are laid beside.
   *
   * @param origin where the numbers of its proeftuin begin
   */
  static Past readPast(ByteReader in, Origin origin) {
    ResolvedPlacement life = life(in, Days.FOREVER);
    byte[] past = in.readBytes(in.readInt());
    return Past.read(new ByteReader(past), life.paid(readHours(in, origin)), origin);
  }

  private static ResolvedPlacement life(ByteReader in, int asOf) {
    String proeftuin = in.readText();
    var state = ItemCodec.readPlacement(in);
    var place = place(in);
    int firstPeildatum = in.readInt();
    int lastPeildatum = in.readInt();
    int activeUntil = in.readInt();
    int knownUntil = in.readInt();
    int flags = in.readByte();
    int seen = in.readInt();
    List<ResolvedPlacement.Observation> observations = new ArrayList<>(seen);
    for (int i = 0; i < seen; i++) {
      observations.add(
          new ResolvedPlacement.Observation(in.readInt(), in.readLong(), in.readByte() == 1));
    }
    return new ResolvedPlacement(
        proeftuin,
        state,
        place,
        firstPeildatum,
        lastPeildatum,
        activeUntil == Days.FOREVER ? asOf : activeUntil,
        knownUntil,
        (flags & 1) != 0,
        (flags & 2) != 0,
        List.of(),
        observations);
  }

  private static Sightings.Place place(ByteReader in) {
    return new Sightings.Place(in.readInt(), in.readInt(), in.readLong());
  }
}

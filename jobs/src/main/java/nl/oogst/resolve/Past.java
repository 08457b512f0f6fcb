package nl.oogst.resolve;

import java.util.ArrayList;
import java.util.List;
import nl.oogst.model.Days;
import nl.oogst.resolve.Sightings.SeenPlacement;

/**
 * What the deliveries up to now came to for one placement, as far as a later one asks for it: laid
 * beside the rows of later deliveries, it gives what all rows together would have given. Of a
 * delivery that is superseded nothing else matters any more.
 *
 * @param newest the row of the last delivery that showed it
 * @param firstPeildatum the peildatum that first showed it
 * @param shown the newest peildatum of a row of it, {@link Days}
 * @param unusable the last delivery with a row of it that could not be used, or {@link #NONE}
 * @param unusablePeildatum the newest peildatum of such a row
 * @param history each state that differs from the one before
 * @param observations one of each row that counted, in order
 * @param hours the row that counts of each pay period
 */
record Past(
    SeenPlacement newest,
    int firstPeildatum,
    int shown,
    int unusable,
    int unusablePeildatum,
    List<Resolution.PastState> history,
    List<ResolvedPlacement.Observation> observations,
    List<ResolvedPlacement.Hours> hours) {

  /** No delivery. */
  static final int NONE = -1;

  /**
   * Packs what does not stand in the resolved placement itself.
   *
   * @param origin where the numbers of its proeftuin begin
   */
  byte[] toBytes(Origin origin) {
    ByteWriter out = new ByteWriter();
    out.putLong(observations.size()).putLong(shown);
    out.putLong(unusable == NONE ? NONE : unusable - origin.delivery());
    out.putLong(unusablePeildatum).putLong(history.size());
    for (Resolution.PastState past : history) {
      out.putLong(past.peildatum()).putLong(past.delivery() - origin.delivery());
      boolean same = StateChanges.equal(past.state(), newest.state());
      out.putByte(same ? 1 : 0);
      if (!same) {
        ItemCodec.write(out, past.state());
      }
    }
    return out.toBytes();
  }

  /**
   * What {@link #toBytes} packed.
   *
   * @param resolved the placement that came of it, its numbers counted within the proeftuin, but
   *     for those of its hours, which are of the run
   */
  static Past read(ByteReader in, ResolvedPlacement resolved, Origin origin) {
    int observations = in.readInt();
    int shown = in.readInt();
    int unusable = in.readInt();
    int unusablePeildatum = in.readInt();
    List<Resolution.PastState> history = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      int peildatum = in.readInt();
      int delivery = in.readInt() + origin.delivery();
      boolean same = in.readByte() == 1;
      history.add(
          new Resolution.PastState(
              peildatum, delivery, same ? resolved.state() : ItemCodec.readPlacement(in)));
    }
    return new Past(
        new SeenPlacement(origin.ofRun(resolved.place()), resolved.state()),
        resolved.firstPeildatum(),
        shown,
        unusable == NONE ? NONE : unusable + origin.delivery(),
        unusablePeildatum,
        history,
        List.copyOf(resolved.observations().subList(0, observations)),
        resolved.hours());
  }
}

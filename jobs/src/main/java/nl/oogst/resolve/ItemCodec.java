package nl.oogst.resolve;

import nl.oogst.model.Item;
import nl.oogst.model.LinkTokens;

/** Placements and paid hours as bytes. */
final class ItemCodec {
  private ItemCodec() {}

  static void write(ByteWriter out, Item.Placement p) {
    out.putText(p.placementId()).putText(p.personId()).putText(p.contractId());
    out.putText(p.organisation()).putText(p.supplier()).putText(p.supplierKvk());
    out.putText(p.employer()).putText(p.employerKvk()).putText(p.attribution());
    out.putText(p.route()).putText(p.contractForm()).putText(p.targetGroup());
    out.putText(p.registerGround()).putLong(p.registerFrom()).putLong(p.registerTo());
    out.putLong(p.startDate()).putLong(p.endDate()).putText(p.endReason());
    out.putLong(p.hoursPerWeek()).putLong(p.valueEur()).putText(p.valuationScheme());
    out.putLong(p.referenceDate());
    LinkTokens link = p.link();
    out.putByte(link == null ? 0 : 1);
    if (link != null) {
      out.putText(link.exact()).putText(link.phonetic());
      out.putText(link.swapped()).putText(link.birth());
    }
  }

  static Item.Placement readPlacement(ByteReader in) {
    return new Item.Placement(
        in.readText(),
        in.readText(),
        in.readText(),
        in.readText(),
        in.readText(),
        in.readText(),
        in.readText(),
        in.readText(),
        in.readText(),
        in.readText(),
        in.readText(),
        in.readText(),
        in.readText(),
        in.readInt(),
        in.readInt(),
        in.readInt(),
        in.readInt(),
        in.readText(),
        in.readLong(),
        in.readLong(),
        in.readText(),
        in.readInt(),
        in.readByte() == 0 ? null : readTokens(in));
  }

  private static LinkTokens readTokens(ByteReader in) {
    return new LinkTokens(in.readText(), in.readText(), in.readText(), in.readText());
  }
}

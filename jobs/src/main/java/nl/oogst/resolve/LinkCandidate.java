package nl.oogst.resolve;

import nl.oogst.model.Days;
import nl.oogst.model.Fixed;
import nl.oogst.model.Folding;
import nl.oogst.model.Item;
import nl.oogst.model.LinkTokens;

/**
 * What of a job decides whether a record elsewhere is the same job (contract, section 5 rule 4).
 *
 * @param employer the employer with its kind (KvK of the employer, else of the supplier, else the
 *     folded name), or null
 * @param until last day it counts as active
 * @param contract the joined fields of rule b, or null when one of them is empty
 */
public record LinkCandidate(
    String proeftuin,
    String placementId,
    String personId,
    LinkTokens link,
    String employer,
    int start,
    int until,
    String contract)
    implements Comparable<LinkCandidate> {
  /** Stands between the fields of rule b. */
  static final String BETWEEN = "\u001f";

  static LinkCandidate of(ResolvedPlacement placement) {
    Item.Placement state = placement.state();
    return new LinkCandidate(
        placement.proeftuin(),
        state.placementId(),
        state.personId(),
        state.link(),
        employer(state),
        state.startDate(),
        placement.activeUntil(),
        contract(state));
  }

  private static String employer(Item.Placement state) {
    if (state.employerKvk() != null) {
      return "kvk " + state.employerKvk();
    }
    if (state.supplierKvk() != null) {
      return "supplier kvk " + state.supplierKvk();
    }
    return state.employer() == null ? null : "name " + Folding.fold(state.employer());
  }

  private static String contract(Item.Placement state) {
    boolean filled =
        state.contractId() != null
            && state.supplier() != null
            && state.startDate() != Days.NONE
            && state.hoursPerWeek() != Fixed.NONE
            && state.targetGroup() != null
            && !state.targetGroup().equals("unknown");
    return filled
        ? String.join(
            BETWEEN,
            state.contractId(),
            Folding.fold(state.supplier()),
            Integer.toString(state.startDate()),
            Long.toString(state.hoursPerWeek()),
            state.targetGroup())
        : null;
  }

  boolean hasLink() {
    return link != null && link.exact() != null;
  }

  boolean overlaps(LinkCandidate other) {
    return start <= other.until && other.start <= until;
  }

  @Override
  public int compareTo(LinkCandidate other) {
    int byProeftuin = proeftuin.compareTo(other.proeftuin);
    return byProeftuin != 0 ? byProeftuin : placementId.compareTo(other.placementId);
  }

  byte[] toBytes() {
    ByteWriter out = new ByteWriter().putText(proeftuin).putText(placementId).putText(personId);
    out.putByte(link == null ? 0 : 1);
    if (link != null) {
      out.putText(link.exact()).putText(link.phonetic());
      out.putText(link.swapped()).putText(link.birth());
    }
    return out.putText(employer).putLong(start).putLong(until).putText(contract).toBytes();
  }

  /**
   * Reads what {@link #toBytes} wrote.
   *
   * @param asOf the last day on which an open placement counts as active
   */
  static LinkCandidate read(ByteReader in, int asOf) {
    return new LinkCandidate(
        in.readText(),
        in.readText(),
        in.readText(),
        in.readByte() == 0
            ? null
            : new LinkTokens(in.readText(), in.readText(), in.readText(), in.readText()),
        in.readText(),
        in.readInt(),
        until(in.readInt(), asOf),
        in.readText());
  }

  private static int until(int day, int asOf) {
    return day == Days.FOREVER ? asOf : day;
  }
}

package nl.oogst.release.explain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import nl.oogst.release.records.ReleasedRecord;
import nl.oogst.release.records.ReleasedRecord.PaidHours;

/**
 * A figure with all that it was made from.
 *
 * @param cell what it is about, by column
 * @param published as everyone sees it; null when it is left out
 * @param disclosure how it was protected
 * @param exact before protection
 * @param parts of a sum one without a name, whose contributions together are the exact figure; of a
 *     share its numerator and denominator, or what else it is estimated from; empty where no
 *     placement is behind it
 * @param together the figure that all placements behind it make, worked out again; null for none
 */
public record Explanation(
    String release,
    String dataSet,
    Map<String, String> cell,
    String measure,
    String definition,
    String unit,
    Double published,
    String disclosure,
    BigDecimal exact,
    List<Part> parts,
    BigDecimal together) {

  /**
   * A sum in a figure.
   *
   * @param name empty when it is the figure itself
   * @param contributions in order of proeftuin and placement
   */
  public record Part(String name, List<Contribution> contributions) {
    public Part {
      contributions = List.copyOf(contributions);
    }

    /** What the placements add up to. */
    public BigDecimal sum() {
      return contributions.stream()
          .map(Contribution::amount)
          .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
  }

  /**
   * What one placement adds.
   *
   * @param amount 0 for a further placement of a person who is counted once
   * @param hours the pay periods that touch the period, for figures of hours
   * @param joins the records of other proeftuinen that are the same job
   * @param corrections what later deliveries told otherwise, oldest first
   */
  public record Contribution(
      ReleasedRecord record,
      BigDecimal amount,
      List<PaidHours> hours,
      List<Join> joins,
      List<Correction> corrections) {}

  /** Another record of the same job, and the rule that says so. */
  public record Join(String rule, String tokenKind, String proeftuin, String placementId) {}

  /** A field that a delivery told otherwise than the one before; null where it was empty. */
  public record Correction(
      String delivery, String peildatum, String field, String before, String after) {}

  public Explanation {
    parts = List.copyOf(parts);
  }

  /** Whether the figure is a share or another quotient, whose parts do not add up to it. */
  public boolean isQuotient() {
    return parts.stream().anyMatch(part -> !part.name().isEmpty());
  }

  /** All contributions, part by part. */
  public List<Contribution> contributions() {
    return parts.stream().flatMap(part -> part.contributions().stream()).toList();
  }

  /** What the placements make: their sum, or the quotient worked out again. */
  public BigDecimal sum() {
    if (isQuotient()) {
      return together == null ? BigDecimal.ZERO : together;
    }
    return parts.stream().map(Part::sum).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Whether they make the figure, to six decimals. */
  public boolean addsUp() {
    return Amounts.same(sum(), exact);
  }
}

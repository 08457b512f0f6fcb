package nl.oogst.protect;

import nl.oogst.measure.Counting;
import nl.oogst.measure.Figure;

/**
 * Counts as everyone may know them: rounded by cell key; shares of such counts in coarse steps, and
 * only where enough persons are behind them (methods.md, section 5).
 */
public final class ProtectedCounts implements Counting {
  private static final String COUNT = "count";
  private static final String PERIOD = "year";

  private final DisclosureRules rules;
  private final ShareRounding shares;

  public ProtectedCounts(DisclosureRules rules) {
    this.rules = rules;
    this.shares = new ShareRounding(rules);
  }

  @Override
  public Double count(Figure.Sum sum) {
    return amount(sum, COUNT, PERIOD);
  }

  @Override
  public Double amount(Figure.Sum sum, String kind, String periodType) {
    return kind == null || rules.withheld(kind, periodType, sum.largest())
        ? null
        : (Double) CellKeyRounding.round(sum.value(), rules.base(kind, periodType), sum.cellKey());
  }

  @Override
  public double tolerance(String kind, String periodType) {
    return rules.base(kind, periodType);
  }

  @Override
  public Shown share(double numerator, double denominator, double count) {
    Share share = shares.of(numerator, denominator, count);
    return new Shown(share.fraction(), share.sign());
  }

  /** With a remainder r of base b it is r·(b − r); b²/6 on average over remainders. */
  @Override
  public double variance() {
    double base = rules.base(COUNT, PERIOD);
    return base * base / 6;
  }

  @Override
  public double step(double share) {
    return Math.rint(share * rules.shareSteps()) / rules.shareSteps();
  }

  @Override
  public String disclosure(boolean complete) {
    return complete ? "rounded" : "withheld";
  }
}

package nl.oogst.stats;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Random-effects meta-analysis and meta-regression over pilots: the pilot is the unit, never the
 * placement. Outcomes are weighted with {@code 1/(v + τ²)}; intervals by Hartung and Knapp
 * (Statistics in Medicine 20, 2001; Knapp and Hartung 22, 2003): standard errors times {@code
 * √(Q_w/(m−p))}, Student's t with m − p degrees of freedom. Immutable.
 */
public final class MetaRegression {

  private final Design design;
  private final Design.Fit fit;
  private final Heterogeneity estimator;
  private final double tau2;
  private final boolean hartungKnapp;

  /** A coefficient. {@code p} is two-sided, against 0. */
  public record Coefficient(double value, double standardError, Interval interval, double p) {}

  /**
   * A pilot's outcome drawn towards what the model expects of it (empirical Bayes).
   *
   * @param weight share of its own outcome: {@code τ²/(τ² + v)}
   */
  public record Shrunken(double value, double standardError, Interval interval, double weight) {}

  private MetaRegression(
      Design design, Design.Fit fit, Heterogeneity estimator, double tau2, boolean hartungKnapp) {
    this.design = design;
    this.fit = fit;
    this.estimator = estimator;
    this.tau2 = tau2;
    this.hartungKnapp = hartungKnapp;
  }

  /** The mean over pilots, by REML, Paule–Mandel when it does not settle, with Hartung–Knapp. */
  public static Optional<MetaRegression> mean(List<EffectSize> outcomes) {
    return withFallback(Design.of(outcomes, List.of()));
  }

  /**
   * The outcome on one moderator, by REML, Paule–Mandel when it does not settle, with
   * Hartung–Knapp. Coefficient 0 is the intercept, 1 the moderator.
   *
   * @param moderator one value per outcome, for instance 1 with the practice and 0 without
   * @return absent when there are no more pilots than coefficients or the moderator does not vary
   */
  public static Optional<MetaRegression> on(List<EffectSize> outcomes, double[] moderator) {
    if (outcomes.size() != moderator.length) {
      throw new IllegalArgumentException(
          "outcomes and moderator differ in number: " + outcomes.size() + ", " + moderator.length);
    }
    return withFallback(Design.of(outcomes, List.of(moderator)));
  }

  /** The same model with another estimator of τ²; absent when that does not settle. */
  public Optional<MetaRegression> with(Heterogeneity other) {
    return fit(design, other);
  }

  /** The same model with ordinary standard errors and the normal distribution. */
  public MetaRegression withoutHartungKnapp() {
    return new MetaRegression(design, fit, estimator, tau2, false);
  }

  private static Optional<MetaRegression> withFallback(Design design) {
    if (design.rows() <= design.columns() || design.fit(0).isEmpty()) {
      return Optional.empty();
    }
    return fit(design, Heterogeneity.REML).or(() -> fit(design, Heterogeneity.PAULE_MANDEL));
  }

  private static Optional<MetaRegression> fit(Design design, Heterogeneity estimator) {
    var tau2 = estimator.tau2(design);
    if (tau2.isEmpty()) {
      return Optional.empty();
    }
    return design
        .fit(tau2.getAsDouble())
        .map(f -> new MetaRegression(design, f, estimator, tau2.getAsDouble(), true));
  }

  /** Number of pilots. */
  public int pilots() {
    return design.rows();
  }

  /** The estimator that gave τ². */
  public Heterogeneity estimator() {
    return estimator;
  }

  /** Variance between pilots that neither sampling nor the moderator explains. */
  public double tau2() {
    return tau2;
  }

  /** Cochran's Q of the residuals with fixed-effect weights. */
  public double q() {
    return fixed().q();
  }

  /** {@code P(χ² ≥ Q)} with m − p degrees of freedom. */
  public double qP() {
    return ChiSquaredDistribution.of(design.residualDegrees()).survivalProbability(q());
  }

  /**
   * I², the share in percent of the spread that is not sampling: {@code 100·τ²/(τ² + s²)} with the
   * typical sampling variance {@code s² = (m−p)/tr P} (Higgins and Thompson, 2002).
   */
  public double i2() {
    double typical = design.residualDegrees() / fixed().trace();
    return 100 * tau2 / (tau2 + typical);
  }

  /**
   * A coefficient with its interval.
   *
   * @param index 0 for the intercept or mean, 1 for the moderator
   */
  public Coefficient coefficient(int index, double level) {
    double value = fit.beta()[index];
    double error = Math.sqrt(covariance()[index][index]);
    double half = quantile(level) * error;
    double ratio = value == 0 ? 0 : Math.abs(value) / error;
    double p =
        hartungKnapp
            ? Math.min(1, 2 * student().survivalProbability(ratio))
            : Normal.twoSided(ratio);
    return new Coefficient(value, error, new Interval(value - half, value + half), p);
  }

  /** The outcome the model expects at a value of the moderator. */
  public double expected(double moderator) {
    return fit.beta()[0] + (fit.beta().length > 1 ? fit.beta()[1] * moderator : 0);
  }

  /**
   * Where the true outcome of a new pilot lies, {@code μ ± t·√(τ² + se²)} (Higgins, Thompson and
   * Spiegelhalter, 2009), with the degrees of freedom of the model.
   *
   * @param moderator ignored by a model without one
   */
  public Interval prediction(double moderator, double level) {
    double[] row = design.columns() > 1 ? new double[] {1, moderator} : new double[] {1};
    double variance = LinearAlgebra.form(row, covariance(), row);
    double half = quantile(level) * Math.sqrt(tau2 + variance);
    return new Interval(expected(moderator) - half, expected(moderator) + half);
  }

  /** Every pilot's outcome shrunken towards the model, in the order of the input. */
  public List<Shrunken> shrunken(double level) {
    double z = Normal.z(level);
    return IntStream.range(0, design.rows())
        .mapToObj(
            i -> {
              double v = design.variance(i);
              double weight = tau2 / (tau2 + v);
              double value =
                  weight * design.outcome(i) + (1 - weight) * design.fitted(i, fit.beta());
              double away = 1 - weight;
              double error = Math.sqrt(weight * v + away * away * design.leverage(i, covariance()));
              var interval = new Interval(value - z * error, value + z * error);
              return new Shrunken(value, error, interval, weight);
            })
        .toList();
  }

  private Design.Fit fixed() {
    return design.fit(0).orElseThrow();
  }

  private double[][] covariance() {
    if (!hartungKnapp) {
      return fit.covariance();
    }
    double scale = fit.q() / design.residualDegrees();
    double[][] scaled = new double[design.columns()][];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = fit.covariance()[i].clone();
      for (int j = 0; j < scaled.length; j++) {
        scaled[i][j] *= scale;
      }
    }
    return scaled;
  }

  private double quantile(double level) {
    double z = Normal.z(level);
    return hartungKnapp ? student().inverseSurvivalProbability((1 - level) / 2) : z;
  }

  private TDistribution student() {
    return TDistribution.of(design.residualDegrees());
  }
}

package nl.oogst.stats;

import java.util.OptionalDouble;

/** Estimators of τ², the variance between pilots beyond sampling. */
public enum Heterogeneity {
  /** By moments (DerSimonian and Laird, Controlled Clinical Trials 7, 1986). */
  DERSIMONIAN_LAIRD {
    @Override
    OptionalDouble tau2(Design design) {
      var fixed = design.fit(0).orElseThrow();
      double excess = fixed.q() - design.residualDegrees();
      return OptionalDouble.of(Math.max(0, excess / fixed.trace()));
    }
  },
  /**
   * The τ² at which {@code Σ (y − Xβ)²/(v + τ²)} equals its degrees of freedom (Paule and Mandel,
   * 1982); the same as empirical Bayes (Morris, 1983). Always exists.
   */
  PAULE_MANDEL {
    @Override
    OptionalDouble tau2(Design design) {
      double target = design.residualDegrees();
      if (q(design, 0) <= target) {
        return OptionalDouble.of(0);
      }
      double high = 1;
      while (q(design, high) > target) {
        high *= 2;
      }
      double low = 0;
      for (int i = 0; i < BISECTIONS && high - low > 0; i++) {
        double middle = (low + high) / 2;
        if (q(design, middle) > target) {
          low = middle;
        } else {
          high = middle;
        }
      }
      return OptionalDouble.of((low + high) / 2);
    }
  },
  /**
   * Restricted maximum likelihood by Fisher scoring, {@code τ² += (y'PPy − tr P)/tr PP} (Harville,
   * JASA 72, 1977), from Hedges's unweighted estimate until a step is at most 1e-5: the iteration
   * of R's metafor, so that figures agree with it to the printed digits. Absent when the steps do
   * not settle.
   */
  REML {
    @Override
    OptionalDouble tau2(Design design) {
      double tau2 = design.hedges();
      for (int i = 0; i < STEPS; i++) {
        var fit = design.fit(tau2).orElseThrow();
        double step = (fit.squaredProjection() - fit.trace()) / fit.squaredTrace();
        while (tau2 + step < 0) {
          step = step < -SETTLED * SETTLED ? step / 2 : -tau2;
        }
        tau2 += step;
        if (Math.abs(step) <= SETTLED) {
          return OptionalDouble.of(tau2);
        }
      }
      return OptionalDouble.empty();
    }
  };

  private static final int STEPS = 100;
  private static final int BISECTIONS = 200;
  private static final double SETTLED = 1e-5;

  /**
   * τ², 0 or more.
   *
   * @param design with independent columns and more rows than columns
   */
  abstract OptionalDouble tau2(Design design);

  private static double q(Design design, double tau2) {
    return design.fit(tau2).orElseThrow().q();
  }
}

package nl.oogst.stats;

/**
 * The scale on which a survival interval is symmetric (Kalbfleisch and Prentice, The Statistical
 * Analysis of Failure Time Data, 2002, section 1.4). Oogst publishes {@link #LOG_LOG}.
 */
public enum IntervalScale {
  /** {@code S ± z·S·√G}. */
  PLAIN {
    @Override
    Interval interval(double survival, double greenwood, double z) {
      double half = z * survival * Math.sqrt(greenwood);
      return Interval.ofShare(survival - half, survival + half);
    }
  },
  /** {@code S·exp(±z·√G)}. */
  LOG {
    @Override
    Interval interval(double survival, double greenwood, double z) {
      double factor = Math.exp(z * Math.sqrt(greenwood));
      return Interval.ofShare(survival / factor, survival * factor);
    }
  },
  /** {@code S^exp(±z·√G / ln S)}: stays inside (0, 1). */
  LOG_LOG {
    @Override
    Interval interval(double survival, double greenwood, double z) {
      double log = Math.log(survival);
      double half = z * Math.sqrt(greenwood) / Math.abs(log);
      return Interval.ofShare(Math.exp(log * Math.exp(half)), Math.exp(log * Math.exp(-half)));
    }
  };

  /** The interval of a survival strictly between 0 and 1 with Greenwood sum {@code greenwood}. */
  abstract Interval interval(double survival, double greenwood, double z);
}

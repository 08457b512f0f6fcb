package nl.oogst.stats;

/** The scale on which outcomes of pilots are compared, and the way back. */
public enum OutcomeScale {
  /** {@code y = ln(−ln S)} of a retention S; a higher y is a lower retention. */
  LOG_LOG {
    @Override
    public double natural(double y) {
      return Math.exp(-Math.exp(y));
    }
  },
  /** {@code y = ln(p/(1−p))} of a share. */
  LOGIT {
    @Override
    public double natural(double y) {
      return 1 / (1 + Math.exp(-y));
    }
  },
  /** {@code y = ln r} of a rate or a duration; means are geometric means. */
  LOG {
    @Override
    public double natural(double y) {
      return Math.exp(y);
    }
  },
  /** The outcome itself, for means. */
  IDENTITY {
    @Override
    public double natural(double y) {
      return y;
    }
  };

  /** From the scale of analysis to a share or mean. */
  public abstract double natural(double y);

  /** An interval on the scale of analysis as one of shares or means. */
  public Interval natural(Interval interval) {
    double one = natural(interval.low());
    double other = natural(interval.high());
    return new Interval(Math.min(one, other), Math.max(one, other));
  }
}

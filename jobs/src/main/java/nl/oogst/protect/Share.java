package nl.oogst.protect;

import static java.util.Objects.requireNonNull;

/**
 * A share as it may be published.
 *
 * @param limit whether the fraction is the share itself or only a bound of it
 * @param fraction the share in [0, 1]; with a limit, the bound that it lies beyond; null when
 *     absent
 */
public record Share(Limit limit, Double fraction) {
  /** How the fraction is to be read. */
  public enum Limit {
    /** The share, rounded. */
    NONE,
    /** The share is less than the fraction. */
    BELOW,
    /** The share is more than the fraction. */
    ABOVE,
    /** Too few persons for a share. */
    ABSENT
  }

  static final Share ABSENT = new Share(Limit.ABSENT, null);

  public Share {
    requireNonNull(limit, "limit");
    if ((limit == Limit.ABSENT) != (fraction == null)) {
      throw new IllegalArgumentException("found a share " + limit + " of " + fraction);
    }
  }

  /** Whether there is something to publish. */
  public boolean present() {
    return limit != Limit.ABSENT;
  }

  /** As people write it: {@code 37 %}, {@code <5 %}, {@code >95 %}; empty when absent. */
  public String text() {
    return switch (limit) {
      case NONE -> percent();
      case BELOW -> "<" + percent();
      case ABOVE -> ">" + percent();
      case ABSENT -> "";
    };
  }

  private String percent() {
    return Math.round(fraction * 100) + " %";
  }
}

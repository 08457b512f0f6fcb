package nl.oogst.release.revision;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A figure that changed between two releases. Numbers have at most six decimals, and their parts
 * add up exactly: {@code late + correction + duplicate + rules = after - before}.
 *
 * @param dataSet where it stands
 * @param row the row of the cell, in the columns of the data set
 * @param measure the column of the figure
 * @param before null when the cell was not there or had no figure
 * @param after null when it is not there any more or has no figure
 * @param parts empty for a figure that is no sum, or whose records are gone
 */
public record Revision(
    String dataSet,
    List<Object> row,
    String measure,
    BigDecimal before,
    BigDecimal after,
    Optional<Parts> parts) {

  /** Why a figure changed. */
  public enum Cause {
    LATE_DELIVERY,
    CORRECTION,
    DUPLICATE_FOUND,
    RULE_CHANGE;

    /** The name as data sets write it. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** How much of a change is due to each cause. */
  public record Parts(
      BigDecimal late, BigDecimal correction, BigDecimal duplicate, BigDecimal rules) {
    BigDecimal of(Cause cause) {
      return switch (cause) {
        case LATE_DELIVERY -> late;
        case CORRECTION -> correction;
        case DUPLICATE_FOUND -> duplicate;
        case RULE_CHANGE -> rules;
      };
    }

    /** The cause of the largest part; of equal ones the first in the order of {@link Cause}. */
    public Cause main() {
      var main = Cause.LATE_DELIVERY;
      for (var cause : Cause.values()) {
        if (of(cause).abs().compareTo(of(main).abs()) > 0) {
          main = cause;
        }
      }
      return main;
    }
  }

  /** By how much it changed, a missing figure counted as nothing. */
  public BigDecimal change() {
    return or(after).subtract(or(before));
  }

  static BigDecimal or(BigDecimal number) {
    return number == null ? BigDecimal.ZERO : number;
  }
}

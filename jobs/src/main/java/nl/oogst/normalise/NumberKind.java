package nl.oogst.normalise;

import java.util.Set;
import nl.oogst.model.Field;
import nl.oogst.model.Fixed;
import nl.oogst.model.Folding;

/** What a number counts: decides which units may stand beside it and what is plausible. */
enum NumberKind {
  /** Contract hours in a week. */
  HOURS_A_WEEK(
      168,
      3,
      Set.of(
          "u",
          "uur",
          "uren",
          "h",
          "hr",
          "hrs",
          "hours",
          "uurperweek",
          "uurpw",
          "upw",
          "uw",
          "uurweek",
          "urenperweek",
          "urenpw",
          "urenweek",
          "perweek",
          "pw",
          "hoursperweek",
          "hpw")),
  /** Paid hours in a pay period, at most those of a year. */
  HOURS(8_784, 3, Set.of("u", "uur", "uren", "h", "hr", "hrs", "hours")),
  /** Euros, written with at most two decimals. */
  EURO(Long.MAX_VALUE / Fixed.ONE, 2, Set.of("eur", "euro", "euros")),
  /** Anything else; a percentage is a share. */
  OTHER(Long.MAX_VALUE / Fixed.ONE, 3, Set.of());

  private final long most;
  private final int decimals;

  @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable
  private final Set<String> units;

  NumberKind(long most, int decimals, Set<String> units) {
    this.most = most;
    this.decimals = decimals;
    this.units = units;
  }

  static NumberKind of(Field field) {
    String unit = field.unit() == null ? "" : Folding.fold(field.unit());
    if (field.name().equals("hours_per_week")) {
      return HOURS_A_WEEK;
    }
    if (unit.startsWith("hour") || unit.startsWith("uur") || unit.startsWith("uren")) {
      return HOURS;
    }
    return unit.startsWith("eur") ? EURO : OTHER;
  }

  /**
   * Whether a whole number can be meant; a larger one shows that its point is no thousands mark.
   */
  boolean plausible(long whole) {
    return whole <= most;
  }

  /** Whether numbers of this kind are written with three decimals. */
  boolean threeDecimals() {
    return decimals >= 3;
  }

  boolean percentages() {
    return this == OTHER;
  }

  boolean clock() {
    return this == HOURS || this == HOURS_A_WEEK;
  }

  /** Whether a folded word may stand behind the number. */
  boolean unit(String folded) {
    return units.contains(folded);
  }
}

package nl.oogst.protect;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.oogst.model.SchemaMistake;

/**
 * How figures are protected: {@code schemas/rules/disclosure.json}.
 *
 * @param bases the base to round to, by kind of measure ({@code count}, {@code fte}, {@code banen},
 *     {@code hours}, {@code eur})
 * @param minDenominator the least rounded count a share or mean is computed over
 * @param shareSteps published shares between 0 and 1, counted in steps: 100 for whole percents
 * @param shareFloor shares below it are published as a bound
 * @param shareCeiling shares above it are published as a bound
 * @param minAtRisk the least number of jobs at risk behind a retention figure or a duration
 * @param sensitive the columns that say something about a person, which a group may not have in
 *     common
 */
public record DisclosureRules(
    SortedMap<String, Base> bases,
    long minDenominator,
    double shareSteps,
    double shareFloor,
    double shareCeiling,
    long minAtRisk,
    List<String> sensitive) {

  /** What to round to, in a quarter and in a year. */
  public record Base(double quarter, double year) {}

  public DisclosureRules {
    requireNonNull(bases, "bases");
    bases = new TreeMap<>(bases);
    sensitive = List.copyOf(sensitive);
  }

  /**
   * Reads and judges the rules.
   *
   * @throws SchemaMistake naming the file and the key
   */
  public static DisclosureRules load(Path file) {
    return new DisclosureRulesReader(file).read();
  }

  /**
   * The base of a kind of measure.
   *
   * @param periodType {@code quarter} or {@code year}
   * @throws IllegalArgumentException when the rules have none
   */
  public double base(String kind, String periodType) {
    var base = bases.get(kind);
    if (base == null) {
      throw new IllegalArgumentException(
          "found rounding \"" + kind + "\"; expected one of " + String.join(", ", bases.keySet()));
    }
    return switch (periodType) {
      case "quarter" -> base.quarter();
      case "year" -> base.year();
      default ->
          throw new IllegalArgumentException(
              "found period type \"" + periodType + "\"; expected quarter or year");
    };
  }

  /**
   * Whether a figure stays unpublished because one person adds more to it than a base can hide.
   *
   * @param largestContribution the largest absolute contribution of a single person, exact
   */
  public boolean withheld(String kind, String periodType, double largestContribution) {
    return Math.abs(largestContribution) > base(kind, periodType);
  }
}

package nl.oogst.measure;

/** What a zone may know of counts: the exact numbers, or only protected ones. */
public interface Counting {

  /** Whole numbers that lie closer together are equal. */
  double HALF = 0.5;

  /** Everything as it is, for the restricted zone. */
  Counting EXACT =
      new Counting() {
        @Override
        public Double count(Figure.Sum sum) {
          return sum.value();
        }

        @Override
        public Double amount(Figure.Sum sum, String kind, String periodType) {
          return sum.value();
        }

        @Override
        public double tolerance(String kind, String periodType) {
          return HALF;
        }

        @Override
        public Shown share(double numerator, double denominator, double count) {
          return new Shown(numerator / denominator, null);
        }

        @Override
        public double variance() {
          return 0;
        }

        @Override
        public double step(double share) {
          return share;
        }

        @Override
        public String disclosure(boolean complete) {
          return null;
        }
      };

  /**
   * A share as it may be shown.
   *
   * @param value between 0 and 1; null when the denominator is too small
   * @param limit {@code <} or {@code >} where the share lies beyond the value; else null
   */
  record Shown(Double value, String limit) {
    /** Whether the share itself is there, not only a limit to it. */
    boolean known() {
      return value != null && limit == null;
    }
  }

  /** A count of persons or jobs; null when one person adds more than may be hidden. */
  Double count(Figure.Sum sum);

  /**
   * An amount of any kind.
   *
   * @param kind the kind of base, or null when there is none that fits
   * @return null when it may not be shown
   */
  Double amount(Figure.Sum sum, String kind, String periodType);

  /** How far amounts may lie apart when what they stand for is equal. */
  double tolerance(String kind, String periodType);

  /**
   * A share computed from counts that {@link #count} gave.
   *
   * @param denominator above 0
   * @param count the persons or jobs behind the denominator
   */
  Shown share(double numerator, double denominator, double count);

  /** The variance that showing a count adds to it, at most on average: 0 for exact counts. */
  double variance();

  /** A number between 0 and 1 in the steps in which shares are shown. */
  double step(double share);

  /**
   * What the column {@code disclosure} says.
   *
   * @param complete whether no figure of the row was left out
   */
  String disclosure(boolean complete);
}

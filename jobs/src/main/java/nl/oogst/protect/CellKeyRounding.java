package nl.oogst.protect;

/**
 * Rounds a figure to a multiple of its base, up or down as the key of its cell says (methods.md,
 * section 5).
 *
 * <p>With {@code u} the cell key as a fraction: {@code b·⌊x/b⌋}, plus {@code b} when {@code u < (x
 * mod b)/b}. So the result is within one base of the figure, a multiple stays as it is and zero
 * stays zero, the mean over keys is the figure itself, and the same persons give the same result in
 * every table. A negative figure, such as a correction of hours, is rounded as its mirror image:
 * {@code round(-x) = -round(x)}.
 */
public final class CellKeyRounding {
  /** Whole numbers above this are not all doubles. */
  private static final double EXACT = 0x1.0p53;

  private CellKeyRounding() {}

  /**
   * Exact for every figure and base; both in the same unit.
   *
   * @param cellKey the wrapped sum of the record keys of the distinct persons in the cell
   * @throws IllegalArgumentException when the base is not above 0
   * @throws ArithmeticException when the result does not fit
   */
  public static long round(long x, long base, long cellKey) {
    if (base <= 0) {
      throw new IllegalArgumentException("found base " + base + "; expected a base above 0");
    }
    if (x < 0) {
      return Math.negateExact(round(Math.negateExact(x), base, cellKey));
    }
    var rest = x % base;
    // u·b < rest, with u = cellKey / 2^64: the upper half of the product decides
    var up = unsignedMultiplyHigh(cellKey, base) < rest;
    return up ? Math.addExact(x - rest, base) : x - rest;
  }

  /**
   * As the one for whole numbers, and equal to it for them; otherwise the key counts with 53 bits.
   *
   * @throws IllegalArgumentException when the base is not above 0, or either is not finite
   */
  public static double round(double x, double base, long cellKey) {
    if (!(base > 0) || !Double.isFinite(base) || !Double.isFinite(x)) {
      throw new IllegalArgumentException(
          "found base " + base + "; expected a finite figure and a finite base above 0");
    }
    if (isWhole(x) && isWhole(base)) {
      return round((long) x, (long) base, cellKey);
    }
    if (x < 0) {
      return -round(-x, base, cellKey);
    }
    var rest = x % base;
    var up = RecordKeys.fraction(cellKey) < rest / base;
    return up ? x - rest + base : x - rest;
  }

  private static boolean isWhole(double x) {
    return Math.rint(x) == x && Math.abs(x) < EXACT;
  }

  private static long unsignedMultiplyHigh(long unsigned, long positive) {
    var high = Math.multiplyHigh(unsigned, positive);
    return unsigned < 0 ? high + positive : high;
  }
}

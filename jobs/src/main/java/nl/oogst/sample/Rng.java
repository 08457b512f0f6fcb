package nl.oogst.sample;

import java.util.List;

/**
 * SplitMix64 (Steele, Lea and Flood 2014), written out so that the numbers do not depend on the
 * JDK. Every part of the world draws from its own stream, named by labels: adding a draw in one
 * part changes nothing in another.
 */
final class Rng {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  private Rng(long state) {
    this.state = state;
  }

  static Rng of(long seed, String... labels) {
    long state = mix(seed + GOLDEN);
    for (String label : labels) {
      for (int i = 0; i < label.length(); i++) {
        state = mix((state ^ label.charAt(i)) * 0x100000001B3L + GOLDEN);
      }
      state = mix(state + GOLDEN);
    }
    return new Rng(state);
  }

  static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  long next() {
    state += GOLDEN;
    return mix(state);
  }

  /** A number from 0 up to and not including {@code bound}. */
  int below(int bound) {
    return (int) Long.remainderUnsigned(next(), bound);
  }

  int between(int low, int high) {
    return low + below(high - low + 1);
  }

  /** A number in [0, 1). */
  double uniform() {
    return (next() >>> 11) * 0x1.0p-53;
  }

  boolean chance(double probability) {
    return uniform() < probability;
  }

  /** A standard normal draw; {@link StrictMath} because its bits are the same everywhere. */
  double normal() {
    double u = 1.0 - uniform();
    return StrictMath.sqrt(-2.0 * StrictMath.log(u))
        * StrictMath.cos(2.0 * StrictMath.PI * uniform());
  }

  <T> T pick(List<T> values) {
    return values.get(below(values.size()));
  }

  /** Picks from {@code code:weight code:weight ...}. */
  String weighted(String choices) {
    List<String> parts = List.of(choices.split(" ", -1));
    int total = 0;
    for (String part : parts) {
      total += weight(part);
    }
    int left = below(total);
    for (String part : parts) {
      left -= weight(part);
      if (left < 0) {
        return part.substring(0, part.indexOf(':'));
      }
    }
    throw new IllegalStateException("weights do not add up: " + choices);
  }

  private static int weight(String part) {
    return Integer.parseInt(part, part.indexOf(':') + 1, part.length(), 10);
  }
}

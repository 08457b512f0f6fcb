package nl.oogst.report.yearly;

import nl.oogst.report.document.Language;

/**
 * The rules by which figures become sentences. Rounded figures are never compared more finely than
 * their rounding allows: each lies within one base of the true figure, so two of them may differ by
 * less than two bases without any difference in truth.
 */
public final class Wording {
  /** How a figure moved, as far as rounding lets one tell. */
  public enum Move {
    UP,
    DOWN,
    ABOUT_EQUAL,
    UNKNOWN
  }

  private final Language language;

  public Wording(Language language) {
    this.language = language;
  }

  /**
   * How a figure moved.
   *
   * @param before null when there is no earlier figure
   * @param now null when there is no figure
   */
  public static Move move(Double before, Double now, double base) {
    if (before == null || now == null) {
      return Move.UNKNOWN;
    }
    double difference = now - before;
    if (Math.abs(difference) < 2 * base) {
      return Move.ABOUT_EQUAL;
    }
    return difference > 0 ? Move.UP : Move.DOWN;
  }

  /** "meer dan in 2023 (270)", "ongeveer evenveel als in 2023". Empty when nothing can be said. */
  public String compared(Double before, Double now, double base, int earlierYear) {
    return switch (move(before, now, base)) {
      case UP ->
          language.pick("meer dan in ", "more than in ")
              + earlierYear
              + " ("
              + language.number(before)
              + ")";
      case DOWN ->
          language.pick("minder dan in ", "fewer than in ")
              + earlierYear
              + " ("
              + language.number(before)
              + ")";
      case ABOUT_EQUAL ->
          language.pick("ongeveer evenveel als in ", "about as many as in ") + earlierYear;
      case UNKNOWN -> "";
    };
  }

  /** As {@link #compared}, with the noun: "meer banen dan in 2023 (270)". */
  public String comparedWith(String noun, Double before, Double now, double base, int earlierYear) {
    String earlier = before == null ? "" : " (" + language.number(before) + ")";
    return switch (move(before, now, base)) {
      case UP -> language.pick("meer ", "more ") + noun + than(earlierYear) + earlier;
      case DOWN -> language.pick("minder ", "fewer ") + noun + than(earlierYear) + earlier;
      case ABOUT_EQUAL ->
          language.pick("ongeveer evenveel ", "about as many ")
              + noun
              + language.pick(" als in ", " as in ")
              + earlierYear;
      case UNKNOWN -> "";
    };
  }

  private String than(int earlierYear) {
    return language.pick(" dan in ", " than in ") + earlierYear;
  }

  /** A rounded count in words: "ongeveer 75 banen", "geen of enkele banen". */
  public String about(double value, String one, String many) {
    if (value == 0) {
      return language.pick("geen of enkele ", "no or very few ") + many;
    }
    return language.pick("ongeveer ", "about ") + language.count(value, one, many);
  }

  /**
   * What a trend's direction says.
   *
   * @param direction {@code rising}, {@code falling}, {@code no_clear_trend} or {@code too_short}
   */
  public String direction(String direction) {
    return switch (direction == null ? "" : direction) {
      case "rising" -> language.pick("stijgt", "is rising");
      case "falling" -> language.pick("daalt", "is falling");
      case "no_clear_trend" -> language.pick("geen duidelijke richting", "no clear direction");
      case "too_short" -> language.pick("nog te kort om iets te zeggen", "too short to tell");
      default -> language.pick("niet te zeggen", "cannot be said");
    };
  }

  /** An interval in words: "tussen 63% en 80%". */
  public String between(Double low, Double high) {
    if (low == null || high == null) {
      return language.pick("zonder marge: te weinig gegevens", "without a margin: too few data");
    }
    return language.pick("tussen ", "between ")
        + language.percent(low)
        + language.pick(" en ", " and ")
        + language.percent(high);
  }

  /** "loopt van … tot …" for two shares: like, higher or lower, judged by their intervals. */
  public String besideReference(Double low, Double high, double reference) {
    if (low == null || high == null) {
      return language.pick(
          "er zijn te weinig gegevens om te vergelijken", "there are too few data to compare");
    }
    if (low > reference) {
      return language.pick("hoger dan ", "higher than ");
    }
    if (high < reference) {
      return language.pick("lager dan ", "lower than ");
    }
    return language.pick("niet aantoonbaar anders dan ", "not demonstrably different from ");
  }
}

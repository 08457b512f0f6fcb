package nl.oogst.report.chart;

/** Labels that must fit a space. */
final class Labels {
  private Labels() {}

  /**
   * A label right-aligned before a chart's area, on one line or two; what is still too wide is cut
   * with an ellipsis.
   */
  static void row(Svg svg, String text, double right, double middle, double space) {
    if (Svg.textWidth(text, Ink.LABEL) <= space) {
      svg.text(right, middle + 4.5, text, Ink.text(Ink.LABEL, "end"));
      return;
    }
    int split = split(text, space);
    String first = split < 0 ? fitted(text, space, Ink.SMALL) : text.substring(0, split);
    if (split < 0) {
      svg.text(right, middle + 4.5, first, Ink.text(Ink.SMALL, "end"));
      return;
    }
    String second = fitted(text.substring(split + 1), space, Ink.SMALL);
    svg.text(right, middle - 2, first, Ink.text(Ink.SMALL, "end"));
    svg.text(right, middle + 11, second, Ink.text(Ink.SMALL, "end"));
  }

  /** The last space at which the first line still fits; -1 when there is none. */
  private static int split(String text, double space) {
    int split = -1;
    for (int at = text.indexOf(' '); at > 0; at = text.indexOf(' ', at + 1)) {
      if (Svg.textWidth(text.substring(0, at), Ink.SMALL) <= space) {
        split = at;
      }
    }
    return split;
  }

  /** The text, cut with an ellipsis where it is wider than the space. */
  static String fitted(String text, double space, double size) {
    if (Svg.textWidth(text, size) <= space) {
      return text;
    }
    int length = text.length();
    while (length > 1 && Svg.textWidth(text.substring(0, length) + "…", size) > space) {
      length--;
    }
    return text.substring(0, length).stripTrailing() + "…";
  }
}

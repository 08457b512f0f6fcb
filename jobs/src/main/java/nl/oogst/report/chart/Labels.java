package nl.oogst.report.chart;

import java.util.ArrayList;
import java.util.List;

/** Labels that must fit a space. */
final class Labels {
  private static final int MOST = 3;
  private static final double LINE = 13;

  private Labels() {}

  /**
   * A label right-aligned before a chart's area, on one to three lines; what is still too wide is
   * cut with an ellipsis.
   */
  static void row(Svg svg, String text, double right, double middle, double space) {
    List<String> lines = lines(text, space);
    double first = middle + 4 - (lines.size() - 1) * LINE / 2;
    for (int i = 0; i < lines.size(); i++) {
      svg.text(right, first + i * LINE, lines.get(i), Ink.text(Ink.LABEL, "end"));
    }
  }

  private static List<String> lines(String text, double space) {
    List<String> lines = new ArrayList<>();
    String rest = text;
    while (lines.size() < MOST - 1 && Svg.textWidth(rest, Ink.LABEL) > space) {
      int split = split(rest, space);
      if (split < 0) {
        break;
      }
      lines.add(rest.substring(0, split));
      rest = rest.substring(split).stripLeading();
    }
    lines.add(fitted(rest, space, Ink.LABEL));
    return lines;
  }

  /** The last space or hyphen at which the first line still fits; -1 when there is none. */
  private static int split(String text, double space) {
    int split = -1;
    for (int at = 1; at < text.length(); at++) {
      boolean breakable = text.charAt(at) == ' ' || text.charAt(at - 1) == '-';
      if (breakable && Svg.textWidth(text.substring(0, at), Ink.LABEL) <= space) {
        split = at;
      }
    }
    return split;
  }

  /**
   * A label above what it is about, left-aligned on one or two lines.
   *
   * @return the height it takes
   */
  static double above(Svg svg, String text, double left, double top, double space) {
    List<String> lines = lines(text, space);
    for (int i = 0; i < lines.size(); i++) {
      svg.text(left, top + 10 + i * LINE, lines.get(i), Ink.text(Ink.LABEL, "start"));
    }
    return lines.size() * LINE;
  }

  /** The height that {@link #above} takes. */
  static double height(String text, double space) {
    return lines(text, space).size() * LINE;
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

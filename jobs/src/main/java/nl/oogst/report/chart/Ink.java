package nl.oogst.report.chart;

/** Colours and sizes of all charts. Contrast with white: at least 4.5 for text, 3 for marks. */
final class Ink {
  static final String DARK = "#154273";
  static final String ACCENT = "#b45309";
  static final String SOFT = "#8fb2d9";
  static final String GRID = "#d6dae0";
  static final String AXIS = "#6b7280";
  static final String TEXT = "#1f2937";

  static final double SMALL = 12;
  static final double LABEL = 12;

  static final String MARK = "fill=\"" + DARK + "\"";
  static final String HOLLOW = "fill=\"#ffffff\" stroke=\"" + DARK + "\" stroke-width=\"2\"";
  static final String LINE =
      "fill=\"none\" stroke=\"" + DARK + "\" stroke-width=\"2\" stroke-linejoin=\"round\"";
  static final String SPAN = "stroke=\"" + SOFT + "\" stroke-width=\"5\"";
  static final String GRIDLINE = "stroke=\"" + GRID + "\" stroke-width=\"1\"";
  static final String REFERENCE =
      "stroke=\"" + ACCENT + "\" stroke-width=\"1.5\" stroke-dasharray=\"5 4\"";

  private Ink() {}

  static String text(double size, String anchor) {
    return "font-size=\""
        + Svg.number(size)
        + "\" text-anchor=\""
        + anchor
        + "\" fill=\""
        + TEXT
        + "\"";
  }

  static String quiet(double size, String anchor) {
    return "font-size=\""
        + Svg.number(size)
        + "\" text-anchor=\""
        + anchor
        + "\" fill=\""
        + AXIS
        + "\"";
  }

  static String strong(double size, String anchor) {
    return text(size, anchor) + " font-weight=\"bold\"";
  }

  static String accent(double size, String anchor) {
    return "font-size=\""
        + Svg.number(size)
        + "\" text-anchor=\""
        + anchor
        + "\" fill=\""
        + ACCENT
        + "\"";
  }
}

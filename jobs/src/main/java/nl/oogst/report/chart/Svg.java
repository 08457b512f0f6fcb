package nl.oogst.report.chart;

import java.util.Locale;

/** Writes SVG: text escaped, numbers short and with a point, whatever the locale. */
final class Svg {
  /** Characters of the text font are about this share of its size wide. */
  private static final double CHARACTER = 0.55;

  private final StringBuilder out = new StringBuilder(4096);
  private final double width;
  private final double height;

  Svg(double width, double height) {
    this.width = width;
    this.height = height;
  }

  static double textWidth(String text, double size) {
    return text.length() * size * CHARACTER;
  }

  Svg line(double x1, double y1, double x2, double y2, String style) {
    out.append("<line x1=\"").append(number(x1)).append("\" y1=\"").append(number(y1));
    out.append("\" x2=\"").append(number(x2)).append("\" y2=\"").append(number(y2));
    return styled(style).end();
  }

  Svg rect(double x, double y, double w, double h, String style) {
    out.append("<rect x=\"").append(number(x)).append("\" y=\"").append(number(y));
    out.append("\" width=\"").append(number(w)).append("\" height=\"").append(number(h));
    return styled(style).end();
  }

  Svg circle(double x, double y, double r, String style) {
    out.append("<circle cx=\"").append(number(x)).append("\" cy=\"").append(number(y));
    out.append("\" r=\"").append(number(r));
    return styled(style).end();
  }

  Svg diamond(double x, double y, double r, String style) {
    return path(
        "M" + at(x, y - r) + "L" + at(x + r, y) + "L" + at(x, y + r) + "L" + at(x - r, y) + "Z",
        style);
  }

  Svg path(String data, String style) {
    out.append("<path d=\"").append(data);
    return styled(style).end();
  }

  Svg text(double x, double y, String text, String style) {
    out.append("<text x=\"").append(number(x)).append("\" y=\"").append(number(y));
    styled(style);
    out.append('>').append(escape(text)).append("</text>");
    return this;
  }

  static String at(double x, double y) {
    return number(x) + " " + number(y);
  }

  private Svg styled(String style) {
    out.append("\" ").append(style);
    return this;
  }

  private Svg end() {
    out.append("/>");
    return this;
  }

  /**
   * The whole drawing. Assistive technology is given the alternative; the marks inside stay silent.
   */
  String toSvg(String alternative) {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 "
        + number(width)
        + " "
        + number(height)
        + "\" width=\""
        + number(width)
        + "\" height=\""
        + number(height)
        + "\" role=\"img\" aria-label=\""
        + escape(alternative)
        + "\" font-family=\"'Liberation Sans',Arial,Helvetica,sans-serif\">"
        + out
        + "</svg>";
  }

  /** A coordinate: at most two decimals, no trailing zeros, never minus zero. */
  static String number(double value) {
    double rounded = Math.round(value * 100) / 100.0;
    if (rounded == Math.rint(rounded)) {
      return Long.toString((long) rounded);
    }
    String text = String.format(Locale.ROOT, "%.2f", rounded);
    return text.endsWith("0") ? text.substring(0, text.length() - 1) : text;
  }

  static String escape(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> safe.append(c < ' ' ? ' ' : c);
      }
    }
    return safe.toString();
  }
}

package nl.oogst.read;

import java.util.ArrayList;
import java.util.List;
import nl.oogst.read.TextFormat.Escape;

/** One splitting of the text by one format. */
final class SplitTrial {
  private static final int LONGEST_QUOTED = 16 << 10;

  private final String text;
  private final boolean complete;
  private final TextFormat format;
  private final char first;
  private final boolean shapes;
  final boolean wordy;
  final List<Integer> widths = new ArrayList<>();
  final List<Double> types = new ArrayList<>();
  int quoted;
  int values;
  int broken;
  private int at;

  /**
   * @param complete whether the last line of the text is whole
   * @param shapes whether cells are looked at too, not only counted
   */
  SplitTrial(String text, boolean complete, TextFormat format, boolean shapes) {
    this.shapes = shapes;
    this.text = text;
    this.complete = complete;
    this.format = format;
    this.first = format.delimiter().charAt(0);
    this.wordy = " :=#".contains(format.delimiter());
  }

  void run(boolean skipFirstLine, int most) {
    if (skipFirstLine) {
      while (at < text.length() && !isLineEnd(at)) {
        at++;
      }
      skipLineEnd();
    }
    while (at < text.length() && widths.size() < most) {
      int width = 0;
      double type = 0;
      boolean blank = true;
      boolean more = true;
      while (more) {
        while (format.skipSpace() && at < text.length() && text.charAt(at) == ' ') {
          at++;
        }
        int from = at;
        boolean proper = cell();
        quoted += proper ? 1 : 0;
        int skip = proper ? 1 : 0;
        type += shapes ? CellShape.likeness(text, from + skip, at - skip, format.delimiter()) : 0;
        if (wordy && shapes) {
          values += CellShape.of(text, from + skip, at - skip) == CellShape.TYPED ? 1 : 0;
        }
        blank &= from == at;
        width++;
        more = at < text.length() && isDelimiter(at);
        at += more ? format.delimiter().length() : 0;
      }
      boolean whole = at < text.length() || complete;
      skipLineEnd();
      if (whole && !(blank && width == 1)) {
        widths.add(width);
        types.add(type);
      }
    }
  }

  private boolean isLineEnd(int i) {
    return text.charAt(i) == '\n' || text.charAt(i) == '\r';
  }

  private void skipLineEnd() {
    if (at < text.length() && text.charAt(at) == '\r') {
      at++;
    }
    if (at < text.length()
        && text.charAt(at) == '\n'
        && (at == 0 || text.charAt(at - 1) == '\r' || isLineEnd(at))) {
      at++;
    }
  }

  private boolean endsHere(int i) {
    return i >= text.length() || isLineEnd(i) || isDelimiter(i);
  }

  private boolean isDelimiter(int i) {
    return text.charAt(i) == first
        && (format.delimiter().length() == 1 || text.startsWith(format.delimiter(), i));
  }

  /** Moves to the end of the cell; true when it is quoted as it should be. */
  private boolean cell() {
    if (format.quote() != 0 && at < text.length() && text.charAt(at) == format.quote()) {
      int close = closing();
      if (close >= 0 && endsHere(close + 1)) {
        at = close + 1;
        return true;
      }
      broken++;
      int lenient = lenientClosing();
      if (lenient >= 0) {
        at = lenient + 1;
        return false;
      }
    }
    while (!endsHere(at)) {
      at++;
    }
    return false;
  }

  /** A quote on the same line with the end of a cell behind it; -1 when there is none. */
  private int lenientClosing() {
    for (int i = at + 1; i < text.length() && !isLineEnd(i); i++) {
      if (text.charAt(i) == format.quote() && endsHere(i + 1)) {
        return i;
      }
    }
    return -1;
  }

  private int closing() {
    char q = format.quote();
    int limit = Math.min(text.length(), at + LONGEST_QUOTED);
    for (int i = at + 1; i < limit; i++) {
      char c = text.charAt(i);
      if (c == format.backslash() && format.escape() == Escape.BACKSLASH) {
        i++;
      } else if (c == q) {
        boolean doubled = i + 1 < text.length() && text.charAt(i + 1) == q;
        if (format.escape() == Escape.NONE && !endsHere(i + 1)) {
          continue;
        }
        if (!doubled || format.escape() == Escape.NONE) {
          return i;
        }
        i++;
      }
    }
    return -1;
  }
}

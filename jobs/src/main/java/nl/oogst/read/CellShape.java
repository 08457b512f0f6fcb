package nl.oogst.read;

/** What a cell looks like, without parsing it: enough to tell headers, values and notes apart. */
enum CellShape {
  /** Nothing, or one sign that stands for nothing. */
  EMPTY,
  /** Digits with signs, points, commas, a currency or percent sign; dates and times too. */
  TYPED,
  TEXT;

  static CellShape of(String cell) {
    return of(cell, 0, cell.length());
  }

  /**
   * Judges by the share of digits, so that {@code € 1.234,-}, {@code 3-1-2025} and {@code 2014*}
   * are values.
   */
  static CellShape of(CharSequence text, int from, int to) {
    int digits = 0;
    int letters = 0;
    int others = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
      } else if (((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || (c > 127 && Character.isLetter(c))) {
        letters++;
      } else if (c > ' ') {
        others++;
      }
    }
    // a point, a dash or a question mark alone stands for nothing
    if (digits + letters == 0 && others <= 1) {
      return EMPTY;
    }
    if (digits == 0) {
      return TEXT;
    }
    return letters == 0 || (letters <= 3 && digits >= letters * 2) ? TYPED : TEXT;
  }

  /** Between 0 and 1: how much a cell between two delimiters looks like one value. */
  static double likeness(CharSequence text, int from, int to, String delimiter) {
    if (from >= to) {
      return 0.7;
    }
    char first = text.charAt(from);
    char last = text.charAt(to - 1);
    if ((first == '"' || first == '\'') && first == last && to - from > 1) {
      return 0.2;
    }
    if (first == '"' || (last == '"' && first != '=')) {
      return 0.4;
    }
    boolean foreign = false;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      foreign |=
          c == ';'
              || c == '\t'
              || c == '|'
              || (c == ',' && !(i + 1 < to && text.charAt(i + 1) == ' '));
    }
    CellShape shape = of(text, from, to);
    boolean spaced = (first == ' ' || last == ' ') && !delimiter.equals(" ");
    double value = shape == EMPTY ? 0.5 : shape == TYPED ? 1 : 0.9;
    return value
        * (foreign ? (shape == TYPED && isDecimal(text, from, to) ? 1 : 0.5) : 1)
        * (spaced ? 0.6 : 1);
  }

  /** A number with decimals after a comma: the one place where a comma in a cell means nothing. */
  private static boolean isDecimal(CharSequence text, int from, int to) {
    int commas = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == ',') {
        commas++;
      } else if (c == ';' || c == '|' || c == '\t') {
        return false;
      }
    }
    return commas == 1;
  }
}

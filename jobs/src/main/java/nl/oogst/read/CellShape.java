package nl.oogst.read;

/** What a cell looks like, without parsing it: enough to tell headers, values and notes apart. */
enum CellShape {
  /** Nothing, or one sign that stands for nothing. */
  EMPTY,
  /** Digits with signs, points, commas, a currency or percent sign; dates and times too. */
  TYPED,
  TEXT;

  // Counts of digits, letters, other signs and delimiters side by side in one number, as this runs
  // for every character of every sample. No cell is judged by more than its first 32,767.
  private static final int FIELD = (1 << 16) - 1;
  private static final int MOST = (1 << 15) - 1;
  private static final long LETTER = 1L << 16;
  private static final long OTHER = 1L << 32;
  private static final long DELIMITER = 1L << 48;
  private static final long[] KINDS = kinds();

  private static long[] kinds() {
    long[] kinds = new long[128];
    for (char c = '!'; c < kinds.length; c++) {
      boolean letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
      kinds[c] = c >= '0' && c <= '9' ? 1 : letter ? LETTER : OTHER;
    }
    for (char c : new char[] {';', ',', '|', '\t'}) {
      kinds[c] += DELIMITER;
    }
    return kinds;
  }

  static CellShape of(String cell) {
    return of(cell, 0, cell.length());
  }

  /**
   * Judges by the share of digits, so that {@code € 1.234,-}, {@code 3-1-2025} and {@code 2014*}
   * are values.
   */
  static CellShape of(CharSequence text, int from, int to) {
    return of(count(text, from, to));
  }

  private static long count(CharSequence text, int from, int to) {
    long counts = 0;
    int end = Math.min(to, from + MOST);
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      counts += c < KINDS.length ? KINDS[c] : Character.isLetter(c) ? LETTER : OTHER;
    }
    return counts;
  }

  private static CellShape of(long counts) {
    long digits = counts & FIELD;
    long letters = counts >>> 16 & FIELD;
    long others = counts >>> 32 & FIELD;
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
    long counts = count(text, from, to);
    boolean foreign = counts >= DELIMITER && holdsDelimiter(text, from, to);
    CellShape shape = of(counts);
    boolean spaced = (first == ' ' || last == ' ') && !delimiter.equals(" ");
    double value = shape == EMPTY ? 0.5 : shape == TYPED ? 1 : 0.9;
    return value
        * (foreign ? (shape == TYPED && isDecimal(text, from, to) ? 1 : 0.5) : 1)
        * (spaced ? 0.6 : 1);
  }

  private static boolean holdsDelimiter(CharSequence text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      boolean inSentence = c == ',' && i + 1 < to && text.charAt(i + 1) == ' ';
      if (c < KINDS.length && KINDS[c] >= DELIMITER && !inSentence) {
        return true;
      }
    }
    return false;
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

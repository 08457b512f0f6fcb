package nl.oogst.normalise;

/** The text of a cell without what spreadsheets put around it. */
final class CellText {
  private CellText() {}

  /** Outer spaces removed, also the hard ones; {@code ="0123"} is {@code 0123}. */
  static String of(String cell) {
    int from = 0;
    int to = cell.length();
    while (from < to && isSpace(cell.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(cell.charAt(to - 1))) {
      to--;
    }
    if (to - from >= 3
        && cell.charAt(from) == '='
        && cell.charAt(from + 1) == '"'
        && cell.charAt(to - 1) == '"') {
      return of(cell.substring(from + 2, to - 1));
    }
    return from == 0 && to == cell.length() ? cell : cell.substring(from, to);
  }

  private static boolean isSpace(char c) {
    return c <= ' '
        || (c >= '\u007f' && c <= '\u00a0')
        || (c >= '\u2000' && c <= '\u200b')
        || c == '\u202f'
        || c == '\u3000'
        || c == '\ufeff';
  }
}

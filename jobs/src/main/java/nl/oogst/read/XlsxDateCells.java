package nl.oogst.read;

/**
 * Finds the cells of a sheet that say their date in words: {@code <c t="d"><v>2025-01-31</v></c>}.
 * Sees all bytes of the part in turn.
 */
final class XlsxDateCells {
  private static final int TEXT = 0;
  private static final int TAG = 1;
  private static final int CELL = 2;
  private static final int OTHER_TAG = 3;
  private static final int BETWEEN = 4;
  private static final int TYPE = 5;
  private static final int EQUALS = 6;
  private static final int ATTRIBUTE = 7;
  private static final int QUOTED = 8;
  private static final int VALUE = 9;

  private int state;
  private byte quote;

  /** Whether this byte is the {@code d} of such a cell's type. */
  boolean isType(byte c) {
    boolean space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    boolean quotes = c == '"' || c == '\'';
    switch (state) {
      case TEXT -> state = c == '<' ? TAG : TEXT;
      case TAG -> state = c == 'c' ? CELL : Character.isLetter(c) ? OTHER_TAG : TEXT;
      case CELL -> state = space ? BETWEEN : c == ':' ? TAG : c == '>' ? TEXT : OTHER_TAG;
      case OTHER_TAG -> state = c == ':' ? TAG : space || c == '>' || c == '/' ? TEXT : state;
      case TYPE -> state = c == '=' ? EQUALS : space ? TYPE : ATTRIBUTE;
      case EQUALS -> {
        quote = c;
        state = quotes ? VALUE : space ? EQUALS : ATTRIBUTE;
      }
      case VALUE -> {
        state = c == quote ? ATTRIBUTE : QUOTED;
        return c == 'd';
      }
      case QUOTED -> state = c == quote ? ATTRIBUTE : QUOTED;
      default -> {
        quote = c;
        boolean type = state == BETWEEN && c == 't';
        state = type ? TYPE : space ? BETWEEN : c == '>' ? TEXT : quotes ? QUOTED : ATTRIBUTE;
      }
    }
    return false;
  }
}

package nl.oogst.read;

/**
 * How a line of text falls into cells.
 *
 * @param delimiter one or more characters
 * @param quote 0 for none
 * @param escape how a quote inside a quoted cell is written
 * @param skipSpace whether spaces in front of a cell are no part of it
 */
record TextFormat(String delimiter, char quote, Escape escape, char backslash, boolean skipSpace) {
  enum Escape {
    DOUBLED,
    /** By {@code backslash}; a doubled quote is understood as well. */
    BACKSLASH,
    NONE
  }

  TextFormat(String delimiter, char quote) {
    this(delimiter, quote, Escape.DOUBLED, '\\', false);
  }

  TextFormat withDelimiter(String other) {
    return new TextFormat(other, quote, escape, backslash, skipSpace);
  }

  String escapeText() {
    return quote == 0
        ? ""
        : switch (escape) {
          case DOUBLED -> String.valueOf(quote);
          case BACKSLASH -> String.valueOf(backslash);
          case NONE -> "";
        };
  }
}

package nl.oogst.sample;

import java.io.Closeable;
import java.io.IOException;

/** Takes the cells of a table in a large root, one after another, in whatever form it is kept. */
interface BulkTable extends Closeable {

  /** Things that a root has very many of, each with a number of its own. */
  enum Numbered {
    PLACEMENT('P'),
    PERSON('K');

    static final int DIGITS = 8;

    private final char letter;

    Numbered(char letter) {
      this.letter = letter;
    }

    char letter() {
      return letter;
    }
  }

  /** A header, or a word that stands in many rows; ASCII. */
  void text(byte[] word) throws IOException;

  void number(Numbered kind, long number) throws IOException;

  /** A date as days since 1970. */
  void day(long day) throws IOException;

  /** Whole hours a week. */
  void weekly(long hours) throws IOException;

  /** Paid hours in tenths. */
  void tenths(long tenths) throws IOException;

  void empty() throws IOException;

  void endRow() throws IOException;
}

package nl.oogst.sample;

import java.time.LocalDate;

/**
 * One value of a sheet. Dates are ISO and numbers have a point here; the form writes them as its
 * readers expect.
 */
record Cell(Kind kind, String text) {
  enum Kind {
    TEXT,
    DATE,
    NUMBER,
    /** Written as it stands, without quoting: for planted mistakes. */
    RAW
  }

  static final Cell EMPTY = new Cell(Kind.TEXT, "");

  static Cell text(String text) {
    return new Cell(Kind.TEXT, text == null ? "" : text);
  }

  static Cell date(LocalDate date) {
    return date == null ? EMPTY : new Cell(Kind.DATE, date.toString());
  }

  static Cell number(String number) {
    return number == null ? EMPTY : new Cell(Kind.NUMBER, number);
  }

  /** Quarters of an hour as hours. */
  static Cell quarters(int quarters) {
    int whole = Math.abs(quarters) / 4;
    String part =
        switch (Math.abs(quarters) % 4) {
          case 0 -> "";
          case 1 -> ".25";
          case 2 -> ".5";
          default -> ".75";
        };
    return number((quarters < 0 ? "-" : "") + whole + part);
  }
}

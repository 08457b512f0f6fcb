package nl.oogst.read;

import nl.oogst.model.IssueCode;

/** What can be wrong with a record of delimited text, in words that tell nothing of its content. */
final class TextIssues {
  private TextIssues() {}

  static ReadIssue undecodable(long line) {
    return new ReadIssue(
        IssueCode.UNDECODABLE_BYTES,
        line,
        -1,
        "tekens die niet in UTF-8 zijn opgeslagen",
        "UTF-8, zoals de rest van het bestand",
        "de rij is gelezen als windows-1252");
  }

  static void reportReplaced(Row row) {
    for (int i = 0; i < row.size(); i++) {
      if (row.cell(i).indexOf('\uFFFD') >= 0) {
        row.issue(
            new ReadIssue(
                IssueCode.UNDECODABLE_BYTES,
                row.line(),
                i,
                "een teken dat niet te lezen is",
                "tekst in de tekenset van het bestand",
                "gelezen als het teken voor een onbekend teken"));
      }
    }
  }

  static ReadIssue brokenQuote(long line, int column, boolean unterminated) {
    return new ReadIssue(
        unterminated ? IssueCode.QUOTE_UNTERMINATED : IssueCode.QUOTE_STRAY,
        line,
        column,
        unterminated
            ? "een aanhalingsteken dat niet wordt gesloten"
            : "een los aanhalingsteken in een cel",
        "aanhalingstekens in paren; in een cel dubbel geschreven",
        "de rij is gelezen als één regel en het aanhalingsteken hoort bij de cel");
  }

  static ReadIssue textAfterQuote(long line, int column) {
    return new ReadIssue(
        IssueCode.QUOTE_STRAY,
        line,
        column,
        "tekst achter een sluitend aanhalingsteken",
        "een scheidingsteken achter een sluitend aanhalingsteken",
        "de tekst hoort bij de cel");
  }

  static ReadIssue quoteInCell(long line, int column) {
    return new ReadIssue(
        IssueCode.QUOTE_STRAY,
        line,
        column,
        "een aanhalingsteken in een cel zonder aanhalingstekens",
        "een cel tussen aanhalingstekens, met het teken erin dubbel",
        "het aanhalingsteken hoort bij de cel");
  }

  private static String delimiter(String delimiter) {
    String named =
        switch (delimiter) {
          case "\t" -> "een tab";
          case " " -> "een spatie";
          case "," -> "een komma";
          case ";" -> "een puntkomma";
          case ", " -> "een komma met een spatie";
          default -> delimiter;
        };
    return named + " als scheidingsteken";
  }

  static ReadIssue otherDelimiter(long line, String found, String expected) {
    return new ReadIssue(
        IssueCode.DELIMITER_DIFFERS,
        line,
        -1,
        delimiter(found),
        delimiter(expected),
        "de rij is gesplitst bij haar eigen scheidingsteken");
  }
}

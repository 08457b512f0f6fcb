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
        "bytes that are not UTF-8",
        "UTF-8, as in the rest of the file",
        "the record is read as windows-1252");
  }

  static void reportReplaced(Row row) {
    for (int i = 0; i < row.size(); i++) {
      if (row.cell(i).indexOf('\uFFFD') >= 0) {
        row.issue(
            new ReadIssue(
                IssueCode.UNDECODABLE_BYTES,
                row.line(),
                i,
                "bytes that stand for no character",
                "text in the encoding of the file",
                "read as the sign for an unknown character"));
      }
    }
  }

  static ReadIssue brokenQuote(long line, int column, boolean unterminated) {
    return new ReadIssue(
        unterminated ? IssueCode.QUOTE_UNTERMINATED : IssueCode.QUOTE_STRAY,
        line,
        column,
        unterminated ? "a quote that is never closed" : "a quote inside a cell",
        "quotes in pairs, those inside a cell doubled",
        "the record is read as one line and the quote as part of the cell");
  }

  static ReadIssue textAfterQuote(long line, int column) {
    return new ReadIssue(
        IssueCode.QUOTE_STRAY,
        line,
        column,
        "text after a closing quote",
        "a delimiter after a closing quote",
        "the text is added to the cell");
  }

  static ReadIssue quoteInCell(long line, int column) {
    return new ReadIssue(
        IssueCode.QUOTE_STRAY,
        line,
        column,
        "a quote inside a cell without quotes",
        "a quoted cell with the quote doubled",
        "the quote is kept as part of the cell");
  }

  static ReadIssue otherDelimiter(long line, String found, String expected) {
    return new ReadIssue(
        IssueCode.DELIMITER_DIFFERS,
        line,
        -1,
        "delimiter " + Sniffer.shown(found),
        "delimiter " + Sniffer.shown(expected),
        "the record is split at the delimiter it has");
  }
}

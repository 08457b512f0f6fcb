package nl.oogst.read;

import nl.oogst.model.IssueCode;

/**
 * Holds rows against the width of their table.
 *
 * @param width the number of columns
 * @param superfluous whether an empty cell of the header was taken out
 * @param ragged whether records may lack empty cells at their end without being too short
 */
record Widths(int width, boolean superfluous, boolean ragged) {

  /** A header with a cell too many or too few names columns that are others in the records. */
  void judgeHeader(Row row, int headerRows) {
    if (superfluous) {
      row.issue(
          new ReadIssue(
              IssueCode.ROW_TOO_LONG,
              row.line(),
              -1,
              row.extent() + " cellen in de kop",
              width + " cellen, zoals in de rijen",
              "de lege cel in de kop is overgeslagen"));
    } else if (!ragged && headerRows == 1 && row.size() < width) {
      row.issue(
          new ReadIssue(
              IssueCode.ROW_TOO_SHORT,
              row.line(),
              -1,
              row.size() + " cellen in de kop",
              width + " cellen, zoals in de rijen",
              "de laatste kolommen hebben geen naam"));
    }
  }

  /** Says so when a record has fewer or more cells than the table has columns. */
  void judge(Row record) {
    if (record.size() < width && !ragged) {
      record.issue(
          new ReadIssue(
              IssueCode.ROW_TOO_SHORT,
              record.line(),
              -1,
              record.size() + " cellen",
              width + " cellen",
              "de ontbrekende cellen zijn leeg"));
    } else if (record.size() > width && record.extent() > width) {
      record.issue(
          new ReadIssue(
              IssueCode.ROW_TOO_LONG,
              record.line(),
              width,
              record.extent() + " cellen",
              width + " cellen",
              "de cellen voorbij de laatste kolom horen bij geen kolom"));
    }
  }
}

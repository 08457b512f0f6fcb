package nl.oogst.read;

import java.io.IOException;
import java.util.List;

/**
 * Writes a table as RFC 4180 CSV: comma, CRLF, quotes where a cell needs them, every value exactly
 * as read. Text that a spreadsheet would take for a formula is written as it was read too; {@link
 * #formulas} counts such cells, so that whoever opens the file elsewhere can be warned.
 */
public final class TableWriter {
  private final Appendable out;
  private long rows;
  private long formulas;

  /**
   * @param out gets characters; UTF-8 is the caller's to choose
   */
  public TableWriter(Appendable out) {
    this.out = out;
  }

  /**
   * Writes the first table of a file; nothing at all when the file holds none. Its other tables are
   * left unread: a CSV holds one table.
   */
  public void write(TableSource source) throws IOException {
    SourceTable first = source.next();
    if (first != null) {
      write(first);
    }
  }

  /**
   * Writes the header and all records that are data, and reads the table to its end. A table
   * without a header gets none: a name that nobody wrote is no value.
   */
  public void write(SourceTable table) throws IOException {
    TableStart start = table.start();
    if (start.hasHeader()) {
      List<String> headers = start.headers();
      for (int i = 0; i < headers.size(); i++) {
        cell(i, headers.get(i), headers.size() == 1);
      }
      out.append("\r\n");
    }
    for (Row row = table.next(); row != null; row = table.next()) {
      if (row.kind() == RowKind.DATA) {
        record(row);
      }
    }
  }

  private void record(Row row) throws IOException {
    for (int i = 0; i < row.size(); i++) {
      cell(i, row.cell(i), row.size() == 1);
    }
    out.append("\r\n");
    rows++;
  }

  private void cell(int i, String text, boolean alone) throws IOException {
    if (i > 0) {
      out.append(',');
    }
    formulas += startsFormula(text) ? 1 : 0;
    // a line with nothing on it would be no record
    boolean quoted = alone && text.isEmpty();
    for (int k = 0; k < text.length() && !quoted; k++) {
      char c = text.charAt(k);
      quoted = c == ',' || c == '"' || c == '\r' || c == '\n';
    }
    if (!quoted) {
      out.append(text);
    } else {
      out.append('"').append(text.replace("\"", "\"\"")).append('"');
    }
  }

  /** Whether a spreadsheet would work it out; a signed number or a dash is what it seems. */
  private static boolean startsFormula(String text) {
    char first = text.isEmpty() ? 'x' : text.charAt(0);
    boolean signed = first == '+' || first == '-';
    return signed ? CellShape.of(text) == CellShape.TEXT : "=@\t\r".indexOf(first) >= 0;
  }

  /** Records written so far, the header left out. */
  public long rows() {
    return rows;
  }

  /** Cells written so far that start as a formula does. */
  public long formulas() {
    return formulas;
  }
}

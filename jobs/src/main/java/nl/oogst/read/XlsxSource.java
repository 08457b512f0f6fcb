package nl.oogst.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import nl.oogst.model.IssueCode;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/**
 * The sheets of a workbook, each a source of tables. Formulas are never run, macros never looked
 * at.
 */
final class XlsxSource implements TableSource {
  private final String name;
  private final DialectHint hint;
  private final ReadableWorkbook workbook;
  private final XlsxMerges merges;
  private final Iterator<Sheet> sheets;
  private FramedSource current;

  private XlsxSource(String name, DialectHint hint, ReadableWorkbook workbook, XlsxMerges merges) {
    this.merges = merges;
    this.name = name;
    this.hint = hint;
    this.workbook = workbook;
    this.sheets = workbook.getSheets().toList().iterator();
  }

  static TableSource open(Path file, String name, DialectHint hint, Opener opener)
      throws ReadFailure {
    XlsxCheck.Checked checked = XlsxCheck.check(file, name, opener.limits(), opener.budget());
    ReadableWorkbook workbook = null;
    try {
      Path known = checked.unusual() ? XlsxCopy.of(file, opener.spool()) : file;
      workbook = new ReadableWorkbook(known.toFile(), new ReadingOptions(checked.styled(), true));
      return new XlsxSource(name, hint, workbook, checked.merges());
    } catch (IOException | RuntimeException e) {
      if (workbook != null) {
        Opener.closeQuietly(workbook);
      }
      throw Failures.of(name, e);
    }
  }

  @Override
  public SourceTable next() throws ReadFailure {
    while (true) {
      if (current != null) {
        SourceTable table = current.next();
        if (table != null) {
          return table;
        }
        current.close();
        current = null;
      }
      if (!sheets.hasNext()) {
        return null;
      }
      Sheet sheet = sheets.next();
      try {
        SheetRecords records = new SheetRecords(sheet);
        if (records.isEmpty()) {
          records.close();
        } else {
          current = new FramedSource(records, hint);
        }
      } catch (IOException | RuntimeException e) {
        throw Failures.of(name, e);
      }
    }
  }

  @Override
  public void close() {
    if (current != null) {
      current.close();
    }
    Opener.closeQuietly(workbook);
  }

  /** The rows of one sheet that hold a cell. */
  private final class SheetRecords implements Records {
    private final Sheet sheet;
    private final Stream<org.dhatim.fastexcel.reader.Row> stream;
    private final Iterator<org.dhatim.fastexcel.reader.Row> rows;
    private final XlsxCells cells = new XlsxCells(workbook.isDate1904());
    private final List<Decision> decisions = new ArrayList<>();
    private org.dhatim.fastexcel.reader.Row ahead;
    private boolean hidden;
    private boolean hiddenSheet;
    private long line;

    SheetRecords(Sheet sheet) throws IOException {
      this.sheet = sheet;
      this.stream = sheet.openStream();
      this.rows = stream.iterator();
      this.hiddenSheet = sheet.getVisibility() != SheetVisibility.VISIBLE;
      decisions.add(new Decision("sheet", sheet.getName(), "a sheet with cells"));
      if (workbook.isDate1904()) {
        decisions.add(new Decision("dates", "counted from 1904", "the workbook says so"));
      }
    }

    /** Looks for the first row with something in it. */
    boolean isEmpty() {
      Row row = new Row();
      while (rows.hasNext()) {
        ahead = rows.next();
        row.clear(0);
        fill(row, ahead);
        if (!row.isBlank()) {
          return false;
        }
      }
      return true;
    }

    @Override
    public boolean next(Row row) throws ReadFailure {
      try {
        if (ahead == null && !rows.hasNext()) {
          return false;
        }
        org.dhatim.fastexcel.reader.Row from = ahead != null ? ahead : rows.next();
        ahead = null;
        line = Math.max(line + 1, from.getRowNum());
        row.clear(line);
        fill(row, from);
        if (line <= XlsxMerges.ROWS) {
          merges.mark(sheet.getId(), row);
        }
        if (hiddenSheet) {
          hiddenSheet = false;
          row.issue(hiddenIssue(IssueCode.HIDDEN_SHEET, "een verborgen blad"));
        }
        if (from.isHidden() && !hidden) {
          hidden = true;
          row.issue(hiddenIssue(IssueCode.HIDDEN_ROWS, "een verborgen rij"));
        }
        return true;
      } catch (RuntimeException e) {
        throw Failures.of(name, e);
      }
    }

    private void fill(Row row, org.dhatim.fastexcel.reader.Row from) {
      int n = from.getCellCount();
      for (int i = 0; i < n; i++) {
        Cell cell = from.getCell(i);
        cells.add(row, cell);
      }
    }

    private ReadIssue hiddenIssue(IssueCode code, String found) {
      return new ReadIssue(code, line, -1, found, "alles zichtbaar", "gelezen zoals de rest");
    }

    @Override
    public Origin origin() {
      return new Origin(name, sheet.getName(), Format.XLSX, Dialect.none(List.of()), true);
    }

    @Override
    public List<Decision> decisions() {
      return decisions;
    }

    @Override
    public void close() {
      stream.close();
    }
  }
}

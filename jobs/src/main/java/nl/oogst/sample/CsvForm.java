package nl.oogst.sample;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a sheet as text with delimiters. Written by hand, not with a CSV library, because half of
 * what matters here is what a proper library would never write.
 */
final class CsvForm {
  private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final Style style;
  private final StringBuilder out = new StringBuilder();
  private int line = 1;

  private CsvForm(Style style) {
    this.style = style;
  }

  /** The rows that hold the headers, in this form. */
  static List<Integer> headerRows(Form form) {
    return switch (form) {
      case EXCEL_CSV -> List.of(5);
      case TSV -> List.of(1, 2);
      default -> List.of(1);
    };
  }

  static Written write(String name, Sheet sheet, Style style, String note) {
    var form = new CsvForm(style);
    form.before(note);
    form.headers(sheet);
    var places = new ArrayList<Written.Place>();
    for (Row row : sheet.rows()) {
      places.addAll(Written.places(name, "", form.line, row));
      form.record(row.inOrder(sheet.fields()));
    }
    form.after(sheet);
    return new Written(name, form.bytes(), places);
  }

  private byte[] bytes() {
    var bytes = new ByteArrayOutputStream();
    if (style.form() == Form.BOM_CSV) {
      bytes.writeBytes(BOM);
    }
    bytes.writeBytes(out.toString().getBytes(style.charset()));
    return bytes.toByteArray();
  }

  private void before(String note) {
    if (style.form() == Form.EXCEL_CSV) {
      end("sep=;");
      end(quoted(note));
      end("Export proeftuin Maatwerk voor Mensen, vertrouwelijk behandelen");
      end("");
    }
  }

  private void headers(Sheet sheet) {
    if (style.form() == Form.TSV) {
      var groups = new ArrayList<Cell>();
      sheet.fields().forEach(field -> groups.add(Cell.text(Wording.group(sheet.entity(), field))));
      record(groups);
    }
    record(sheet.headers().stream().map(Cell::text).toList());
  }

  private void after(Sheet sheet) {
    int hours = sheet.indexOf("hours");
    boolean sums = hours >= 0 || sheet.entity().equals("placement");
    if (style.form() != Form.EXCEL_CSV || !sums) {
      return;
    }
    var total = new ArrayList<Cell>();
    for (int i = 0; i < sheet.fields().size(); i++) {
      total.add(i == 0 ? Cell.text("Totaal") : Cell.EMPTY);
    }
    if (hours >= 0) {
      total.set(hours, Cell.quarters(sumOfHours(sheet)));
    } else {
      total.set(1, Cell.number(Integer.toString(sheet.rows().size())));
    }
    record(total);
  }

  private static int sumOfHours(Sheet sheet) {
    int quarters = 0;
    for (Row row : sheet.rows()) {
      Cell cell = row.cell("hours");
      if (cell.kind() == Cell.Kind.NUMBER) {
        quarters += (int) (Double.parseDouble(cell.text()) * 4);
      }
    }
    return quarters;
  }

  private void record(List<Cell> cells) {
    var text = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        text.append(style.delimiter());
      }
      Cell cell = cells.get(i);
      text.append(cell.kind() == Cell.Kind.RAW ? cell.text() : quoted(style.text(cell)));
    }
    if (style.form() == Form.EXCEL_CSV) {
      text.append(style.delimiter());
    }
    end(text.toString());
  }

  private String quoted(String text) {
    if (text.indexOf(style.delimiter()) < 0 && text.indexOf('"') < 0 && text.indexOf('\n') < 0) {
      return text;
    }
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  private void end(String text) {
    out.append(text).append(style.lineEnd());
    line += 1 + (int) text.chars().filter(c -> c == '\n').count();
  }
}

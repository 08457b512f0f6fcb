package nl.oogst.read;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.oogst.model.IssueCode;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;

/**
 * Cells of a workbook as text. A number is a plain decimal, a share of a percent format its
 * fraction; a serial with a date format is an ISO date, with a time an ISO date and time; a time of
 * day or a length of time is hours and minutes, {@code 36:30}.
 */
final class XlsxCells {
  /** 31 December 9999, the last day a workbook knows. */
  private static final int LAST_SERIAL = 2_958_465;

  private static final BigDecimal SECONDS = BigDecimal.valueOf(86_400);
  private static final MathContext EXCEL = new MathContext(15, RoundingMode.HALF_EVEN);

  private static final Set<String> MIDNIGHT =
      Set.of("T00:00", "T00:00:00", "T00:00:00.000", "T00:00:00Z", "T00:00:00.000Z");

  private enum Kind {
    NUMBER,
    DATE,
    TIME
  }

  private final boolean from1904;
  private final Map<String, Kind> kinds = new HashMap<>();

  XlsxCells(boolean from1904) {
    this.from1904 = from1904;
  }

  /** Adds the cell as the row's next; null is an empty cell. */
  void add(Row row, Cell cell) {
    if (cell == null || cell.getType() == CellType.EMPTY) {
      row.add("");
      return;
    }
    Object value = cell.getValue();
    if (cell.getType() == CellType.ERROR) {
      errorOrDate(row, cell.getRawValue());
    } else if (value instanceof BigDecimal number) {
      number(row, number, kind(cell));
    } else if (value instanceof Boolean truth) {
      row.add(truth.toString(), nl.oogst.read.CellType.BOOLEAN);
    } else if (value == null) {
      missing(row, cell);
    } else if (cell.getType() == CellType.FORMULA && isError(value.toString())) {
      error(row, value.toString());
    } else {
      row.add(value.toString());
    }
  }

  private static boolean isError(String text) {
    return switch (text) {
      case "#N/A", "#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#SPILL!" -> true;
      default -> false;
    };
  }

  /**
   * A date in words comes as an error without the sign that errors begin with: {@link XlsxCopy}.
   */
  private static void errorOrDate(Row row, String raw) {
    String text = raw == null ? "" : raw.strip();
    boolean day = text.length() >= 10 && text.charAt(4) == '-' && text.charAt(7) == '-';
    if (day) {
      boolean midnight = MIDNIGHT.contains(text.substring(10));
      row.add(midnight ? text.substring(0, 10) : text, nl.oogst.read.CellType.DATE);
    } else if (!text.isEmpty() && text.charAt(0) == '#') {
      error(row, raw);
    } else {
      row.add(text);
    }
  }

  private static void error(Row row, String raw) {
    row.add(raw == null ? "" : raw, nl.oogst.read.CellType.ERROR);
    row.issue(
        new ReadIssue(
            IssueCode.ERROR_CELL,
            row.line(),
            row.size() - 1,
            raw != null && isError(raw) ? raw : "een foutmelding",
            "een waarde",
            "de cel is gehouden zoals zij is, als fout"));
  }

  private static void missing(Row row, Cell cell) {
    row.add("");
    if (cell.getType() == CellType.FORMULA) {
      row.issue(
          new ReadIssue(
              IssueCode.FORMULA_WITHOUT_VALUE,
              row.line(),
              row.size() - 1,
              "een formule zonder bewaarde uitkomst",
              "een waarde; open het bestand in Excel en sla het op",
              "de cel is gelezen als leeg"));
    }
  }

  private void number(Row row, BigDecimal number, Kind kind) {
    boolean inCalendar =
        number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(LAST_SERIAL + 1L)) < 0;
    if (kind == Kind.TIME && inCalendar) {
      row.add(clock(number.multiply(SECONDS).setScale(0, RoundingMode.HALF_UP).longValue()));
    } else if (kind == Kind.DATE && inCalendar) {
      date(row, number);
    } else {
      row.add(plain(number), nl.oogst.read.CellType.NUMBER);
    }
  }

  /** A workbook stores binary fractions; it shows, and means, fifteen digits. */
  static String plain(BigDecimal number) {
    if (number.signum() == 0) {
      return "0";
    }
    BigDecimal meant = number;
    if (number.scale() > 0) {
      meant = number.precision() > 15 ? number.round(EXCEL) : number;
      meant = meant.stripTrailingZeros();
    }
    return Math.abs((long) meant.scale()) > 400 ? meant.toString() : meant.toPlainString();
  }

  private void date(Row row, BigDecimal serial) {
    long seconds = serial.multiply(SECONDS).setScale(0, RoundingMode.HALF_UP).longValue();
    long day = Math.floorDiv(seconds, 86_400L);
    long rest = Math.floorMod(seconds, 86_400L);
    // the calendar of 1900 has a 29 February that never was: serial 60
    if (!from1904 && day == 60) {
      row.add(plain(serial), nl.oogst.read.CellType.NUMBER);
      return;
    }
    LocalDate zero =
        from1904
            ? LocalDate.of(1904, 1, 1)
            : day < 60 ? LocalDate.of(1899, 12, 31) : LocalDate.of(1899, 12, 30);
    String date = zero.plusDays(day).toString();
    row.add(rest == 0 ? date : date + "T" + clockOfDay(rest), nl.oogst.read.CellType.DATE);
  }

  private static String clockOfDay(long seconds) {
    return String.format(
        Locale.ROOT, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }

  private static String clock(long seconds) {
    String hours = String.format(Locale.ROOT, "%d:%02d", seconds / 3600, seconds / 60 % 60);
    return seconds % 60 == 0 ? hours : hours + String.format(Locale.ROOT, ":%02d", seconds % 60);
  }

  private Kind kind(Cell cell) {
    Integer id = cell.getDataFormatId();
    String format = cell.getDataFormatString();
    if (format == null) {
      return id == null ? Kind.NUMBER : builtIn(id);
    }
    return kinds.computeIfAbsent(format, XlsxCells::kind);
  }

  private static Kind builtIn(int id) {
    boolean date =
        (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
    boolean time = (id >= 18 && id <= 21) || (id >= 45 && id <= 47);
    return date ? Kind.DATE : time ? Kind.TIME : Kind.NUMBER;
  }

  /**
   * Judges a number format by its letters, leaving out what stands in quotes, brackets or after a
   * backslash.
   */
  static Kind kind(String format) {
    boolean day = false;
    boolean month = false;
    boolean hour = false;
    boolean digits = false;
    for (int i = 0; i < format.length() && format.charAt(i) != ';'; i++) {
      char c = Character.toLowerCase(format.charAt(i));
      if (c == '"') {
        i = end(format, i, '"');
      } else if (c == '[') {
        int close = end(format, i, ']');
        String inside =
            format.substring(i + 1, Math.min(close, format.length())).toLowerCase(Locale.ROOT);
        hour |=
            inside.equals("h") || inside.equals("hh") || inside.equals("mm") || inside.equals("m");
        i = close;
      } else if (c == '\\' || c == '_' || c == '*') {
        i++;
      } else {
        day |= c == 'd' || c == 'y' || c == 'j';
        month |= c == 'm';
        hour |= c == 'h' || c == 's' || c == 'u';
        digits |= c == '#' || c == '?' || c == '%';
      }
    }
    if (digits || (!day && !month && !hour)) {
      return Kind.NUMBER;
    }
    return day || !hour ? Kind.DATE : Kind.TIME;
  }

  private static int end(String format, int from, char close) {
    int end = format.indexOf(close, from + 1);
    return end < 0 ? format.length() : end;
  }
}

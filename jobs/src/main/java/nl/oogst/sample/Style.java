package nl.oogst.sample;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * How one proeftuin's files write values.
 *
 * @param dates a date pattern as profiles name it
 * @param decimalComma 1234.5 is written 1234,5
 * @param grouping euro amounts are written 1.234,50
 */
record Style(
    Form form,
    char delimiter,
    Charset charset,
    String lineEnd,
    String dates,
    boolean decimalComma,
    boolean grouping) {

  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec");

  static Style of(Proeftuin proeftuin) {
    boolean system = proeftuin.wording() == Wording.SYSTEM;
    Form form = proeftuin.form();
    return switch (form) {
      case EXCEL_CSV -> new Style(form, ';', WINDOWS, "\r\n", "d-M-yyyy", true, true);
      case BOM_CSV ->
          new Style(
              form,
              ';',
              StandardCharsets.UTF_8,
              "\r\n",
              system ? "d/M/yyyy" : "dd-MM-yyyy",
              true,
              false);
      case TSV ->
          new Style(
              form,
              '\t',
              system ? StandardCharsets.UTF_8 : WINDOWS,
              "\r\n",
              system ? "dd-MM-yyyy" : "d MMM yyyy",
              true,
              false);
      case ZIP -> new Style(form, ';', StandardCharsets.UTF_8, "\r\n", "dd-MM-yyyy", true, false);
      case GZIP -> new Style(form, '|', StandardCharsets.UTF_8, "\n", "yyyyMMdd", false, false);
      case LABELS -> new Style(form, ';', StandardCharsets.UTF_8, "\r\n", "d-M-yyyy", true, false);
      case XLSX, JSON, JSON_LINES, CANONICAL ->
          new Style(form, ',', StandardCharsets.UTF_8, "\n", "yyyy-MM-dd", false, false);
    };
  }

  String text(Cell cell) {
    return switch (cell.kind()) {
      case TEXT, RAW -> cell.text();
      case DATE -> date(LocalDate.parse(cell.text()));
      case NUMBER -> number(cell.text());
    };
  }

  private String date(LocalDate date) {
    int day = date.getDayOfMonth();
    int month = date.getMonthValue();
    int year = date.getYear();
    return switch (dates) {
      case "d-M-yyyy" -> day + "-" + month + "-" + year;
      case "d/M/yyyy" -> day + "/" + month + "/" + year;
      case "dd-MM-yyyy" -> two(day) + "-" + two(month) + "-" + year;
      case "d MMM yyyy" -> day + " " + MONTHS.get(month - 1) + " " + year;
      case "yyyyMMdd" -> year + two(month) + two(day);
      default -> date.toString();
    };
  }

  /** 31 February of a year, as this style would write it. */
  String impossibleDate(int year) {
    return switch (dates) {
      case "d-M-yyyy" -> "31-2-" + year;
      case "d/M/yyyy" -> "31/2/" + year;
      case "dd-MM-yyyy" -> "31-02-" + year;
      case "d MMM yyyy" -> "31 feb " + year;
      case "yyyyMMdd" -> year + "0231";
      default -> year + "-02-31";
    };
  }

  /** Day, month and a year of two digits. */
  String shortDate(LocalDate date) {
    return two(date.getDayOfMonth())
        + "-"
        + two(date.getMonthValue())
        + "-"
        + two(date.getYear() % 100);
  }

  private String number(String number) {
    if (grouping && new BigDecimal(number).abs().compareTo(BigDecimal.valueOf(1000)) >= 0) {
      return String.format(Locale.GERMANY, "%,.2f", new BigDecimal(number));
    }
    return decimalComma ? number.replace('.', ',') : number;
  }

  private static String two(int value) {
    return value < 10 ? "0" + value : Integer.toString(value);
  }
}

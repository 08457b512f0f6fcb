package nl.oogst.read;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import nl.oogst.read.BaseTables.Base;

/**
 * One table, polluted in one way at a time, after Vitagliano, Hameed, Jiang, Reisener, Wu and
 * Naumann, "Pollock: A Data Loading Benchmark" (PVLDB 16(8), 2023): pollutions of the whole file
 * and, for every row and column, a delimiter too many or too few, a stray quote, or another
 * delimiter. The weights are the numbers of files in which its survey found each pollution.
 */
final class Pollutions {
  private static final String END = "\r\n";

  /**
   * One file.
   *
   * @param kind the pollution, without its place
   * @param expected header and records; without a header only records
   * @param dialect what a caller that knows the file would give
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Polluted(
      String name,
      String kind,
      double weight,
      byte[] bytes,
      List<List<String>> expected,
      DialectHint dialect) {}

  /** How a file is written. */
  private record Style(String delimiter, char quote, String escape, String end) {
    static final Style PLAIN = new Style(",", '"', "\"", END);

    /** A cell is quoted as it would be between commas, whatever the delimiter became since. */
    String cell(String text, boolean always) {
      boolean quoted = always || text.contains(",") || text.indexOf(quote) >= 0;
      String q = String.valueOf(quote);
      return quoted ? q + text.replace(q, escape + q) + q : text;
    }

    DialectHint hint(List<Integer> headerRows) {
      return new DialectHint("US-ASCII", delimiter, String.valueOf(quote), escape, headerRows);
    }
  }

  private final Base base;
  private final List<Polluted> files = new ArrayList<>();

  private Pollutions(Base base) {
    this.base = base;
  }

  static List<Polluted> of(Base base) {
    Pollutions all = new Pollutions(base);
    all.files();
    all.rows();
    return all.files;
  }

  private List<List<String>> raw(Style style) {
    List<List<String>> raw = new ArrayList<>();
    for (List<String> row : base.all()) {
      List<String> cells = new ArrayList<>();
      for (int c = 0; c < row.size(); c++) {
        cells.add(style.cell(row.get(c), base.quoted().contains(c)));
      }
      raw.add(cells);
    }
    return raw;
  }

  private static String text(List<List<String>> raw, Style style) {
    StringBuilder text = new StringBuilder();
    raw.forEach(row -> text.append(String.join(style.delimiter, row)).append(style.end));
    return text.toString();
  }

  private void add(
      String kind, double weight, String text, List<List<String>> expected, DialectHint hint) {
    add(kind, kind, weight, text, expected, hint);
  }

  private void add(
      String name,
      String kind,
      double weight,
      String text,
      List<List<String>> expected,
      DialectHint hint) {
    Charset charset = StandardCharsets.UTF_8;
    files.add(new Polluted(name, kind, weight, text.getBytes(charset), expected, hint));
  }

  private void files() {
    Style plain = Style.PLAIN;
    List<List<String>> all = base.all();
    DialectHint hint = plain.hint(List.of(1));
    String text = text(raw(plain), plain);
    add("source", 1, text, all, hint);
    add("no_payload", 15, "", List.of(), plain.hint(List.of()));
    add("no_trailing_newline", 184, text.substring(0, text.length() - 2), all, hint);
    add("double_trailing_newline", 5, text + END, all, hint);
    String header = text.substring(0, text.indexOf(END) + 2);
    add("no_header", 470, text.substring(header.length()), base.rows(), plain.hint(List.of()));
    add("header_multirow_2", 47, header + text, headers(2), plain.hint(List.of(1, 2)));
    add("header_multirow_3", 47, header + header + text, headers(3), plain.hint(List.of(1, 2, 3)));
    String delimiters = ",".repeat(base.columns() - 1);
    add(
        "preamble",
        282,
        "PREAMBLE" + delimiters + END + delimiters + END + text,
        all,
        plain.hint(List.of(3)));
    add("multitable_less", 188 / 3.0, text + further(-1), all, hint);
    add("multitable_same", 188 / 3.0, text + further(0), all, hint);
    add("multitable_more", 188 / 3.0, text + further(1), all, hint);
    add("header_only", 3, header, all.subList(0, 1), hint);
    add("one_data_row", 4, text(raw(plain).subList(0, 2), plain), all.subList(0, 2), hint);
    whole("record_delimiter_CR", 7, new Style(",", '"', "\"", "\r"));
    whole("record_delimiter_LF", 1691, new Style(",", '"', "\"", "\n"));
    whole("field_delimiter_tab", 4, new Style("\t", '"', "\"", END));
    whole("field_delimiter_semicolon", 834, new Style(";", '"', "\"", END));
    whole("field_delimiter_space", 4, new Style(" ", '"', "\"", END));
    whole("field_delimiter_comma_space", 101, new Style(", ", '"', "\"", END));
    whole("quotation_apostrophe", 11, new Style(",", '\'', "'", END));
    whole("escape_backslash", 1, new Style(",", '"', "\\", END));
    whole("escape_none", 7, new Style(",", '"', "", END));
  }

  private void whole(String kind, double weight, Style style) {
    add(kind, weight, text(raw(style), style), base.all(), style.hint(List.of(1)));
  }

  /** The header of several rows: cell by cell, with a space. */
  private List<List<String>> headers(int rows) {
    List<List<String>> all = base.all();
    List<String> joined = new ArrayList<>();
    base.header()
        .forEach(h -> joined.add(String.join(" ", java.util.Collections.nCopies(rows, h))));
    all.set(0, joined);
    return all;
  }

  /** The same table once more, a column narrower or wider, with only the quotes it needs. */
  private String further(int columns) {
    List<List<String>> raw = new ArrayList<>();
    for (int r = 0; r < base.all().size(); r++) {
      List<String> cells = new ArrayList<>();
      base.all().get(r).forEach(cell -> cells.add(Style.PLAIN.cell(cell, false)));
      if (columns < 0) {
        cells.remove(cells.size() - 1);
      } else if (columns > 0) {
        cells.add(r == 0 ? "col1" : cells.get(cells.size() - 1));
      }
      raw.add(cells);
    }
    return text(raw, Style.PLAIN);
  }

  private void rows() {
    Style plain = Style.PLAIN;
    int columns = base.columns();
    int rows = base.all().size();
    double places = (double) rows * columns;
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        String at = "_row" + r + "_col" + c;
        List<List<String>> more = raw(plain);
        more.get(r).add(c, "");
        add(
            "row_more_sep" + at,
            "row_more_sep",
            278 / places,
            text(more, plain),
            base.all(),
            plain.hint(List.of(1)));
        if (c > 0) {
          List<List<String>> less = raw(plain);
          String right = less.get(r).remove(c);
          less.get(r).set(c - 1, less.get(r).get(c - 1) + right);
          add(
              "row_less_sep" + at,
              "row_less_sep",
              278 / places,
              text(less, plain),
              base.all(),
              plain.hint(List.of(1)));
        }
        List<List<String>> quote = raw(plain);
        String cell = quote.get(r).get(c);
        quote.get(r).set(c, "\"" + cell);
        List<List<String>> expected = base.all();
        List<String> row = new ArrayList<>(expected.get(r));
        row.set(c, "\"" + row.get(c));
        expected.set(r, row);
        add(
            "row_extra_quote" + at,
            "row_extra_quote",
            7 / places,
            text(quote, plain),
            expected,
            plain.hint(List.of(1)));
      }
      StringBuilder space = new StringBuilder();
      for (int i = 0; i < rows; i++) {
        space.append(String.join(i == r ? " " : ",", raw(plain).get(i))).append(END);
      }
      add(
          "row_field_delimiter_space_row" + r,
          "row_field_delimiter_space",
          84.0 / rows,
          space.toString(),
          base.all(),
          plain.hint(List.of(1)));
    }
  }
}

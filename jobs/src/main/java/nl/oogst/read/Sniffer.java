package nl.oogst.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.oogst.read.TextFormat.Escape;

/**
 * Finds delimiter, quote and escape of a text. Every candidate splits the first records; the best
 * gives records of one width whose cells look like values. The idea of weighing a row pattern with
 * the share of cells of a known type is that of van den Burg, Nazábal and Sutton, "Wrangling messy
 * CSV files by detecting row and type patterns" (2019); the weights are our own.
 */
final class Sniffer {
  private static final String[] DELIMITERS = {
    ";", ",", "\t", "|", ", ", " ", "^", "~", "\u001f", "§", "||", "::", ":", "#", "="
  };
  private static final int RECORDS = 200;
  private static final int LONGEST_QUOTED = 16 << 10;

  private final String text;
  private final boolean complete;

  private Sniffer(String text, boolean complete) {
    this.text = text;
    this.complete = complete;
  }

  /**
   * @param width the number of cells most records have; 0 when nothing was split
   * @param sepLine whether the first line is {@code sep=…}
   */
  record Sniffed(
      TextFormat format, int width, boolean sepLine, String lineEnd, List<Decision> decisions) {}

  /**
   * @param complete whether {@code text} is the whole text, so that its last line is whole too
   */
  static Sniffed sniff(String text, boolean complete, DialectHint hint) {
    return new Sniffer(text, complete).sniff(hint);
  }

  private Sniffed sniff(DialectHint hint) {
    String sep = sepDelimiter();
    String fixed = hint.delimiter() != null ? hint.delimiter() : sep;
    boolean skips = Boolean.TRUE.equals(hint.skipInitialSpace());
    List<Decision> decisions = new ArrayList<>();
    Candidate best = null;
    for (String delimiter : fixed != null ? new String[] {fixed} : DELIMITERS) {
      if (fixed == null && !text.contains(delimiter)) {
        continue;
      }
      for (char quote : quotes(hint)) {
        for (Escape escape : escapes(hint, quote)) {
          Candidate candidate =
              judge(new TextFormat(delimiter, quote, escape, backslash(hint), skips), sep != null);
          if (best == null || candidate.score > best.score + 1e-9) {
            best = candidate;
          }
        }
      }
    }
    // a sentence is no table of words
    boolean doubtful =
        best != null
            && fixed == null
            && best.score < 0.12
            && likelihood(best.format.delimiter(), best.width) < 1;
    if (best == null || doubtful) {
      String plain = text.indexOf(',') < 0 ? "," : ";";
      best = judge(new TextFormat(plain, quotes(hint)[0], Escape.DOUBLED, '\\', skips), false);
    }
    TextFormat format = best.format;
    String why =
        hint.delimiter() != null
            ? "given"
            : sep != null
                ? "the file's first line says sep="
                : best.width > 1
                    ? best.modal + " of " + best.records + " records have " + best.width + " cells"
                    : "no character splits the lines into cells";
    decisions.add(new Decision("delimiter", shown(format.delimiter()), why));
    String quoteWhy =
        hint.quoteChar() != null
            ? "given"
            : best.quoted > 0 ? best.quoted + " cells are quoted so" : "no quoted cell seen";
    String quote = format.quote() == 0 ? "none" : String.valueOf(format.quote());
    decisions.add(new Decision("quote", quote, quoteWhy));
    if (format.escape() != Escape.DOUBLED || hint.escapeChar() != null) {
      String escape = format.escapeText().isEmpty() ? "none" : format.escapeText();
      decisions.add(
          new Decision(
              "escape", escape, hint.escapeChar() != null ? "given" : "quotes come out balanced"));
    }
    return new Sniffed(format, best.width, sep != null, lineEnd(), decisions);
  }

  static String shown(String delimiter) {
    return switch (delimiter) {
      case "\t" -> "tab";
      case " " -> "space";
      case ", " -> "comma and space";
      default -> delimiter;
    };
  }

  private static char backslash(DialectHint hint) {
    boolean own = hint.escapeChar() != null && !hint.escapeChar().isEmpty();
    return own ? hint.escapeChar().charAt(0) : '\\';
  }

  /** What Excel writes above a table to name its delimiter; null when the first line is another. */
  private String sepDelimiter() {
    int end = 0;
    while (end < text.length() && text.charAt(end) != '\r' && text.charAt(end) != '\n') {
      end++;
    }
    String first = text.substring(0, Math.min(end, 12));
    if (first.length() > 2 && first.startsWith("\"") && first.endsWith("\"")) {
      first = first.substring(1, first.length() - 1);
    }
    return first.regionMatches(true, 0, "sep=", 0, 4) && first.length() == 5
        ? first.substring(4)
        : null;
  }

  private static char[] quotes(DialectHint hint) {
    if (hint.quoteChar() != null) {
      return new char[] {hint.quoteChar().isEmpty() ? 0 : hint.quoteChar().charAt(0)};
    }
    return new char[] {'"', '\''};
  }

  private Escape[] escapes(DialectHint hint, char quote) {
    String given = hint.escapeChar();
    if (given != null && given.isEmpty()) {
      return new Escape[] {Escape.NONE};
    }
    if (given != null) {
      return new Escape[] {given.charAt(0) == quote ? Escape.DOUBLED : Escape.BACKSLASH};
    }
    return quote != 0 && text.contains("\\" + quote)
        ? new Escape[] {Escape.DOUBLED, Escape.BACKSLASH}
        : new Escape[] {Escape.DOUBLED};
  }

  private String lineEnd() {
    int crlf = 0;
    int lf = 0;
    int cr = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        lf++;
      } else if (c == '\r' && i + 1 < text.length()) {
        boolean pair = text.charAt(i + 1) == '\n';
        crlf += pair ? 1 : 0;
        cr += pair ? 0 : 1;
        i += pair ? 1 : 0;
      }
    }
    int kinds = (crlf > 0 ? 1 : 0) + (lf > 0 ? 1 : 0) + (cr > 0 ? 1 : 0);
    return kinds > 1 ? "mixed" : crlf > 0 ? "CRLF" : cr > 0 ? "CR" : "LF";
  }

  /** How well one format splits the text. */
  private record Candidate(
      TextFormat format, double score, int width, int modal, int records, int quoted) {}

  private Candidate judge(TextFormat format, boolean skipFirstLine) {
    Split split = new Split(format);
    split.run(skipFirstLine);
    int records = split.widths.size();
    Map<Integer, Integer> counts = new HashMap<>();
    for (int width : split.widths) {
      counts.merge(width, 1, Integer::sum);
    }
    double pattern = 0;
    int width = records == 0 ? 0 : 1;
    int modal = 0;
    for (Map.Entry<Integer, Integer> e : counts.entrySet()) {
      int w = e.getKey();
      int n = e.getValue();
      pattern += (double) n * n * (w - 1) / w;
      if (w > 1 && (n > modal || (n == modal && w > width))) {
        width = w;
        modal = n;
      }
    }
    double types = 0;
    int cells = 0;
    for (int i = 0; i < records; i++) {
      if (split.widths.get(i) == width) {
        types += split.types.get(i);
        cells += width;
      }
    }
    double score =
        records == 0
            ? 0
            : pattern
                / ((double) records * records)
                * (cells == 0 ? 0 : types / cells)
                * (1 - (double) split.broken / (split.broken + records + split.quoted))
                * likelihood(format.delimiter(), width);
    // words with a space or colon between them are text, unless numbers or quotes say otherwise
    boolean words = split.values * 8 < cells && split.quoted == 0;
    score *= words && " :=#".contains(format.delimiter()) ? 0.1 : 1;
    // an apostrophe is a quote only where it is used as one
    score *= format.quote() == '\'' && split.quoted == 0 ? 0 : 1;
    return new Candidate(format, score, width, modal, records, split.quoted);
  }

  /** Characters that are common in text are less likely to be delimiters. */
  private static double likelihood(String delimiter, int width) {
    return switch (delimiter) {
      case ";", ",", "\t", "|", ", " -> 1;
      case " " -> width < 3 ? 0.2 : 0.6;
      case ":" -> width < 3 ? 0.1 : 0.4;
      case "#", "=" -> width < 3 ? 0.15 : 0.4;
      default -> 0.8;
    };
  }

  /** One splitting of the text by one format. */
  private final class Split {
    private final TextFormat format;
    private final List<Integer> widths = new ArrayList<>();
    private final List<Double> types = new ArrayList<>();
    private int quoted;
    private int values;
    private int broken;
    private int at;

    Split(TextFormat format) {
      this.format = format;
    }

    void run(boolean skipFirstLine) {
      if (skipFirstLine) {
        while (at < text.length() && !isLineEnd(at)) {
          at++;
        }
        skipLineEnd();
      }
      while (at < text.length() && widths.size() < RECORDS) {
        int width = 0;
        double type = 0;
        boolean blank = true;
        boolean more = true;
        while (more) {
          while (format.skipSpace() && at < text.length() && text.charAt(at) == ' ') {
            at++;
          }
          int from = at;
          boolean proper = cell();
          quoted += proper ? 1 : 0;
          int skip = proper ? 1 : 0;
          type += CellShape.likeness(text, from + skip, at - skip, format.delimiter());
          values += CellShape.of(text, from + skip, at - skip) == CellShape.TYPED ? 1 : 0;
          blank &= from == at;
          width++;
          more = text.startsWith(format.delimiter(), at);
          at += more ? format.delimiter().length() : 0;
        }
        boolean whole = at < text.length() || complete;
        skipLineEnd();
        if (whole && !(blank && width == 1)) {
          widths.add(width);
          types.add(type);
        }
      }
    }

    private boolean isLineEnd(int i) {
      return text.charAt(i) == '\n' || text.charAt(i) == '\r';
    }

    private void skipLineEnd() {
      if (at < text.length() && text.charAt(at) == '\r') {
        at++;
      }
      if (at < text.length()
          && text.charAt(at) == '\n'
          && (at == 0 || text.charAt(at - 1) == '\r' || isLineEnd(at))) {
        at++;
      }
    }

    private boolean endsHere(int i) {
      return i >= text.length() || isLineEnd(i) || text.startsWith(format.delimiter(), i);
    }

    /** Moves to the end of the cell; true when it is quoted as it should be. */
    private boolean cell() {
      if (format.quote() != 0 && at < text.length() && text.charAt(at) == format.quote()) {
        int close = closing();
        if (close >= 0 && endsHere(close + 1)) {
          at = close + 1;
          return true;
        }
        broken++;
        int lenient = lenientClosing();
        if (lenient >= 0) {
          at = lenient + 1;
          return false;
        }
      }
      while (!endsHere(at)) {
        at++;
      }
      return false;
    }

    /** A quote on the same line with the end of a cell behind it; -1 when there is none. */
    private int lenientClosing() {
      for (int i = at + 1; i < text.length() && !isLineEnd(i); i++) {
        if (text.charAt(i) == format.quote() && endsHere(i + 1)) {
          return i;
        }
      }
      return -1;
    }

    private int closing() {
      char q = format.quote();
      int limit = Math.min(text.length(), at + LONGEST_QUOTED);
      for (int i = at + 1; i < limit; i++) {
        char c = text.charAt(i);
        if (c == format.backslash() && format.escape() == Escape.BACKSLASH) {
          i++;
        } else if (c == q) {
          boolean doubled = i + 1 < text.length() && text.charAt(i + 1) == q;
          if (format.escape() == Escape.NONE && !endsHere(i + 1)) {
            continue;
          }
          if (!doubled || format.escape() == Escape.NONE) {
            return i;
          }
          i++;
        }
      }
      return -1;
    }
  }
}

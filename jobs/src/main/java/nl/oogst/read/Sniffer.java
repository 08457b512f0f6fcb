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
  private static final int FIRST_RECORDS = 15;
  private static final int TOP = 4 << 10;
  private static final double CLEAR = 0.7;

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
    List<TextFormat> formats =
        formats(hint, fixed, text.substring(0, Math.min(text.length(), TOP)));
    boolean known = fixed != null && formats.size() == 1;
    TextFormat format = known ? formats.get(0) : clear(formats, sep != null);
    if (format == null) {
      format = likeliest(hint, fixed, sep != null);
    }
    Usual usual = Usual.of(trial(format, sep != null, RECORDS, false));
    List<Decision> decisions = new ArrayList<>();
    String why =
        hint.delimiter() != null
            ? "given"
            : sep != null
                ? "the file's first line says sep="
                : usual.width > 1
                    ? usual.modal
                        + " of "
                        + usual.records
                        + " records have "
                        + usual.width
                        + " cells"
                    : "no character splits the lines into cells";
    decisions.add(new Decision("delimiter", shown(format.delimiter()), why));
    String quoteWhy =
        hint.quoteChar() != null
            ? "given"
            : usual.quoted > 0 ? usual.quoted + " cells are quoted so" : "no quoted cell seen";
    String quote = format.quote() == 0 ? "none" : String.valueOf(format.quote());
    decisions.add(new Decision("quote", quote, quoteWhy));
    if (format.escape() != Escape.DOUBLED || hint.escapeChar() != null) {
      String escape = format.escapeText().isEmpty() ? "none" : format.escapeText();
      decisions.add(
          new Decision(
              "escape", escape, hint.escapeChar() != null ? "given" : "quotes come out balanced"));
    }
    return new Sniffed(format, usual.width, sep != null, lineEnd(), decisions);
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

  private char[] quotes(DialectHint hint) {
    if (hint.quoteChar() != null) {
      return new char[] {hint.quoteChar().isEmpty() ? 0 : hint.quoteChar().charAt(0)};
    }
    return text.indexOf('\'') < 0 ? new char[] {'"'} : new char[] {'"', '\''};
  }

  /** Every format whose delimiter occurs in a part of the text. */
  private List<TextFormat> formats(DialectHint hint, String fixed, String part) {
    List<String> delimiters = new ArrayList<>();
    for (String delimiter : DELIMITERS) {
      if (fixed == null && part.contains(delimiter)) {
        delimiters.add(delimiter);
      }
    }
    if (fixed != null) {
      delimiters.add(fixed);
    }
    char[] quotes = quotes(hint);
    List<Escape[]> escapes = new ArrayList<>();
    for (char quote : quotes) {
      escapes.add(escapes(hint, quote));
    }
    List<TextFormat> formats = new ArrayList<>();
    boolean skips = Boolean.TRUE.equals(hint.skipInitialSpace());
    for (String delimiter : delimiters) {
      for (int q = 0; q < quotes.length; q++) {
        for (Escape escape : escapes.get(q)) {
          formats.add(new TextFormat(delimiter, quotes[q], escape, backslash(hint), skips));
        }
      }
    }
    return formats;
  }

  /**
   * The format that a few records at the top tell from the others; null when they leave a doubt.
   */
  private TextFormat clear(List<TextFormat> formats, boolean skipFirstLine) {
    double first = 0;
    double second = 0;
    TextFormat clear = null;
    for (TextFormat format : formats) {
      double score = judge(format, skipFirstLine, FIRST_RECORDS).score;
      if (score > first + 1e-9) {
        second = first;
        first = score;
        clear = format;
      } else {
        second = Math.max(second, score);
      }
    }
    boolean doubt = first <= CLEAR || second >= first * CLEAR;
    return doubt ? null : clear;
  }

  /** The format with the highest score over many records; of equals the first. */
  private TextFormat likeliest(DialectHint hint, String fixed, boolean skipFirstLine) {
    Candidate best = null;
    for (TextFormat format : formats(hint, fixed, text)) {
      Candidate candidate = judge(format, skipFirstLine, RECORDS);
      if (best == null || candidate.score > best.score + 1e-9) {
        best = candidate;
      }
    }
    // a sentence is no table of words
    boolean doubtful =
        best != null
            && fixed == null
            && best.score < 0.12
            && likelihood(best.format.delimiter(), best.usual.width) < 1;
    if (best != null && !doubtful) {
      return best.format;
    }
    String plain = text.indexOf(',') < 0 ? "," : ";";
    boolean skips = Boolean.TRUE.equals(hint.skipInitialSpace());
    return new TextFormat(plain, quotes(hint)[0], Escape.DOUBLED, '\\', skips);
  }

  private Escape[] escapes(DialectHint hint, char quote) {
    String given = hint.escapeChar();
    if (given != null && given.isEmpty()) {
      return new Escape[] {Escape.NONE};
    }
    if (given != null) {
      return new Escape[] {given.charAt(0) == quote ? Escape.DOUBLED : Escape.BACKSLASH};
    }
    return quote != 0 && text.indexOf('\\') >= 0 && text.contains("\\" + quote)
        ? new Escape[] {Escape.DOUBLED, Escape.BACKSLASH}
        : new Escape[] {Escape.DOUBLED};
  }

  private String lineEnd() {
    int crlf = 0;
    int cr = 0;
    int end = text.length() - 1;
    for (int i = text.indexOf('\r'); i >= 0 && i < end; i = text.indexOf('\r', i + 1)) {
      boolean pair = text.charAt(i + 1) == '\n';
      crlf += pair ? 1 : 0;
      cr += pair ? 0 : 1;
    }
    boolean lf = false;
    for (int i = text.indexOf('\n'); i >= 0 && !lf; i = text.indexOf('\n', i + 1)) {
      lf = i == 0 || text.charAt(i - 1) != '\r';
    }
    int kinds = (crlf > 0 ? 1 : 0) + (lf ? 1 : 0) + (cr > 0 ? 1 : 0);
    return kinds > 1 ? "mixed" : crlf > 0 ? "CRLF" : cr > 0 ? "CR" : "LF";
  }

  /**
   * How wide most records are when split.
   *
   * @param width the most frequent number of cells above one; of equals the largest
   * @param modal how many records have it
   */
  private record Usual(int width, int modal, int records, int quoted) {
    static Usual of(SplitTrial split) {
      Map<Integer, Integer> counts = counts(split);
      int width = split.widths.isEmpty() ? 0 : 1;
      int modal = 0;
      for (Map.Entry<Integer, Integer> e : counts.entrySet()) {
        int w = e.getKey();
        int n = e.getValue();
        if (w > 1 && (n > modal || (n == modal && w > width))) {
          width = w;
          modal = n;
        }
      }
      return new Usual(width, modal, split.widths.size(), split.quoted);
    }

    static Map<Integer, Integer> counts(SplitTrial split) {
      Map<Integer, Integer> counts = new HashMap<>();
      for (int width : split.widths) {
        counts.merge(width, 1, Integer::sum);
      }
      return counts;
    }
  }

  /** How well one format splits the text. */
  private record Candidate(TextFormat format, double score, Usual usual) {}

  private SplitTrial trial(TextFormat format, boolean skipFirstLine, int most, boolean shapes) {
    SplitTrial split = new SplitTrial(text, complete, format, shapes);
    split.run(skipFirstLine, most);
    return split;
  }

  private Candidate judge(TextFormat format, boolean skipFirstLine, int most) {
    SplitTrial split = trial(format, skipFirstLine, most, true);
    Usual usual = Usual.of(split);
    int records = usual.records;
    double pattern = 0;
    for (Map.Entry<Integer, Integer> e : Usual.counts(split).entrySet()) {
      int w = e.getKey();
      int n = e.getValue();
      pattern += (double) n * n * (w - 1) / w;
    }
    double types = 0;
    int cells = 0;
    for (int i = 0; i < records; i++) {
      if (split.widths.get(i) == usual.width) {
        types += split.types.get(i);
        cells += usual.width;
      }
    }
    double score =
        records == 0
            ? 0
            : pattern
                / ((double) records * records)
                * (cells == 0 ? 0 : types / cells)
                * (1 - (double) split.broken / (split.broken + records + split.quoted))
                * likelihood(format.delimiter(), usual.width);
    // words with a space or colon between them are text, unless numbers or quotes say otherwise
    boolean words = split.wordy && split.values * 8 < cells && split.quoted == 0;
    score *= words ? 0.1 : 1;
    // an apostrophe is a quote only where it is used as one
    score *= format.quote() == '\'' && split.quoted == 0 ? 0 : 1;
    return new Candidate(format, score, usual);
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
}

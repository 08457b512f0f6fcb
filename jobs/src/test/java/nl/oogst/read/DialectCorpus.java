package nl.oogst.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Short texts whose dialect a reader of them would agree on, and how many of them the sniffer
 * finds: the F1 of delimiter and quote together, every pair weighted by how often it occurs.
 */
final class DialectCorpus {
  private DialectCorpus() {}

  record Case(String name, String delimiter, String quote, String text) {
    String dialect() {
      return delimiter + "\u0000" + quote;
    }
  }

  record Answer(Case of, String delimiter, String quote) {
    String dialect() {
      return delimiter + "\u0000" + quote;
    }

    boolean right() {
      return dialect().equals(of.dialect());
    }
  }

  static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    try (InputStream in = DialectCorpus.class.getResourceAsStream("dialects.tsv")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.split("\n", -1)) {
        if (!line.isEmpty() && !line.startsWith("# ")) {
          String[] parts = line.split("\t", -1);
          cases.add(new Case(parts[0], plain(parts[1]), plain(parts[2]), plain(parts[3])));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return cases;
  }

  /** The base tables in every usual dialect, from the first few rows of them to all. */
  static List<Case> generated() {
    List<Case> cases = new ArrayList<>();
    for (BaseTables.Base base : BaseTables.all(40)) {
      for (String delimiter : List.of(";", ",", "\t", "|", " ", ", ")) {
        for (String quote : List.of("\"", "'")) {
          for (int rows : new int[] {1, 2, 3, 5, 10, 40}) {
            for (boolean all : new boolean[] {false, true}) {
              for (boolean header : new boolean[] {false, true}) {
                generate(cases, base, delimiter, quote, rows, all, header);
              }
            }
          }
        }
      }
    }
    return cases;
  }

  private static void generate(
      List<Case> cases,
      BaseTables.Base base,
      String delimiter,
      String quote,
      int rows,
      boolean all,
      boolean header) {
    StringBuilder text = new StringBuilder();
    boolean quotes = false;
    List<List<String>> table = base.all();
    for (int r = header ? 0 : 1; r <= rows; r++) {
      List<String> cells = new ArrayList<>();
      for (String cell : table.get(r)) {
        boolean quoted = all || cell.contains(quote) || cell.contains(delimiter);
        quotes |= quoted;
        cells.add(quoted ? quote + cell.replace(quote, quote + quote) + quote : cell);
      }
      text.append(String.join(delimiter, cells)).append("\r\n");
    }
    String name =
        String.join(
            " ",
            base.name(),
            Sniffer.shown(delimiter),
            quotes ? quote : "no quotes",
            rows + " rows",
            all ? "all quoted" : "quoted where needed",
            header ? "with header" : "without header");
    if (quotes || quote.equals("\"")) {
      cases.add(new Case(name, delimiter, quote, text.toString()));
    }
  }

  private static String plain(String escaped) {
    return escaped.translateEscapes();
  }

  static Answer sniff(Case of) {
    Sniffer.Sniffed sniffed = Sniffer.sniff(of.text, true, DialectHint.NONE);
    TextFormat format = sniffed.format();
    return new Answer(of, format.delimiter(), String.valueOf(format.quote()));
  }

  static double weightedF1(List<Answer> answers) {
    Map<String, int[]> counts = new HashMap<>();
    for (Answer answer : answers) {
      int[] expected = counts.computeIfAbsent(answer.of.dialect(), k -> new int[3]);
      expected[0]++;
      expected[2] += answer.right() ? 1 : 0;
      counts.computeIfAbsent(answer.dialect(), k -> new int[3])[1]++;
    }
    double sum = 0;
    for (int[] c : counts.values()) {
      sum += c[0] + c[1] == 0 ? 0 : c[0] * 2.0 * c[2] / (c[0] + c[1]);
    }
    return sum / answers.size();
  }

  public static void main(String[] arguments) {
    show(cases());
    show(generated());
  }

  private static void show(List<Case> cases) {
    List<Answer> answers = cases.stream().map(DialectCorpus::sniff).toList();
    for (Answer answer : answers) {
      if (!answer.right()) {
        System.out.println(
            answer.of.name
                + ": expected "
                + Sniffer.shown(answer.of.delimiter)
                + " "
                + answer.of.quote
                + ", found "
                + Sniffer.shown(answer.delimiter)
                + " "
                + answer.quote);
      }
    }
    System.out.printf(
        java.util.Locale.ROOT, "%d cases, weighted F1 %.4f%n", answers.size(), weightedF1(answers));
  }
}

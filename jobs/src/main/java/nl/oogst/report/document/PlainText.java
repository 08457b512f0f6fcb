package nl.oogst.report.document;

import java.util.List;
import java.util.Locale;

/** A document as plain text: every word and number of it, for review of what changed. */
public final class PlainText {
  private PlainText() {}

  public static String of(Document document) {
    StringBuilder out = new StringBuilder();
    out.append(document.series()).append('\n');
    out.append(document.title()).append('\n');
    out.append(document.subtitle()).append('\n');
    document.facts().forEach(fact -> out.append(fact).append('\n'));
    if (document.notice() != null) {
      out.append("! ").append(plain(document.notice())).append('\n');
    }
    for (Section section : document.sections()) {
      out.append('\n').append("# ").append(section.title()).append('\n');
      if (section.lead() != null) {
        out.append(plain(section.lead())).append('\n');
      }
      section.blocks().forEach(block -> block(out, block));
    }
    return out.toString();
  }

  private static void block(StringBuilder out, Block block) {
    out.append('\n');
    if (block instanceof Block.Paragraph paragraph) {
      out.append(plain(paragraph.text())).append('\n');
    } else if (block instanceof Block.Heading heading) {
      out.append("## ").append(heading.text()).append('\n');
    } else if (block instanceof Block.Bullets bullets) {
      bullets.items().forEach(item -> out.append("* ").append(plain(item)).append('\n'));
    } else if (block instanceof Block.KeyFigures figures) {
      for (Block.KeyFigure figure : figures.figures()) {
        out.append(figure.value()).append(' ').append(figure.label());
        out.append(" (").append(figure.certainty()).append(")\n");
      }
    } else if (block instanceof Block.Figure figure) {
      out.append("[").append(figure.alternative()).append("]\n");
      table(out, figure.table());
    } else if (block instanceof Block.Panels panels) {
      panels.panels().forEach(panel -> out.append("[").append(panel.alternative()).append("]\n"));
      table(out, panels.table());
    } else if (block instanceof Block.Numbers numbers) {
      table(out, numbers.table());
    } else if (block instanceof Block.Note note) {
      out.append("! ").append(plain(note.text())).append('\n');
    } else if (block instanceof Block.Quotes quotes) {
      for (Block.Quote quote : quotes.quotes()) {
        out.append("> ").append(quote.text()).append(" (").append(quote.by()).append(")\n");
      }
    } else if (block instanceof Block.Terms terms) {
      for (Block.Term term : terms.terms()) {
        out.append(term.word()).append(": ").append(plain(term.meaning())).append('\n');
      }
    }
  }

  private static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    for (Inline.Part part : Inline.parse(text)) {
      plain.append(part.text());
    }
    return plain.toString();
  }

  private static void table(StringBuilder out, Table table) {
    out.append(table.caption()).append('\n');
    int[] widths = new int[table.columns().size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = table.columns().get(i).title().length();
      for (List<Table.Cell> row : table.rows()) {
        widths[i] = Math.max(widths[i], row.get(i).shown().length());
      }
    }
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      cell(line, table.columns().get(i).title(), widths[i], table.columns().get(i).number());
    }
    out.append(line.toString().stripTrailing()).append('\n');
    for (List<Table.Cell> row : table.rows()) {
      line.setLength(0);
      for (int i = 0; i < widths.length; i++) {
        cell(line, row.get(i).shown(), widths[i], table.columns().get(i).number());
      }
      out.append(line.toString().stripTrailing()).append('\n');
    }
    if (table.note() != null) {
      out.append("  ").append(plain(table.note())).append('\n');
    }
  }

  private static void cell(StringBuilder line, String text, int width, boolean number) {
    line.append("| ")
        .append(
            String.format(Locale.ROOT, number ? "%" + width + "s " : "%-" + width + "s ", text));
  }
}

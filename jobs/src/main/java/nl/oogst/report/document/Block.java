package nl.oogst.report.document;

import java.util.List;
import nl.oogst.report.chart.Chart;

/**
 * A part of a section. Text is plain; between double asterisks it is stressed, and {@code
 * [words](#place)} is a link.
 */
public sealed interface Block {

  record Paragraph(String text) implements Block {}

  /** A heading inside a section; the id is its place in the page. */
  record Heading(String id, String text) implements Block {}

  record Bullets(List<String> items) implements Block {
    public Bullets {
      items = List.copyOf(items);
    }
  }

  /** The few numbers that matter most. */
  record KeyFigures(List<KeyFigure> figures) implements Block {
    public KeyFigures {
      figures = List.copyOf(figures);
    }
  }

  /**
   * One such number.
   *
   * @param value the number in words
   * @param label what is counted
   * @param certainty how sure it is, in a few words
   */
  record KeyFigure(String value, String label, String certainty) {}

  /** A picture with the numbers behind it; one idea each. */
  record Figure(String id, String title, String alternative, Chart chart, Table table)
      implements Block {}

  /** Small pictures of the same form beside each other, with one table behind them. */
  record Panels(String id, String title, List<Panel> panels, Table table) implements Block {
    public Panels {
      panels = List.copyOf(panels);
    }
  }

  record Panel(String title, String alternative, Chart chart) {}

  record Numbers(Table table) implements Block {}

  /** What must not be overlooked: a trap, or how sure something is. */
  record Note(String text) implements Block {}

  /**
   * What people said, each with who said it.
   *
   * @param language the language they said it in
   */
  record Quotes(List<Quote> quotes, Language language) implements Block {
    public Quotes {
      quotes = List.copyOf(quotes);
    }

    /** What people in the proeftuinen said: in Dutch. */
    public Quotes(List<Quote> quotes) {
      this(quotes, Language.NL);
    }
  }

  record Quote(String text, String by) {}

  /** Words and what they mean; each word can be linked to. */
  record Terms(List<Term> terms) implements Block {
    public Terms {
      terms = List.copyOf(terms);
    }
  }

  record Term(String id, String word, String meaning) {}
}

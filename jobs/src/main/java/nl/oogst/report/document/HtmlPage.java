package nl.oogst.report.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A document as one HTML file that stands alone: style and pictures inside, no script, nothing from
 * elsewhere. Headings, landmarks and tables are marked for those who listen to it.
 */
public final class HtmlPage {
  /** For what the page is made. */
  public enum Purpose {
    /** Tables behind pictures are folded away. */
    SCREEN,
    /**
     * Everything is open, pictures stand as images and nothing leads to another page, since paper
     * travels alone: for a tagged PDF.
     */
    PAPER
  }

  private final Document document;
  private final Purpose purpose;
  private final Html html;

  private HtmlPage(Document document, Purpose purpose) {
    this.document = document;
    this.purpose = purpose;
    this.html = new Html(purpose == Purpose.SCREEN);
  }

  public static String of(Document document, Purpose purpose) {
    return new HtmlPage(document, purpose).write();
  }

  private String write() {
    html.raw("<!DOCTYPE html>\n");
    html.open("html", "lang", document.language().tag());
    html.open("head");
    html.empty("meta", "charset", "utf-8");
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.element("title", document.title() + " · " + document.series());
    html.empty("meta", "name", "description", "content", document.subtitle());
    if (purpose == Purpose.PAPER) {
      html.empty("meta", "name", "subject", "content", document.subtitle());
    }
    html.open("style").raw(style(purpose)).close("style");
    html.close("head").open("body").line();
    html.open("a", "class", "skip", "href", "#main")
        .text(say("Naar de inhoud", "Skip to content"))
        .close("a");
    header();
    contents();
    html.open("main", "id", "main").line();
    for (Section section : document.sections()) {
      section(section);
    }
    html.close("main").line();
    footer();
    html.close("body").close("html").line();
    return html.toString();
  }

  private String say(String nl, String en) {
    return document.language().pick(nl, en);
  }

  private void header() {
    html.open("header", "class", "cover").open("div", "class", "inner");
    html.open("p", "class", "series").text(document.series()).close("p");
    html.element("h1", document.title());
    html.open("p", "class", "subtitle").text(document.subtitle()).close("p");
    html.open("p", "class", "facts").text(String.join(" · ", document.facts())).close("p");
    html.close("div").close("header").line();
    if (document.notice() != null) {
      html.open("aside", "class", "notice", "aria-label", say("Let op", "Notice"));
      html.open("p").inline(document.notice()).close("p").close("aside").line();
    }
  }

  private void contents() {
    html.open("nav", "class", "contents", "aria-labelledby", "contents-title");
    html.open("h2", "id", "contents-title").text(say("Inhoud", "Contents")).close("h2");
    html.open("ol");
    for (Section section : document.sections()) {
      html.open("li").open("a", "href", "#" + section.id()).text(section.title()).close("a");
      html.close("li");
    }
    html.close("ol").close("nav").line();
  }

  private void section(Section section) {
    html.open("section", "id", section.id(), "aria-labelledby", section.id() + "-title").line();
    html.open("h2", "id", section.id() + "-title").text(section.title()).close("h2").line();
    if (section.lead() != null) {
      html.open("p", "class", "lead").inline(section.lead()).close("p").line();
    }
    section.blocks().forEach(this::block);
    html.close("section").line();
  }

  private void block(Block block) {
    if (block instanceof Block.Paragraph paragraph) {
      html.open("p").inline(paragraph.text()).close("p");
    } else if (block instanceof Block.Heading heading) {
      html.open("h3", "id", heading.id()).text(heading.text()).close("h3");
    } else if (block instanceof Block.Bullets bullets) {
      html.open("ul");
      bullets.items().forEach(item -> html.open("li").inline(item).close("li"));
      html.close("ul");
    } else if (block instanceof Block.KeyFigures figures) {
      keyFigures(figures.figures());
    } else if (block instanceof Block.Figure figure) {
      html.open("figure", "id", figure.id());
      html.open("figcaption").text(figure.title()).close("figcaption");
      picture(figure.chart().svg(figure.alternative()), figure.alternative());
      html.close("figure");
      behind(figure.table());
    } else if (block instanceof Block.Panels panels) {
      panels(panels);
    } else if (block instanceof Block.Numbers numbers) {
      table(numbers.table());
    } else if (block instanceof Block.Note note) {
      html.open("div", "class", "note").open("p").inline(note.text()).close("p").close("div");
    } else if (block instanceof Block.Quotes quotes) {
      quotes(quotes);
    } else if (block instanceof Block.Terms terms) {
      terms(terms.terms());
    }
    html.line();
  }

  private void keyFigures(List<Block.KeyFigure> figures) {
    html.open("dl", "class", "key");
    for (Block.KeyFigure figure : figures) {
      html.open("div");
      html.open("dt").text(figure.label()).close("dt");
      html.open("dd", "class", "value").text(figure.value()).close("dd");
      html.open("dd", "class", "certainty").text(figure.certainty()).close("dd");
      html.close("div");
    }
    html.close("dl");
  }

  private void picture(String svg, String alternative) {
    if (purpose == Purpose.PAPER) {
      String data =
          java.util.Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
      html.empty("img", "alt", alternative, "src", "data:image/svg+xml;base64," + data);
    } else {
      html.raw(svg);
    }
  }

  private void panels(Block.Panels panels) {
    html.open("div", "class", "panels", "id", panels.id());
    for (Block.Panel panel : panels.panels()) {
      html.open("figure").open("figcaption").text(panel.title()).close("figcaption");
      picture(panel.chart().svg(panel.alternative()), panel.alternative());
      html.close("figure");
    }
    html.close("div");
    behind(panels.table());
  }

  /** The table behind a picture: folded on a screen, open on paper. */
  private void behind(Table table) {
    if (purpose == Purpose.PAPER) {
      table(table);
      return;
    }
    html.line().open("details").open("summary");
    html.text(say("Cijfers: ", "Figures: ") + table.caption()).close("summary");
    table(table);
    html.close("details");
  }

  private void table(Table table) {
    html.open(
        "div",
        "class",
        "scroll",
        "tabindex",
        "0",
        "role",
        "region",
        "aria-labelledby",
        "caption-" + table.id());
    html.open("table", "id", table.id());
    html.open("caption", "id", "caption-" + table.id()).text(table.caption()).close("caption");
    html.open("thead").open("tr");
    for (Table.Column column : table.columns()) {
      html.open("th", "scope", "col", "class", column.number() ? "number" : "text");
      if (column.term() == null) {
        html.text(column.title());
      } else {
        html.open("a", "href", "#" + column.term()).text(column.title()).close("a");
      }
      html.close("th");
    }
    html.close("tr").close("thead").open("tbody").line();
    for (List<Table.Cell> row : table.rows()) {
      html.open("tr");
      for (int i = 0; i < row.size(); i++) {
        if (i == 0) {
          html.open("th", "scope", "row").text(row.get(i).shown()).close("th");
        } else if (table.columns().get(i).number()) {
          html.open("td", "class", "number").text(row.get(i).shown()).close("td");
        } else {
          html.element("td", row.get(i).shown());
        }
      }
      html.close("tr").line();
    }
    html.close("tbody").close("table").close("div");
    if (table.note() != null) {
      html.open("p", "class", "source").inline(table.note()).close("p");
    }
  }

  private void quotes(Block.Quotes quotes) {
    boolean same = quotes.language() == document.language();
    html.open("div", "class", "quotes");
    for (Block.Quote quote : quotes.quotes()) {
      html.open("blockquote");
      if (same) {
        html.open("p");
      } else {
        html.open("p", "lang", quotes.language().tag());
      }
      html.text(quote.text()).close("p");
      html.open("footer").text(quote.by()).close("footer").close("blockquote");
    }
    html.close("div");
  }

  private void terms(List<Block.Term> terms) {
    html.open("dl", "class", "terms");
    for (Block.Term term : terms) {
      html.open("dt", "id", term.id()).text(term.word()).close("dt");
      html.open("dd").inline(term.meaning()).close("dd");
    }
    html.close("dl");
  }

  private void footer() {
    html.open("footer", "class", "end").open("p");
    html.text(
        say(
            "Gemaakt met Oogst uit openbare, beschermde cijfers. ",
            "Made by Oogst from public, protected figures. "));
    html.text(String.join(" · ", document.facts())).close("p").close("footer");
  }

  private static String style(Purpose purpose) {
    String name = purpose == Purpose.PAPER ? "paper.css" : "page.css";
    try (InputStream in = HtmlPage.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

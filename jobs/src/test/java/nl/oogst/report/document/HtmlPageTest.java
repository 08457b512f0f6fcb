package nl.oogst.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import nl.oogst.report.chart.BarChart;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class HtmlPageTest {
  private static final String HOSTILE = "<script>alert('x')</script> & \"quote\"";

  private static Document document(String text) {
    Table table =
        Table.titled("t", text)
            .text(text)
            .number("Aantal")
            .row(Table.Cell.text(text), new Table.Cell("5", 5.0))
            .build();
    return new Document(
        Language.NL,
        text,
        text,
        text,
        List.of(text),
        text,
        List.of(
            new Section(
                "een",
                text,
                text,
                List.of(
                    new Block.Paragraph(text),
                    new Block.Heading("kop", text),
                    new Block.Bullets(List.of(text)),
                    new Block.KeyFigures(List.of(new Block.KeyFigure(text, text, text))),
                    new Block.Figure(
                        "f",
                        text,
                        text,
                        new BarChart(List.of(new BarChart.Bar(text, 5.0, text, 10.0)), text),
                        table),
                    new Block.Quotes(List.of(new Block.Quote(text, text))),
                    new Block.Note(text),
                    new Block.Terms(List.of(new Block.Term("term-een", text, text)))))));
  }

  @Test
  void hostileTextStaysText() throws Exception {
    String page = HtmlPage.of(document(HOSTILE), HtmlPage.Purpose.SCREEN);
    assertThat(page).doesNotContain("<script");
    assertThat(parse(page).getElementsByTagName("script").getLength()).isZero();
    assertThat(parse(page).getElementsByTagName("h1").item(0).getTextContent()).isEqualTo(HOSTILE);
  }

  @Test
  void thePageStandsAlone() {
    String page = HtmlPage.of(document("Tekst"), HtmlPage.Purpose.SCREEN);
    assertThat(page.replace("http://www.w3.org/2000/svg", ""))
        .doesNotContain("http:", "src=", "@import", "url(");
  }

  @Test
  void everyPlaceThatIsLinkedToIsThereOnce() throws Exception {
    var page = parse(HtmlPage.of(document("Zie [begrip](#term-een)."), HtmlPage.Purpose.SCREEN));
    Set<String> ids = new HashSet<>();
    List<String> twice = new ArrayList<>();
    for (Element element : elements(page, "*")) {
      if (element.hasAttribute("id") && !ids.add(element.getAttribute("id"))) {
        twice.add(element.getAttribute("id"));
      }
    }
    assertThat(twice).isEmpty();
    for (Element link : elements(page, "a")) {
      assertThat(ids).contains(link.getAttribute("href").substring(1));
    }
  }

  @Test
  void onPaperNothingLeadsToAnotherPage() throws Exception {
    Document document = document("Zie [de pagina](../een.html), [begrip](#term-een).");
    assertThat(targets(document, HtmlPage.Purpose.SCREEN)).contains("../een.html", "#term-een");
    assertThat(targets(document, HtmlPage.Purpose.PAPER))
        .contains("#term-een")
        .doesNotContain("../een.html");
    assertThat(HtmlPage.of(document, HtmlPage.Purpose.PAPER)).contains("Zie de pagina, ");
  }

  private static List<String> targets(Document document, HtmlPage.Purpose purpose)
      throws Exception {
    return elements(parse(HtmlPage.of(document, purpose)), "a").stream()
        .map(link -> link.getAttribute("href"))
        .toList();
  }

  @Test
  void aPictureHasItsAlternativeOnScreenAndOnPaper() throws Exception {
    var screen = parse(HtmlPage.of(document("Banen 5"), HtmlPage.Purpose.SCREEN));
    assertThat(elements(screen, "svg").get(0).getAttribute("aria-label")).isEqualTo("Banen 5");
    var paper = parse(HtmlPage.of(document("Banen 5"), HtmlPage.Purpose.PAPER));
    assertThat(elements(paper, "img").get(0).getAttribute("alt")).isEqualTo("Banen 5");
    assertThat(elements(paper, "details")).isEmpty();
  }

  private static org.w3c.dom.Document parse(String page) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(page.replace("<!DOCTYPE html>", ""))));
  }

  private static List<Element> elements(org.w3c.dom.Document page, String name) {
    NodeList found = page.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }
}

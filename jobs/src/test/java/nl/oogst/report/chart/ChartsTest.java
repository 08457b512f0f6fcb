package nl.oogst.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ChartsTest {
  private static final Numbers PLAIN = value -> String.format(Locale.ROOT, "%.0f", value);
  private static final Numbers PERCENT = value -> String.format(Locale.ROOT, "%.0f%%", value * 100);

  static Stream<Chart> charts() {
    return Stream.of(
        new BarChart(
            List.of(new BarChart.Bar("<b> & een heel lang label dat niet past", 5.0, "5", 10.0)),
            "2023"),
        new BarChart(List.of(), null),
        new LineChart(
            List.of(
                new LineChart.Point("2023", 5.0, "5", false),
                new LineChart.Point("2024", null, "–", true)),
            PLAIN,
            "voorlopig",
            20),
        new LineChart(List.of(), PLAIN, null, Double.NaN),
        new RangeChart(
            List.of(
                new RangeChart.Row("a", 0.5, 0.4, 0.6, "50%", false),
                new RangeChart.Row("b", null, null, null, "te weinig", true)),
            0,
            1,
            PERCENT,
            0.8,
            "landelijk",
            "voorlopig"),
        new RangeChart(
            List.of(new RangeChart.Row("<b> " + "lang ".repeat(20), 0.5, 0.4, 0.6, "x", false)),
            0,
            1,
            PERCENT,
            null,
            null,
            null),
        new RangeChart(List.of(), Double.NaN, Double.NaN, PERCENT, null, null, null),
        new FunnelChart(
            List.of(new FunnelChart.Unit("BZK", 100, 0.7, true)),
            List.of(new FunnelChart.Limit(100, 0.6, 0.8, 0.55, 0.85)),
            0.7,
            new FunnelChart.Words("aantal", "95%", "99,8%", "samen"),
            PLAIN,
            PERCENT));
  }

  @ParameterizedTest
  @MethodSource("charts")
  void everyChartIsWellFormedAndHasItsAlternative(Chart chart) throws Exception {
    Element svg = parse(chart.svg("Wat er te zien is: <5 & \"meer\""));
    assertThat(svg.getAttribute("role")).isEqualTo("img");
    assertThat(svg.getAttribute("aria-label")).isEqualTo("Wat er te zien is: <5 & \"meer\"");
    assertThat(svg.getAttribute("viewBox")).matches("0 0 (420|340) [0-9.]+");
  }

  @Test
  void whatIsProvisionalIsDrawnOpen() throws Exception {
    LineChart chart =
        new LineChart(
            List.of(
                new LineChart.Point("2023", 5.0, "5", false),
                new LineChart.Point("2024", 6.0, "6", true)),
            PLAIN,
            null,
            Double.NaN);
    List<Element> marks = elements(parse(chart.svg("x")), "circle");
    assertThat(marks.get(0).getAttribute("fill")).isEqualTo(Ink.DARK);
    assertThat(marks.get(1).getAttribute("fill")).isEqualTo("#ffffff");
  }

  @Test
  void aBarIsAsLongAsItsNumber() throws Exception {
    BarChart chart =
        new BarChart(
            List.of(
                new BarChart.Bar("a", 100.0, "100", null), new BarChart.Bar("b", 25.0, "25", null)),
            null);
    List<Element> bars = elements(parse(chart.svg("x")), "rect");
    double first = Double.parseDouble(bars.get(0).getAttribute("width"));
    double second = Double.parseDouble(bars.get(1).getAttribute("width"));
    assertThat(second / first).isCloseTo(0.25, org.assertj.core.data.Offset.offset(0.001));
  }

  @Property(tries = 200)
  void everyMarkLiesInsideThePicture(
      @ForAll @Size(min = 1, max = 30) List<@DoubleRange(max = 1e6) Double> values)
      throws Exception {
    List<LineChart.Point> points = new ArrayList<>();
    for (double value : values) {
      points.add(new LineChart.Point("2024", value, "x", false));
    }
    Element svg = parse(new LineChart(points, PLAIN, null, Double.NaN).svg("x"));
    for (Element mark : elements(svg, "circle")) {
      assertThat(Double.parseDouble(mark.getAttribute("cx"))).isBetween(0.0, Chart.WIDTH);
      assertThat(Double.parseDouble(mark.getAttribute("cy"))).isBetween(0.0, 200.0);
    }
  }

  @Property(tries = 300)
  void ticksAreRoundAndWithinTheScale(
      @ForAll @DoubleRange(min = -1e5, max = 1e5) double a,
      @ForAll @DoubleRange(min = -1e5, max = 1e5) double b) {
    Scale scale = Scale.around(Math.min(a, b), Math.max(a, b), false, 4, 0, 100);
    assertThat(scale.low()).isLessThanOrEqualTo(Math.min(a, b) + 1e-6);
    assertThat(scale.high()).isGreaterThanOrEqualTo(Math.max(a, b) - 1e-6);
    assertThat(scale.ticks(4)).hasSizeBetween(2, 12);
    for (double tick : scale.ticks(4)) {
      assertThat(scale.place(tick)).isBetween(-1e-6, 100 + 1e-6);
    }
  }

  private static Element parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)))
        .getDocumentElement();
  }

  private static List<Element> elements(Element svg, String name) {
    NodeList found = svg.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }
}

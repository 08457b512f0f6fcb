package nl.oogst.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import nl.oogst.report.chart.BarChart;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

class PdfPageTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 15);

  private static final Table TABLE =
      Table.titled("t", "Lopende banen")
          .text("Ministerie")
          .number("Banen")
          .row(Table.Cell.text("BZK"), new Table.Cell("65", 65.0))
          .row(Table.Cell.text("Defensie"), new Table.Cell("40", 40.0))
          .build();

  private static final Document DOCUMENT =
      new Document(
          Language.NL,
          "Reeks",
          "Titel van het rapport",
          "Waar het over gaat",
          List.of("Gegevens tot en met 15 januari 2026"),
          "Alles is verzonnen.",
          List.of(
              new Section(
                  "een",
                  "Eerste deel",
                  "Wat hier staat.",
                  List.of(
                      new Block.KeyFigures(List.of(new Block.KeyFigure("80", "banen", "afgerond"))),
                      new Block.Paragraph("Een **zin** met een [begrip](#term-baan)."),
                      new Block.Figure(
                          "f",
                          "Banen per ministerie",
                          "BZK 65, Defensie 40",
                          new BarChart(
                              List.of(
                                  new BarChart.Bar("BZK", 65.0, "65", 70.0),
                                  new BarChart.Bar("Defensie", 40.0, "40", null)),
                              "2023"),
                          TABLE),
                      new Block.Heading("kop", "Een kop"),
                      new Block.Bullets(List.of("een", "twee")),
                      new Block.Note("Let op."),
                      new Block.Quotes(List.of(new Block.Quote("Het werkt.", "inkoper"))),
                      new Block.Terms(List.of(new Block.Term("term-baan", "Baan", "25,5 uur")))))));

  @Test
  void theValidatorFindsNothingAgainstPdfUa() throws Exception {
    byte[] pdf = PdfPage.of(DOCUMENT, DAY);
    VeraGreenfieldFoundryProvider.initialise();
    try (PDFAParser parser =
            Foundries.defaultInstance()
                .createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
        PDFAValidator validator =
            Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
      ValidationResult result = validator.validate(parser);
      assertThat(
              result.getTestAssertions().stream()
                  .filter(found -> found.getStatus() == TestAssertion.Status.FAILED)
                  .map(found -> found.getRuleId().getClause() + " " + found.getMessage())
                  .distinct())
          .isEmpty();
      assertThat(result.isCompliant()).isTrue();
    }
  }

  @Test
  void theSameDocumentGivesTheSameBytes() throws Exception {
    assertThat(PdfPage.of(DOCUMENT, DAY)).isEqualTo(PdfPage.of(DOCUMENT, DAY));
  }

  @Test
  void whatThePageSaysThePdfSaysToo() throws Exception {
    try (var pdf = Loader.loadPDF(PdfPage.of(DOCUMENT, DAY))) {
      assertThat(new PDFTextStripper().getText(pdf))
          .contains("Titel van het rapport", "Eerste deel", "Defensie", "Alles is verzonnen.");
      assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("nl");
    }
  }
}

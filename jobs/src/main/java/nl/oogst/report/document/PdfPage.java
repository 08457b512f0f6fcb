package nl.oogst.report.document;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.EnumSet;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import nl.oogst.model.Days;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/**
 * A document as a tagged PDF (PDF/UA-1): headings, lists, tables and alternatives of pictures can
 * be listened to. The same document gives the same bytes.
 */
public final class PdfPage {
  private static final String FONT = "Liberation Sans";

  private PdfPage() {}

  /**
   * The document as PDF.
   *
   * @param dated the day that the PDF bears, since it may not be "now"
   */
  public static byte[] of(Document document, LocalDate dated) {
    XRLog.setLoggingEnabled(false);
    String html = HtmlPage.of(document, HtmlPage.Purpose.PAPER);
    ByteArrayOutputStream out = new ByteArrayOutputStream(256 * 1024);
    PdfRendererBuilder builder =
        new PdfRendererBuilder()
            .usePdfUaAccessibility(true)
            .usePdfVersion(1.7f)
            .useSVGDrawer(new BatikSVGDrawer())
            .withHtmlContent(html, null)
            .withProducer("Oogst")
            .toStream(out);
    font(builder, "Regular", 400, FontStyle.NORMAL);
    font(builder, "Bold", 700, FontStyle.NORMAL);
    try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
      renderer.createPDFWithoutClosing();
      try (PDDocument pdf = renderer.getPdfDocument()) {
        date(pdf, dated);
        pdf.setDocumentId((long) html.hashCode());
        pdf.save(out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void font(PdfRendererBuilder builder, String face, int weight, FontStyle style) {
    FSSupplier<InputStream> font = () -> new ByteArrayInputStream(PlainFont.load(face));
    builder.useFont(
        font, FONT, weight, style, true, EnumSet.of(FSFontUseCase.DOCUMENT, FSFontUseCase.SVG));
  }

  private static void date(PDDocument pdf, LocalDate dated) {
    Calendar day = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC), Locale.ROOT);
    day.setTimeInMillis(Days.of(dated) * 86_400_000L);
    PDDocumentInformation information = pdf.getDocumentInformation();
    information.setCreationDate(day);
    information.setModificationDate(day);
  }
}

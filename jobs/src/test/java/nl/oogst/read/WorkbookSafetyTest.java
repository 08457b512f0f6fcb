package nl.oogst.read;

import static nl.oogst.read.RawWorkbook.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import nl.oogst.model.IssueCode;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a workbook may bring along beside its cells does nothing. */
class WorkbookSafetyTest {
  private static final String TABLE =
      row(1, "nr", "naam") + row(2, "1", "Ann") + row(3, "2", "Ben");

  /** Nine entities of ten of the one before: a thousand million times one text. */
  private static String laughs() {
    StringBuilder xml = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 \"ha\">");
    for (int i = 1; i <= 9; i++) {
      xml.append("<!ENTITY a" + i + " \"" + ("&a" + (i - 1) + ";").repeat(10) + "\">");
    }
    return xml.append("]>").toString();
  }

  private static byte[] with(String part, String declaration, String entity, Charset charset)
      throws IOException {
    byte[] book =
        new RawWorkbook().styles().strings("<t>nr</t>", "<t>naam</t>").sheet("Blad1", TABLE).zip();
    return Zips.rewriteBytes(
        book,
        part,
        content -> {
          String xml = new String(content, StandardCharsets.UTF_8);
          int root = xml.indexOf('<', xml.indexOf("?>"));
          String changed = xml.substring(root).replace("Ann", entity).replace("naam", entity);
          return ("<?xml version=\"1.0\" encoding=\""
                  + charset.name()
                  + "\"?>"
                  + declaration
                  + changed)
              .getBytes(charset);
        });
  }

  private static void isHarmless(byte[] book) {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          try {
            Reading reading = Reading.bytes(book, "a.xlsx", DialectHint.NONE);
            for (Reading.Table table : reading.tables()) {
              assertThat(table.data().toString()).doesNotContain("haha").doesNotContain("root:");
            }
          } catch (UncheckedIOException e) {
            assertThat(e.getCause()).isInstanceOf(ReadFailure.class);
          }
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xl/worksheets/sheet1.xml",
        "xl/sharedStrings.xml",
        "xl/styles.xml",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "[Content_Types].xml"
      })
  void entitiesThatGrowOrPointElsewhereAreHarmlessInEveryPart(String part) throws IOException {
    String outside = "<!DOCTYPE x [<!ENTITY a9 SYSTEM \"file:///etc/passwd\">]>";
    for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16)) {
      isHarmless(with(part, laughs(), "&a9;", charset));
      isHarmless(with(part, outside, "&a9;", charset));
    }
  }

  @Test
  void nothingIsFetchedFromElsewhere() throws IOException {
    try (ServerSocket server = new ServerSocket(0)) {
      server.setSoTimeout(1);
      String address = "http://127.0.0.1:" + server.getLocalPort() + "/x.dtd";
      for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16)) {
        for (String part : List.of("xl/worksheets/sheet1.xml", "xl/_rels/workbook.xml.rels")) {
          isHarmless(with(part, "<!DOCTYPE x SYSTEM \"" + address + "\">", "x", charset));
        }
      }
      Assertions.assertThrows(java.net.SocketTimeoutException.class, server::accept);
    }
  }

  @Test
  void aWorkbookWithMacrosIsReadForItsCells() {
    byte[] macro = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1};
    byte[] book =
        new RawWorkbook()
            .styles()
            .bytes("xl/vbaProject.bin", macro)
            .sheet("Blad1", TABLE)
            .zipWithMacros();
    Reading reading = Reading.bytes(book, "a.xlsm", DialectHint.NONE);
    assertThat(reading.only().start().headers()).containsExactly("nr", "naam");
    assertThat(reading.only().data()).containsExactly(List.of("1", "Ann"), List.of("2", "Ben"));
    assertThat(reading.only().issues()).doesNotContain(IssueCode.FILE_TYPE_UNKNOWN);
  }
}

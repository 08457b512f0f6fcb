package nl.oogst.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import nl.oogst.model.IssueCode;

/** Tells apart what hides in the old binary Office container, to say what the sender can do. */
final class Ole2 {
  private static final int LOOK = 32 << 20;

  private Ole2() {}

  static ReadFailure failure(Content content, String name) throws IOException {
    String bytes;
    try (InputStream in = content.open()) {
      bytes = new String(in.readNBytes(LOOK), StandardCharsets.ISO_8859_1);
    }
    if (bytes.contains(utf16("EncryptedPackage"))) {
      return new ReadFailure(
          IssueCode.FILE_PASSWORD, name, "is beveiligd met een wachtwoord; stuur het zonder");
    }
    String what =
        bytes.contains(utf16("Workbook")) || bytes.contains(utf16("Book"))
            ? "is een oude Excel-werkmap (.xls); sla het op als .xlsx of CSV"
            : "is een oud Office-bestand; sla de tabel op als .xlsx of CSV";
    return new ReadFailure(IssueCode.FILE_UNREADABLE, name, what);
  }

  private static String utf16(String word) {
    return new String(word.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
  }
}

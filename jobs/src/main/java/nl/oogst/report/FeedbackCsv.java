package nl.oogst.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import nl.oogst.model.IssueCode;
import nl.oogst.model.IssueText;
import nl.oogst.model.Schemas;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The same as a page, for a spreadsheet: a row for each issue, newest delivery first, up to the
 * number of examples that was kept. UTF-8 with a byte order mark and semicolons, which a Dutch
 * Excel opens at once.
 */
final class FeedbackCsv {
  private static final String BOM = "\ufeff";
  private static final CSVFormat FORMAT =
      CSVFormat.EXCEL
          .builder()
          .setDelimiter(';')
          .setHeader(
              "Levering",
              "Oordeel",
              "Wat",
              "Aantal",
              "Vorige keer",
              "Bestand",
              "Blad",
              "Regel",
              "Tabel",
              "Veld",
              "Gevonden",
              "Verwacht",
              "Wat kunt u doen",
              "Wat hebben wij gedaan",
              "Code")
          .get();

  private final Schemas schemas;
  private final KindViews words;

  FeedbackCsv(Schemas schemas) {
    this.schemas = schemas;
    this.words = new KindViews(schemas);
  }

  String of(Feedback feedback) {
    StringBuilder out = new StringBuilder(BOM);
    List<Delivered> all = feedback.deliveries();
    try (CSVPrinter csv = new CSVPrinter(out, FORMAT)) {
      for (int i = all.size() - 1; i >= 0; i--) {
        print(csv, all.get(i), all.get(i).refused() ? null : readBefore(all, i));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private static Delivered readBefore(List<Delivered> all, int index) {
    for (int i = index - 1; i >= 0; i--) {
      if (!all.get(i).refused()) {
        return all.get(i);
      }
    }
    return null;
  }

  private void print(CSVPrinter csv, Delivered delivered, Delivered before) throws IOException {
    for (var entry : delivered.issues().entrySet()) {
      IssueCode code = entry.getKey();
      IssueTally.Kind kind = entry.getValue();
      Object last = before == null ? "" : KindViews.count(before, code);
      for (Example example : kind.examples()) {
        row(csv, delivered, code, kind.count(), last, example);
      }
      long rest = kind.count() - kind.examples().size();
      if (rest > 0) {
        Example more = new Example(null, null, 0, null, null, null, "nog " + rest + " keer");
        row(csv, delivered, code, kind.count(), last, more);
      }
    }
  }

  private void row(
      CSVPrinter csv, Delivered delivered, IssueCode code, long count, Object last, Example example)
      throws IOException {
    IssueText text = schemas.issue(code);
    boolean refuses = code.level() == IssueCode.Level.DELIVERY;
    csv.printRecord(
        harmless(DeliveryWords.folder(delivered)),
        refuses ? "Geweigerd" : KindViews.title(code.severity()),
        text.explanation().nl(),
        count,
        last,
        harmless(Shown.text(example.file())),
        harmless(Shown.text(example.sheet())),
        example.line() == 0 ? "" : example.line(),
        words.entity(example.entity()),
        harmless(words.label(example.entity(), example.field())),
        harmless(KindViews.found(example)),
        harmless(Shown.text(example.expected())),
        text.remedy().nl(),
        text.treatment().nl(),
        code.code());
  }

  /**
   * A spreadsheet takes text that starts with one of these for a formula; an apostrophe stops it.
   */
  static String harmless(String text) {
    int first = 0;
    while (first < text.length() && isSpace(text.charAt(first))) {
      first++;
    }
    boolean control = !text.isEmpty() && Character.isISOControl(text.charAt(0));
    return control || (first < text.length() && "=+-@＝＋－＠".indexOf(text.charAt(first)) >= 0)
        ? "'" + text
        : text;
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\ufeff';
  }
}

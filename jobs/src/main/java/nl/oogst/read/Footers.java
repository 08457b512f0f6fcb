package nl.oogst.read;

import java.util.Locale;
import java.util.Set;
import nl.oogst.model.IssueCode;

/** Tells totals and notes from records. */
final class Footers {
  private static final Set<String> TOTALS =
      Set.of("totaal", "totalen", "total", "totals", "subtotaal", "subtotal", "eindtotaal", "som");

  private Footers() {}

  /** Words rather than one key: a key without its record must not pass for a note. */
  static boolean isNote(Row record) {
    for (int i = 0; i < record.size(); i++) {
      String cell = record.cell(i).strip();
      if (!cell.isEmpty()) {
        return CellShape.of(cell) == CellShape.TEXT
            && (cell.indexOf(' ') > 0 || cell.endsWith(":") || "*©(".indexOf(cell.charAt(0)) >= 0);
      }
    }
    return false;
  }

  /** A line that adds up the others, by the word in its first cell. */
  static boolean isTotal(Row record, int width) {
    for (int i = 0; i < record.size(); i++) {
      String cell = record.cell(i);
      if (cell.isBlank()) {
        continue;
      }
      char c = Character.toLowerCase(cell.charAt(0));
      return (c == 't' || c == 's' || c == 'e')
          && cell.length() <= 11
          && TOTALS.contains(withoutColon(cell.strip().toLowerCase(Locale.ROOT)))
          && width >= 3
          && record.filled() * 2 <= width;
    }
    return false;
  }

  private static String withoutColon(String word) {
    return word.endsWith(":") ? word.substring(0, word.length() - 1).strip() : word;
  }

  /** That the record was left out, and as what. */
  static ReadIssue issue(Row record, String found) {
    return new ReadIssue(
        IssueCode.FOOTER_FOUND,
        record.line(),
        -1,
        found,
        "een rij met gegevens",
        "niet in de tabel opgenomen");
  }
}

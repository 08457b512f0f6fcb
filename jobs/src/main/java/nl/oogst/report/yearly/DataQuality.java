package nl.oogst.report.yearly;

import java.util.ArrayList;
import java.util.List;
import nl.oogst.report.document.Block;
import nl.oogst.report.document.Section;
import nl.oogst.report.document.Table;
import nl.oogst.report.document.Table.Cell;

/** How well the records were kept: what each proeftuin delivered, how late, and what was wrong. */
final class DataQuality implements Chapter {
  private static final String DELIVERIES = "deliveries";

  @Override
  public Section write(Edition edition) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Paragraph(opening(edition)));
    Table.Builder table =
        Table.titled(
                "deliveries",
                edition.say(
                    "Leveringen over " + edition.year() + ", per proeftuin",
                    "Deliveries for " + edition.year() + ", by proeftuin"))
            .text("Proeftuin")
            .number(edition.say("Verwacht", "Expected"))
            .number(edition.say("Ontvangen", "Received"))
            .number(edition.say("Te laat", "Late"))
            .number(edition.say("Ontbreekt", "Missing"))
            .number(edition.say("Geweigerd", "Refused"))
            .number(edition.say("Regels vervangen", "Rows replaced"), "term-replaced")
            .number(edition.say("Regels apart gezet", "Rows set aside"), "term-set-aside")
            .note(edition.rowsRounded());
    for (DataRow row : rows(edition)) {
      List<Cell> cells = new ArrayList<>();
      cells.add(Cell.text(edition.proeftuin(row.text("proeftuin"))));
      for (String column :
          List.of(
              "expected",
              "delivered",
              "late",
              "missing",
              "refused",
              "rows_superseded",
              "rows_quarantined")) {
        cells.add(edition.cell(row, column));
      }
      table.row(cells);
    }
    if (!table.isEmpty()) {
      blocks.add(new Block.Numbers(table.build()));
    }
    blocks.add(
        new Block.Paragraph(
            edition.say(
                "Een regel wordt apart gezet als er een fout in zit, zoals een einddatum vóór de startdatum. Zo'n regel telt niet mee tot hij verbeterd is aangeleverd. Elke proeftuin kreeg een pagina met wat er beter kan.",
                "A row is set aside when it holds an error, such as an end date before the start date. It does not count until it is delivered again, corrected. Each proeftuin received a page with what can be better.")));
    return new Section(
        "quality",
        edition.say("Hoe compleet zijn de gegevens?", "How complete are the data?"),
        edition.say(
            "Wie op tijd leverde, wat ontbreekt en wat er niet klopte.",
            "Who delivered in time, what is missing and what was not right."),
        blocks);
  }

  static List<DataRow> rows(Edition edition) {
    return edition.tables().years(DELIVERIES, "proeftuin").stream()
        .filter(row -> row.is("period", Integer.toString(edition.year())))
        .filter(row -> row.orZero("expected") + row.orZero("delivered") > 0)
        .toList();
  }

  static double sum(List<DataRow> rows, String column) {
    return rows.stream().mapToDouble(row -> row.orZero(column)).sum();
  }

  /** What stands on the first page: how much of what was expected is there. */
  static String inShort(Edition edition) {
    List<DataRow> rows = rows(edition);
    double expected = sum(rows, "expected");
    double missing = sum(rows, "missing");
    return missing == 0
        ? edition.say(
            "Alle verwachte [leveringen](#quality) over " + edition.year() + " zijn binnen.",
            "All expected [deliveries](#quality) for " + edition.year() + " are in.")
        : edition.say(
            "Van de "
                + edition
                    .language()
                    .count(
                        expected,
                        "verwachte [levering](#quality)",
                        "verwachte [leveringen](#quality)")
                + " over "
                + edition.year()
                + (missing == 1 ? " ontbreekt er " : " ontbreken er ")
                + edition.number(missing)
                + ".",
            "Of the "
                + edition
                    .language()
                    .count(
                        expected,
                        "expected [delivery](#quality)",
                        "expected [deliveries](#quality)")
                + " for "
                + edition.year()
                + ", "
                + edition.number(missing)
                + (missing == 1 ? " is missing." : " are missing."));
  }

  private static String opening(Edition edition) {
    List<DataRow> rows = rows(edition);
    if (rows.isEmpty()) {
      return edition.say(
          "Over " + edition.year() + " werd van geen proeftuin een levering verwacht.",
          "No delivery was expected from any proeftuin for " + edition.year() + ".");
    }
    double expected = sum(rows, "expected");
    double missing = sum(rows, "missing");
    double late = sum(rows, "late");
    double refused = sum(rows, "refused");
    String text =
        edition.say(
            "Over "
                + edition.year()
                + " werden "
                + edition.language().count(expected, "levering", "leveringen")
                + " verwacht van "
                + edition.language().count(rows.size(), "proeftuin", "proeftuinen")
                + ". ",
            "For "
                + edition.year()
                + ", "
                + edition.language().count(expected, "delivery was", "deliveries were")
                + " expected from "
                + edition.language().count(rows.size(), "proeftuin", "proeftuinen")
                + ". ");
    List<String> parts = new ArrayList<>();
    if (missing > 0) {
      parts.add(
          edition.say(
              edition.language().count(missing, "ontbreekt", "ontbreken"),
              edition.language().count(missing, "is missing", "are missing")));
    }
    if (late > 0) {
      parts.add(
          edition.say(
              edition.language().count(late, "kwam te laat", "kwamen te laat"),
              edition.language().count(late, "came late", "came late")));
    }
    if (refused > 0) {
      parts.add(
          edition.say(
              edition.language().count(refused, "werd geweigerd", "werden geweigerd"),
              edition.language().count(refused, "was refused", "were refused")));
    }
    return text
        + (parts.isEmpty()
            ? edition.say("Alles kwam op tijd binnen.", "All came in time.")
            : edition.say("Daarvan: ", "Of these: ") + edition.language().list(parts) + ".");
  }
}

package nl.oogst.report.pages;

import java.util.ArrayList;
import java.util.List;
import nl.oogst.report.document.Block;
import nl.oogst.report.document.Section;
import nl.oogst.report.document.Table;
import nl.oogst.report.document.Table.Cell;
import nl.oogst.report.yearly.DataRow;
import nl.oogst.report.yearly.Edition;

/** What was delivered, and what helps to know more. */
final class Sent implements Part {
  private static final List<String> COUNTS =
      List.of("expected", "delivered", "late", "missing", "refused");

  @Override
  public Section write(Edition edition, Subject subject) {
    Table.Builder table =
        Table.titled("deliveries", edition.say("Leveringen in ", "Deliveries in ") + edition.year())
            .text("Proeftuin")
            .number(edition.say("Verwacht", "Expected"))
            .number(edition.say("Geleverd", "Delivered"))
            .number(edition.say("Te laat", "Late"))
            .number(edition.say("Ontbreekt", "Missing"))
            .number(edition.say("Geweigerd", "Refused"))
            .note(
                edition.say(
                    "Verwacht, te laat en ontbreekt horen bij het jaar waar de levering over gaat; geleverd en geweigerd bij het jaar waarin zij kwam.",
                    "Expected, late and missing belong to the year that the delivery is about; delivered and refused to the year in which it came."));
    double[] totals = new double[COUNTS.size()];
    for (DataRow proeftuin : subject.proeftuinen()) {
      String id = proeftuin.text("proeftuin");
      for (DataRow row : edition.tables().years("deliveries", "proeftuin")) {
        if (row.is("proeftuin", id) && row.is("period", Integer.toString(edition.year()))) {
          List<Cell> cells = new ArrayList<>();
          cells.add(Cell.text(edition.proeftuin(id)));
          for (int i = 0; i < totals.length; i++) {
            double value = row.orZero(COUNTS.get(i));
            totals[i] += value;
            cells.add(edition.cell(value));
          }
          table.row(cells);
        }
      }
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Paragraph(
            table.isEmpty()
                ? edition.say(
                    "Over dit jaar worden geen leveringen verwacht.",
                    "No deliveries are expected about this year.")
                : sentence(edition, totals)));
    if (!table.isEmpty()) {
      blocks.add(new Block.Numbers(table.build()));
    }
    return new Section(
        "sent",
        edition.say("Wat is er geleverd?", "What was delivered?"),
        edition.say(
            "Wat niet geleverd is, kan hier niet meetellen.",
            "What was not delivered cannot count here."),
        blocks);
  }

  /**
   * @param counts expected, delivered, late, missing and refused
   */
  static String sentence(Edition edition, double... counts) {
    List<String> open = new ArrayList<>();
    if (counts[3] > 0) {
      open.add(
          edition.say(
              counts[3] == 1
                  ? "ontbreekt er nog 1 levering"
                  : "ontbreken er nog " + edition.number(counts[3]) + " leveringen",
              counts[3] == 1
                  ? "1 delivery is still missing"
                  : edition.number(counts[3]) + " deliveries are still missing"));
    }
    if (counts[2] > 0) {
      open.add(
          edition.say(
              counts[2] == 1
                  ? "kwam er 1 te laat"
                  : "kwamen er " + edition.number(counts[2]) + " te laat",
              counts[2] == 1 ? "1 came late" : edition.number(counts[2]) + " came late"));
    }
    if (counts[4] > 0) {
      open.add(
          edition.say(
              counts[4] == 1
                  ? "is er 1 geweigerd"
                  : "zijn er " + edition.number(counts[4]) + " geweigerd",
              counts[4] == 1 ? "1 was refused" : edition.number(counts[4]) + " were refused"));
    }
    if (open.isEmpty() && counts[0] == 0) {
      return edition.say(
          "Over " + edition.year() + " werd geen levering meer verwacht.",
          "No delivery was expected any more about " + edition.year() + ".");
    }
    if (open.isEmpty()) {
      return edition.say(
          "Alles wat over " + edition.year() + " verwacht werd, is er op tijd.",
          "Everything expected about " + edition.year() + " came in time.");
    }
    return edition.say("Over " + edition.year() + " ", "About " + edition.year() + ", ")
        + edition.language().list(open)
        + ". "
        + edition.say(
            "Wat er alsnog komt, telt in de volgende release mee.",
            "What still comes will count in the next release.");
  }
}

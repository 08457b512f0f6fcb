package nl.oogst.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.oogst.model.Dutch;
import nl.oogst.model.IssueCode;

/** What is good about a delivery: each check that it passed whole, in words. */
final class Praise {

  /** A check and the issues that would fail it. */
  private record Passed(String words, Set<IssueCode> without) {}

  private static final List<Passed> CHECKS =
      List.of(
          new Passed(
              "Alle tabellen zijn herkend, met alle kolommen die verplicht zijn.",
              Set.of(
                  IssueCode.TABLE_NOT_RECOGNISED,
                  IssueCode.REQUIRED_COLUMN_MISSING,
                  IssueCode.COLUMN_AMBIGUOUS,
                  IssueCode.FILE_EMPTY,
                  IssueCode.FILE_TYPE_UNKNOWN)),
          new Passed(
              "Alle verplichte velden zijn ingevuld en te lezen.",
              Set.of(
                  IssueCode.REQUIRED_MISSING,
                  IssueCode.REQUIRED_UNREADABLE,
                  IssueCode.END_DATE_UNREADABLE,
                  IssueCode.RECORD_UNREADABLE)),
          new Passed(
              "Datums en getallen zijn maar op één manier te lezen.",
              Set.of(
                  IssueCode.DATE_AMBIGUOUS,
                  IssueCode.NUMBER_AMBIGUOUS,
                  IssueCode.TWO_DIGIT_YEAR,
                  IssueCode.OPTIONAL_UNREADABLE)),
          new Passed(
              "Alle codes en namen staan in de lijsten.",
              Set.of(
                  IssueCode.CODE_UNKNOWN,
                  IssueCode.CODE_READ_AS_UNKNOWN,
                  IssueCode.OPTIONAL_CODE_UNKNOWN,
                  IssueCode.ORGANISATION_NOT_VALID)),
          new Passed("Niets staat dubbel in de levering.", Set.of(IssueCode.DUPLICATE_KEY)),
          new Passed(
              "Alle uren horen bij een plaatsing die u heeft geleverd.",
              Set.of(IssueCode.ORPHAN_PAID_HOURS)),
          new Passed("Er zijn geen burgerservicenummers gevonden.", Set.of(IssueCode.BSN_FOUND)));

  private static final Passed FITS =
      new Passed(
          "De gegevens sluiten aan op uw vorige levering.",
          Set.of(IssueCode.HOURS_JUMP, IssueCode.END_DATE_MOVED, IssueCode.END_DATE_REMOVED));

  private Praise() {}

  /**
   * What is good.
   *
   * @param before the delivery before it, or null
   * @param open issues of earlier deliveries that still hold
   */
  static List<String> of(Delivered delivered, Delivered before, List<FeedbackView.Open> open) {
    List<String> good = new ArrayList<>();
    long records = delivered.records();
    long aside = delivered.rows("quarantined");
    if (records > 0 && aside == 0) {
      good.add("Geen enkele rij is apart gehouden.");
    } else if (records > 0 && aside < records) {
      good.add(
          Dutch.count(records - aside)
              + " van de "
              + Dutch.count(records)
              + " rijen konden worden gebruikt.");
    }
    if (records > 0) {
      CHECKS.stream().filter(check -> passes(delivered, check)).forEach(c -> good.add(c.words()));
      if (before != null && open.isEmpty() && passes(delivered, FITS)) {
        good.add(FITS.words());
      }
    }
    return good;
  }

  private static boolean passes(Delivered delivered, Passed check) {
    return delivered.issues().keySet().stream().noneMatch(check.without()::contains);
  }
}

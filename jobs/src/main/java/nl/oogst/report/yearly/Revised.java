package nl.oogst.report.yearly;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.oogst.report.document.Block;
import nl.oogst.report.document.Section;
import nl.oogst.report.document.Table;
import nl.oogst.report.document.Table.Cell;

/**
 * What changed since last year's report, and why: from the revisions of every release since the one
 * that last year's report was made from. A reason is there only where a change is so large that it
 * tells nothing about any person.
 */
final class Revised implements Chapter {
  private static final String JOBS = "jobs_realised";
  private static final String BANEN = "banenafspraak_contributions";
  private static final String INDICATORS = "sustainability_indicators";
  private static final Set<String> CAUSES =
      new TreeSet<>(List.of("late_delivery", "correction", "duplicate_found", "rule_change"));

  /** A figure of years that last year's report had, as it was and as it is. */
  private record Change(DataRow cell, Double old, Double now, Set<String> causes) {
    boolean any() {
      return old == null ? now != null : !old.equals(now);
    }
  }

  @Override
  public Section write(Edition edition) {
    List<Block> blocks = new ArrayList<>();
    int base = lastReport(edition);
    if (base < 0) {
      blocks.add(
          new Block.Paragraph(
              edition.say(
                  "Er is geen eerdere release waarop een rapport over "
                      + (edition.year() - 1)
                      + " kon rusten. Er is dus nog niets om mee te vergelijken.",
                  "There is no earlier release that a report on "
                      + (edition.year() - 1)
                      + " could rest on. So there is nothing to compare with yet.")));
    } else {
      compare(edition, base, blocks);
    }
    return new Section(
        "revised",
        edition.say("Wat veranderde sinds het vorige rapport?", "What changed since last year?"),
        edition.say(
            "Cijfers over eerdere jaren die nu anders zijn, en waarom.",
            "Figures of earlier years that are different now, and why."),
        blocks);
  }

  /** The place of the newest release of a year before this report's; -1 when there is none. */
  private static int lastReport(Edition edition) {
    List<Edition.Earlier> earlier = edition.source().earlier();
    for (int i = earlier.size() - 1; i >= 0; i--) {
      if (earlier.get(i).lastWholeYear() == edition.year() - 1) {
        return i;
      }
    }
    return -1;
  }

  private static void compare(Edition edition, int base, List<Block> blocks) {
    Edition.Earlier before = edition.source().earlier().get(base);
    List<Change> changes = changes(edition, base);
    List<Change> headlines =
        changes.stream()
            .filter(change -> change.cell().is("breakdown", "all") && headline(change.cell()))
            .sorted(
                Comparator.comparing((Change change) -> order(change.cell()))
                    .thenComparing(change -> change.cell().text("period"))
                    .thenComparing(change -> label(edition, change.cell())))
            .toList();
    blocks.add(new Block.Paragraph(opening(edition, before, changes, headlines)));
    if (headlines.isEmpty()) {
      return;
    }
    Table.Builder table =
        Table.titled(
                "revised-figures",
                edition.say(
                    "Totalen over eerdere jaren die nu anders zijn",
                    "Totals of earlier years that are different now"))
            .text(edition.say("Cijfer", "Figure"))
            .text(edition.say("Jaar", "Year"))
            .number(edition.say("Toen", "Then"))
            .number(edition.say("Nu", "Now"))
            .text(edition.say("Belangrijkste reden", "Main reason"))
            .note(edition.rounded());
    for (Change change : headlines) {
      table.row(
          Cell.text(label(edition, change.cell())),
          Cell.text(change.cell().text("period")),
          cell(edition, change.cell(), change.old()),
          cell(edition, change.cell(), change.now()),
          Cell.text(reasons(edition, change)));
    }
    blocks.add(new Block.Numbers(table.build()));
    blocks.add(
        new Block.Note(
            edition.say(
                "Een klein verschil kan van één persoon komen. Daarom staat er alleen een reden bij als de verandering ten minste "
                    + 4 * edition.base()
                    + " is.",
                "A small difference can come from one person. So a reason is given only where the change is at least "
                    + 4 * edition.base()
                    + ".")));
  }

  /** Figures of years up to the one before this report's, through all releases since the base. */
  private static List<Change> changes(Edition edition, int base) {
    Map<String, Change> changes = new TreeMap<>();
    List<ReleaseTables> since = new ArrayList<>();
    List<Edition.Earlier> earlier = edition.source().earlier();
    earlier.subList(base + 1, earlier.size()).forEach(one -> since.add(one.tables()));
    since.add(edition.tables());
    for (ReleaseTables tables : since) {
      for (DataRow row : tables.rows("revisions")) {
        if (row.is("period_type", "year")
            && Integer.parseInt(row.text("period")) < edition.year()
            && counted(row)) {
          Change known = changes.get(place(row));
          Set<String> causes = new TreeSet<>(known == null ? Set.of() : known.causes());
          if (row.text("cause") != null) {
            causes.add(row.text("cause"));
          }
          Double old = known == null ? row.number("old") : known.old();
          changes.put(place(row), new Change(row, old, row.number("new"), causes));
        }
      }
    }
    return changes.values().stream().filter(Change::any).toList();
  }

  private static String place(DataRow row) {
    StringBuilder place = new StringBuilder();
    for (String column :
        List.of(
            "data_set",
            "period",
            "breakdown",
            "organisation",
            "proeftuin",
            "target_group",
            "route",
            "attribution",
            "contract_form",
            "phase",
            "key",
            "measure")) {
      place.append(row.text(column)).append('|');
    }
    return place.toString();
  }

  /** Counts that people read; not their bounds and parts. */
  private static boolean counted(DataRow row) {
    return switch (row.text("data_set")) {
      case JOBS -> Set.of("jobs_started", "jobs_active", "persons").contains(row.text("measure"));
      case BANEN -> row.is("measure", "banen");
      case INDICATORS ->
          row.is("measure", "value")
              && (row.is("key", "indicator=werkbehoud_12m")
                  || row.is("key", "indicator=retention_12m"));
      default -> false;
    };
  }

  private static boolean headline(DataRow row) {
    return !row.is("key", "counts_for=none");
  }

  private static int order(DataRow row) {
    return List.of(JOBS, BANEN, INDICATORS).indexOf(row.text("data_set"));
  }

  private static String label(Edition edition, DataRow row) {
    String key = row.text("key") == null ? "" : row.text("key").replaceFirst("^[^=]*=", "");
    return switch (row.text("data_set")) {
      case JOBS ->
          switch (row.text("measure")) {
            case "jobs_started" -> edition.say("Banen begonnen", "Jobs started");
            case "jobs_active" ->
                edition.say("Banen lopend op 31 december", "Jobs running on 31 December");
            default -> edition.say("Personen met een baan", "Persons with a job");
          };
      case BANEN ->
          edition.label("counts_for", key)
              + " ("
              + Learned.lower(edition.label("attributions", row.text("attribution")))
              + ")";
      default -> edition.label("computed_indicators", key);
    };
  }

  private static Cell cell(Edition edition, DataRow row, Double value) {
    String shown = row.is("data_set", INDICATORS) ? edition.percent(value) : edition.number(value);
    return new Cell(value == null ? edition.say("niet gegeven", "not given") : shown, value);
  }

  private static String reasons(Edition edition, Change change) {
    List<String> reasons =
        change.causes().stream()
            .filter(CAUSES::contains)
            .map(cause -> cause(edition, cause))
            .toList();
    return reasons.isEmpty()
        ? edition.say("te klein om te noemen", "too small to name")
        : edition.language().list(reasons);
  }

  private static String cause(Edition edition, String cause) {
    return switch (cause) {
      case "late_delivery" -> edition.say("later aangeleverd", "delivered later");
      case "correction" -> edition.say("verbeterd", "corrected");
      case "duplicate_found" -> edition.say("dubbele gevonden", "duplicates found");
      case "rule_change" -> edition.say("andere regels", "changed rules");
      default -> cause;
    };
  }

  private static String opening(
      Edition edition, Edition.Earlier before, List<Change> changes, List<Change> headlines) {
    String text =
        edition.say(
            "Vergeleken met de release waarop het rapport over "
                + (edition.year() - 1)
                + " rust (gegevens tot en met "
                + edition.language().date(before.asOf())
                + ") ",
            "Compared with the release that the report on "
                + (edition.year() - 1)
                + " rests on (data up to and including "
                + edition.language().date(before.asOf())
                + "), ");
    if (changes.isEmpty()) {
      return text
          + edition.say(
              "is geen enkel cijfer over eerdere jaren veranderd.",
              "no figure of earlier years has changed.");
    }
    text +=
        edition.say(
            (headlines.size() == 1 ? "is " : "zijn ")
                + edition.language().count(headlines.size(), "totaal", "totalen")
                + " over eerdere jaren anders. ",
            edition.language().count(headlines.size(), "total", "totals")
                + " of earlier years "
                + (headlines.size() == 1 ? "is" : "are")
                + " different. ");
    Map<String, Integer> count = new TreeMap<>();
    for (Change change : changes) {
      change.causes().forEach(cause -> count.merge(cause, 1, Integer::sum));
    }
    List<String> parts = new ArrayList<>();
    for (String cause : List.of("late_delivery", "correction", "duplicate_found", "rule_change")) {
      if (count.containsKey(cause)) {
        parts.add(
            edition.language().number(count.get(cause))
                + edition.say(" keer ", count.get(cause) == 1 ? " time " : " times ")
                + cause(edition, cause));
      }
    }
    return text
        + (parts.isEmpty()
            ? edition.say(
                "Van de totalen en hun delen veranderde niets zo veel dat er een reden bij te noemen is.",
                "None of the totals and their parts changed so much that a reason can be named.")
            : edition.say(
                "Waar de verandering groot genoeg is om een reden te noemen, ook in de uitsplitsingen: "
                    + edition.language().list(parts)
                    + ".",
                "Where the change is large enough to name a reason, breakdowns included: "
                    + edition.language().list(parts)
                    + "."));
  }
}

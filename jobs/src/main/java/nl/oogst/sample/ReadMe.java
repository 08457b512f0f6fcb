package nl.oogst.sample;

import java.util.List;
import java.util.Map;

/** The page beside the sample that says what it is and what was put into it. */
final class ReadMe {
  private static final Map<String, String> HOURS =
      Map.of("month", "per maand", "four_weeks", "per vier weken", "none", "geen");

  /** One proeftuin and how many delivery folders it has. */
  record Line(Proeftuin proeftuin, int deliveries) {}

  private ReadMe() {}

  static String text(World world, List<Line> lines) {
    int jobs = 0;
    int shared = 0;
    for (List<Job> of : world.jobs().values()) {
      jobs += of.size();
      shared += (int) of.stream().filter(job -> job.copyOf() != null).count();
    }
    return INTRODUCTION
            .replace("{seed}", Long.toString(world.seed()))
            .replace("{jobs}", Integer.toString(jobs))
            .replace("{shared}", Integer.toString(shared))
            .replace("{practice}", Jobs.PLANTED_PRACTICE)
        + table(lines);
  }

  private static String table(List<Line> lines) {
    var table =
        new StringBuilder(
            """
            | proeftuin | ronde | vorm | woorden | profiel | verloonde uren | leveringen | ingebouwd verschil vanaf | gewoonten |
            |---|---|---|---|---|---|---|---|---|
            """);
    for (Line line : lines) {
      Proeftuin p = line.proeftuin();
      table
          .append("| ")
          .append(
              String.join(
                  " | ",
                  "`" + p.id() + "`",
                  Integer.toString(p.round()),
                  p.form().description(),
                  words(p.wording()),
                  p.hasProfile() ? "ja" : "nee",
                  HOURS.get(p.hours()),
                  Integer.toString(line.deliveries()),
                  p.planted() == null ? "" : p.planted().toString(),
                  String.join(" ", p.habits())))
          .append(" |\n");
    }
    return table.toString();
  }

  private static String words(Wording wording) {
    return switch (wording) {
      case CANONICAL -> "canoniek";
      case LABELS -> "Nederlandse labels";
      case OWN -> "eigen spreadsheet";
      case SYSTEM -> "systeem van leverancier";
    };
  }

  private static final String INTRODUCTION =
      """
      # Voorbeeldgegevens · sample data

      **Alles hier is SYNTHETISCH.** Alle proeftuinen, personen, leveranciers, contracten, nummers en
      uitspraken zijn verzonnen door een programma. Elke gelijkenis met bestaande personen, bedrijven
      of opdrachten berust op toeval. Niets hieruit zegt iets over de werkelijkheid.

      **Everything here is SYNTHETIC.** All pilots, persons, suppliers, contracts, numbers and quotes
      were made up by a program. Any likeness to real people, companies or contracts is chance.
      Nothing in it says anything about reality.

      Made by `scripts/generate-sample --out sample-data --seed {seed} --profiles schemas/profiles`;
      the same seed gives the same bytes, and a test compares them. Do not edit by hand.

      ## What is in it

      * `register/`: 28 proeftuinen in two rounds (18 and 10) and the practices they used.
      * `deliveries/`: what they delivered between 2019 and January 2026: {jobs} placements from 2018
        to 2025, {shared} of which are the same job as one reported by another proeftuin under a
        shared framework contract.
      * `PLANTED.csv`: every mistake put in on purpose: proeftuin, delivery, file (with the archive
        before inner files), sheet, line (row number in a sheet), record, kind, the issue code it
        should raise (empty where only the state of the row changes) and the state its row should
        end in (`kept`: not quarantined; empty: about a file or a delivery).

      ## What is true in it

      * Jobs end with the same chance every month: 4.17 %, so that 60 % last twelve months. Jobs that
        began while `{practice}` was in force at their proeftuin
        end with 1.345 % a month: 85 % last twelve months. Each proeftuin differs a little by chance (a factor with standard deviation
        0.10 on the hazard).
      * No other practice does anything. They were drawn without looking at outcomes, each redrawn
        until the share of its users that also used the planted practice differed by less than 12
        points from that share among the others.
      * The seed is one of many in which none of the others stands out by chance; another seed gives
        another world with the same rules.
      * Target group, route, attribution, ministry and category do not influence how long a job lasts.
      * Paid hours follow the contract hours (93 to 102 %), with 6 to 28 % more in the pay period that
        ends on 31 December, as leave is paid out. Two in a hundred pay periods were never written
        down; one in eighty was stated wrongly and corrected one delivery later.
      * On 2 July 2024 LNV became LVVN, and EZK, BZK and JenV gave work to EZ, KGG, VRO and AenM:
        records of jobs begun before carry the old name.
      * Some habits: `planned` writes down when a contract runs out before it does, `archive` drops
        what ended more than fourteen months ago, `delta` sends only what changed, `fullhours` sends
        all hours every time, `links` has person fields for linking, `late` is often late, `stops=`
        stops delivering while running, `shares=` reports jobs of another proeftuin too, `peildatum`
        has its own reference date, `remark` has a column that nobody else needs.

      ## Forms

      """;
}

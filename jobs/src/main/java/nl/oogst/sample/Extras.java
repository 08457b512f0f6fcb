package nl.oogst.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The small tables some proeftuinen add: practices, indicators, statements. */
final class Extras {
  static final List<String> PRACTICE = List.of("practice", "from", "to", "phase");
  static final List<String> INDICATOR =
      List.of("indicator", "period", "value", "numerator", "denominator");
  static final List<String> STATEMENT = List.of("measure", "period", "value");

  private Extras() {}

  static String english(String entity) {
    return switch (entity) {
      case "placement" -> "placements";
      case "lesson" -> "lessons";
      case "practice" -> "practices";
      case "indicator" -> "indicators";
      case "statement" -> "statements";
      default -> entity;
    };
  }

  static List<Row> practices(World world, Proeftuin proeftuin) {
    var rows = new ArrayList<Row>();
    for (Practices.Use use : world.practices()) {
      if (use.proeftuin().equals(proeftuin.id())) {
        Map<String, Cell> cells = new LinkedHashMap<>();
        cells.put("practice", Cell.text(use.practice()));
        cells.put("from", Cell.date(use.from()));
        cells.put("to", Cell.date(use.to()));
        String phase = use.phase();
        cells.put(
            "phase", Cell.text(phase.isEmpty() ? "" : proeftuin.wording().word("phases", phase)));
        rows.add(new Row(cells));
      }
    }
    return rows;
  }

  static List<Row> indicators(Proeftuin proeftuin, LocalDate day, long seed) {
    var rows = new ArrayList<Row>();
    var rng = Rng.of(seed, "indicators", proeftuin.id());
    for (int year = proeftuin.start().getYear() + 1; year < day.getYear(); year++) {
      int asked = rng.between(6, 24);
      rows.add(indicator(proeftuin, "satisfaction_candidate", year, grade(rng), "", asked));
      int coached = rng.below(asked + 1);
      rows.add(indicator(proeftuin, "job_coach_share", year, "", "" + coached, asked));
      if (rng.chance(0.6)) {
        int hours = rng.between(8, 60);
        rows.add(indicator(proeftuin, "guidance_hours_per_person", year, "" + hours, "", 0));
      }
    }
    return rows;
  }

  private static String grade(Rng rng) {
    return rng.between(6, 8) + "." + rng.below(10);
  }

  private static Row indicator(
      Proeftuin proeftuin, String code, int year, String value, String numerator, int of) {
    Map<String, Cell> cells = new LinkedHashMap<>();
    cells.put("indicator", Cell.text(proeftuin.wording().word("indicators", code)));
    cells.put("period", Cell.text("" + year));
    cells.put("value", value.isEmpty() ? Cell.EMPTY : Cell.number(value));
    cells.put("numerator", numerator.isEmpty() ? Cell.EMPTY : Cell.number(numerator));
    cells.put("denominator", of == 0 ? Cell.EMPTY : Cell.number("" + of));
    return new Row(cells);
  }

  /** What was told in a letter: near the records, seldom equal to them. */
  static List<Row> statements(World world, Proeftuin proeftuin, LocalDate day) {
    var rows = new ArrayList<Row>();
    var rng = Rng.of(world.seed(), "statements", proeftuin.id());
    for (int year = proeftuin.start().getYear(); year < day.getYear(); year++) {
      int jobs = 0;
      var persons = new HashSet<String>();
      for (Job job : world.jobsOf(proeftuin)) {
        if (job.isJob()
            && job.workedBetween(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31))) {
          persons.add(job.personId());
          jobs += job.start().getYear() == year ? 1 : 0;
        }
      }
      rows.add(statement(proeftuin, "jobs", year, jobs + rng.between(0, 3)));
      rows.add(statement(proeftuin, "persons", year, persons.size() + rng.between(-1, 2)));
    }
    return rows;
  }

  private static Row statement(Proeftuin proeftuin, String measure, int year, int value) {
    Map<String, Cell> cells = new LinkedHashMap<>();
    cells.put("measure", Cell.text(proeftuin.wording().word("statement_measures", measure)));
    cells.put("period", Cell.text("" + year));
    cells.put("value", Cell.number("" + Math.max(0, value)));
    return new Row(cells);
  }
}

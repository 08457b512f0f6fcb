package nl.oogst.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.oogst.model.Days;
import nl.oogst.model.Fixed;
import nl.oogst.release.explain.Explanation;
import nl.oogst.release.explain.Explanation.Contribution;
import nl.oogst.release.explain.Explanation.Correction;
import nl.oogst.release.explain.Explanation.Join;
import nl.oogst.release.records.ReleasedRecord;
import nl.oogst.run.Explaining;

/** An explanation for a person at a terminal, or as JSON. */
final class ExplanationText {
  private static final int SHOWN = 20;

  private final PrintWriter to;

  ExplanationText(PrintWriter to) {
    this.to = to;
  }

  void print(Explaining.Explained explained, boolean all) {
    Explanation it = explained.explanation();
    int shown = all ? Integer.MAX_VALUE : SHOWN;
    to.println(it.dataSet() + ", " + cell(it.cell()) + ": " + it.measure());
    line("release", it.release());
    line("published", published(it));
    line("unprotected", number(it.exact()) + "  (restricted: do not pass it on)");
    line("definition", it.definition());
    explained.notes().forEach(note -> line("note", note));
    to.println();
    files(it.contributions());
    for (Explanation.Part part : it.parts()) {
      part(part, shown);
    }
    to.println();
    to.printf(
        Locale.ROOT,
        "%s %s, %s.%n",
        it.isQuotient() ? "Worked out again from these placements:" : "Together",
        number(it.sum()),
        it.addsUp()
            ? "exactly the unprotected figure"
            : "which is not the unprotected figure: run 'oogst verify'");
    List<Contribution> once = once(it.contributions());
    joins(once, shown);
    corrections(once, shown);
  }

  private void part(Explanation.Part part, int shown) {
    if (!part.name().isEmpty()) {
      to.println();
      to.println(part.name() + ": " + number(part.sum()));
    }
    placements(part.contributions(), shown);
  }

  /** A placement can be in several parts. */
  private static List<Contribution> once(List<Contribution> all) {
    Set<String> seen = new HashSet<>();
    return all.stream().filter(one -> seen.add(one.record().key())).toList();
  }

  private void line(String what, String text) {
    to.printf(Locale.ROOT, "  %-12s %s%n", what, text);
  }

  private static String cell(Map<String, String> cell) {
    Map<String, String> rest = new TreeMap<>(cell);
    String period = rest.remove("period");
    rest.remove("period_type");
    String breakdown = rest.remove("breakdown");
    List<String> parts = new ArrayList<>(List.of(period));
    if ("all".equals(breakdown)) {
      parts.add("all");
    }
    rest.forEach((key, value) -> parts.add(key + "=" + value));
    return String.join(", ", parts);
  }

  private static String published(Explanation it) {
    String how =
        switch (it.disclosure() == null ? "" : it.disclosure()) {
          case "rounded" -> "rounded by cell key, see rules/disclosure.json";
          case "withheld" -> "something in this row is left out, its base being too small";
          default -> "as it is";
        };
    return (it.published() == null ? "left out" : number(BigDecimal.valueOf(it.published())))
        + "  ("
        + how
        + ")";
  }

  private static String number(BigDecimal number) {
    BigDecimal plain = number.setScale(6, RoundingMode.HALF_EVEN).stripTrailingZeros();
    return plain.signum() == 0 ? "0" : plain.toPlainString();
  }

  /** From which files the placements come. */
  private void files(List<Contribution> contributions) {
    Map<String, Integer> files = new TreeMap<>();
    List<Contribution> all = once(contributions);
    for (Contribution one : all) {
      files.merge(place(one.record(), one.record().row(), false), 1, Integer::sum);
      one.hours().forEach(h -> files.merge(place(one.record(), h.row(), false), 1, Integer::sum));
    }
    to.printf(Locale.ROOT, "Made of %,d placements, from %,d files%n", all.size(), files.size());
    files.entrySet().stream()
        .limit(SHOWN)
        .forEach(
            file -> to.printf(Locale.ROOT, "  %-60s %,6d rows%n", file.getKey(), file.getValue()));
    more(files.size(), SHOWN, "files");
  }

  private static String place(ReleasedRecord record, ReleasedRecord.Row row, boolean line) {
    String place = record.proeftuin() + "/" + row.delivery() + "/" + row.file();
    return line ? place + ":" + row.line() : place;
  }

  private void placements(List<Contribution> all, int shown) {
    to.println();
    to.printf(
        Locale.ROOT,
        "  %12s  %-10s  %-10s  %5s  %-7s  %s%n",
        "adds",
        "start",
        "end",
        "hours",
        "weight",
        "placement, and where it stands");
    for (Contribution one : all.subList(0, Math.min(shown, all.size()))) {
      ReleasedRecord record = one.record();
      to.printf(
          Locale.ROOT,
          "  %12s  %-10s  %-10s  %5s  %-7s  %s, %s%n",
          number(one.amount()),
          day(record.state().startDate()),
          record.vanished() ? "vanished" : day(record.state().endDate()),
          fixed(record.state().hoursPerWeek()),
          record.jobRecords() == 1 ? "1" : "1/" + record.jobRecords(),
          record.state().placementId(),
          place(record, record.row(), true));
      for (ReleasedRecord.PaidHours hours : one.hours()) {
        to.printf(
            Locale.ROOT,
            "  %12s  %s to %s: %s paid hours, %s%n",
            "",
            day(hours.periodStart()),
            day(hours.periodEnd()),
            fixed(hours.hours()),
            place(record, hours.row(), true));
      }
    }
    more(all.size(), shown, "placements; --all shows them");
  }

  private static String day(int day) {
    return day == Days.NONE ? "-" : Days.date(day).toString();
  }

  private static String fixed(long number) {
    return number == Fixed.NONE ? "-" : number(BigDecimal.valueOf(number, 6));
  }

  private void more(int all, int shown, String what) {
    if (all > shown) {
      to.printf(Locale.ROOT, "  and %,d more %s%n", all - shown, what);
    }
  }

  private void joins(List<Contribution> all, int shown) {
    List<String> lines = new ArrayList<>();
    for (Contribution one : all) {
      for (Join join : one.joins()) {
        lines.add(
            one.record().proeftuin()
                + " "
                + one.record().state().placementId()
                + " = "
                + join.proeftuin()
                + " "
                + join.placementId()
                + " ("
                + rule(join)
                + ")");
      }
    }
    list("Joined: the same job in several proeftuinen, counted once", lines, shown);
  }

  private static String rule(Join join) {
    return join.rule().equals("a")
        ? "rule a: the same person, employer and time; token " + join.tokenKind()
        : "rule b: the same contract, supplier, start, hours and target group";
  }

  private void corrections(List<Contribution> all, int shown) {
    List<String> lines = new ArrayList<>();
    for (Contribution one : all) {
      for (Correction correction : one.corrections()) {
        lines.add(
            one.record().proeftuin()
                + " "
                + one.record().state().placementId()
                + ": "
                + correction.field()
                + " "
                + (correction.before() == null ? "-" : correction.before())
                + " -> "
                + (correction.after() == null ? "-" : correction.after())
                + " in "
                + correction.delivery()
                + " (peildatum "
                + correction.peildatum()
                + ")");
      }
    }
    list("Told otherwise by a later delivery; the newest counts", lines, shown);
  }

  private void list(String title, List<String> lines, int shown) {
    if (!lines.isEmpty()) {
      to.println();
      to.println(title);
      lines.stream().limit(shown).forEach(line -> to.println("  " + line));
      more(lines.size(), shown, "such lines; --all shows them");
    }
  }

  /** All of it, for a program. */
  static String json(Explanation it) {
    ObjectNode root = new ObjectMapper().createObjectNode();
    root.put("release", it.release());
    root.put("data_set", it.dataSet());
    ObjectNode cell = root.putObject("cell");
    it.cell().forEach(cell::put);
    root.put("measure", it.measure());
    root.put("definition", it.definition());
    root.put("unit", it.unit());
    root.put("published", it.published());
    root.put("disclosure", it.disclosure());
    root.put("unprotected", it.exact());
    root.put("sum", it.sum());
    root.put("adds_up", it.addsUp());
    var parts = root.putArray("parts");
    for (Explanation.Part part : it.parts()) {
      if (!part.name().isEmpty()) {
        parts.addObject().put("part", part.name()).put("sum", part.sum());
      }
    }
    var list = root.putArray("contributions");
    for (Explanation.Part part : it.parts()) {
      for (Contribution one : part.contributions()) {
        contribution(part.name(), one, list.addObject());
      }
    }
    return root.toPrettyString();
  }

  private static void contribution(String part, Contribution one, ObjectNode node) {
    if (!part.isEmpty()) {
      node.put("part", part);
    }
    ReleasedRecord record = one.record();
    node.put("proeftuin", record.proeftuin());
    node.put("placement_id", record.state().placementId());
    node.put("person", record.person());
    node.put("amount", one.amount());
    node.put("job_records", record.jobRecords());
    place(node, record.row());
    node.put("start_date", day(record.state().startDate()));
    node.put("end_date", day(record.state().endDate()));
    node.put("vanished", record.vanished());
    node.put("hours_per_week", fixed(record.state().hoursPerWeek()));
    var hours = node.putArray("paid_hours");
    for (ReleasedRecord.PaidHours paid : one.hours()) {
      ObjectNode row = hours.addObject();
      row.put("period_start", day(paid.periodStart()));
      row.put("period_end", day(paid.periodEnd()));
      row.put("hours", fixed(paid.hours()));
      place(row, paid.row());
    }
    var joins = node.putArray("joins");
    for (Join join : one.joins()) {
      joins
          .addObject()
          .put("rule", join.rule())
          .put("token_kind", join.tokenKind())
          .put("proeftuin", join.proeftuin())
          .put("placement_id", join.placementId());
    }
    var corrections = node.putArray("corrections");
    for (Correction correction : one.corrections()) {
      corrections
          .addObject()
          .put("delivery", correction.delivery())
          .put("peildatum", correction.peildatum())
          .put("field", correction.field())
          .put("before", correction.before())
          .put("after", correction.after());
    }
  }

  private static void place(ObjectNode node, ReleasedRecord.Row row) {
    node.put("delivery", row.delivery()).put("file", row.file()).put("line", row.line());
  }
}

package nl.oogst.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Goes through the delivery days of a proeftuin and writes down what it knows on each. */
final class Deliveries {
  private static final int PAYROLL_LAG_DAYS = 12;

  private final World world;
  private final Proeftuin proeftuin;
  private final Placements placements;
  private final List<PaidHours.Period> periods;
  private final Map<String, Row> lastShown = new LinkedHashMap<>();
  private final List<Row> corrections = new ArrayList<>();
  private LocalDate previous;
  private LocalDate paidUntil = LocalDate.of(2017, 12, 31);

  private Deliveries(World world, Proeftuin proeftuin) {
    this.world = world;
    this.proeftuin = proeftuin;
    this.placements = new Placements(proeftuin);
    this.periods =
        proeftuin.hours().equals("none") ? List.of() : PaidHours.periods(proeftuin.hours());
  }

  static List<Delivery> of(World world, Proeftuin proeftuin) {
    var deliveries = new Deliveries(world, proeftuin);
    var result = new ArrayList<Delivery>();
    for (Schedule.Slot slot : Schedule.of(proeftuin, world.seed())) {
      Delivery delivery = deliveries.next(slot, result.size());
      if (!delivery.sheets().isEmpty()) {
        result.add(delivery);
      }
    }
    return List.copyOf(result);
  }

  private Delivery next(Schedule.Slot slot, int number) {
    LocalDate day = proeftuin.does("peildatum") ? slot.day().minusDays(3) : slot.day();
    var vanished = new ArrayList<Delivery.Vanished>();
    var sheets = new ArrayList<Sheet>();
    add(sheets, "placement", "plaatsingen", placements.fields(), placementRows(day, vanished));
    add(sheets, "paid_hours", "uren", PaidHours.FIELDS, hoursRows(day));
    if (slot.last() || extrasAlsoOn(slot.day())) {
      addExtras(sheets, day);
    }
    previous = day;
    return new Delivery(proeftuin, number, slot.day(), slot.folder(), sheets, vanished);
  }

  private boolean extrasAlsoOn(LocalDate day) {
    boolean packed = proeftuin.form() == Form.XLSX || proeftuin.form() == Form.ZIP;
    return day.getMonthValue() <= 2 && (packed || day.getYear() == 2022);
  }

  private void addExtras(List<Sheet> sheets, LocalDate day) {
    if (proeftuin.does("lessons")) {
      add(sheets, "lesson", "lessen", Lessons.FIELDS, Lessons.of(proeftuin, day, world.seed()));
    }
    if (proeftuin.does("practices")) {
      add(sheets, "practice", "werkwijzen", Extras.PRACTICE, Extras.practices(world, proeftuin));
    }
    if (proeftuin.does("indicators")) {
      add(
          sheets,
          "indicator",
          "metingen",
          Extras.INDICATOR,
          Extras.indicators(proeftuin, day, world.seed()));
    }
    if (proeftuin.does("statements")) {
      add(
          sheets,
          "statement",
          "opgaven",
          Extras.STATEMENT,
          Extras.statements(world, proeftuin, day));
    }
  }

  private void add(
      List<Sheet> sheets, String entity, String name, List<String> fields, List<Row> rows) {
    if (!rows.isEmpty()) {
      String title = proeftuin.form() == Form.CANONICAL ? Extras.english(entity) : name;
      sheets.add(Sheet.of(entity, title, fields, rows, proeftuin.wording()));
    }
  }

  private List<Row> placementRows(LocalDate day, List<Delivery.Vanished> vanished) {
    var rows = new ArrayList<Row>();
    for (Job job : world.jobsOf(proeftuin)) {
      if (job.start().isAfter(day)) {
        continue;
      }
      Row before = lastShown.get(job.placementId());
      boolean open = before != null && before.cell("end_date").text().isEmpty();
      if (before == null || placements.shows(job, day) || (open && !job.vanishes())) {
        Row row = placements.record(job, day, previous);
        boolean news = before == null || !row.cells().equals(before.cells());
        if (!proeftuin.does("delta") || news) {
          rows.add(row);
        }
        lastShown.put(job.placementId(), row.copy());
      } else if (open) {
        vanished.add(new Delivery.Vanished(job.placementId()));
        Row closed = before.copy();
        closed.set("end_date", Cell.date(job.end()));
        lastShown.put(job.placementId(), closed);
      }
    }
    return rows;
  }

  private List<Row> hoursRows(LocalDate day) {
    LocalDate until = day.minusDays(PAYROLL_LAG_DAYS);
    var rows = new ArrayList<>(corrections);
    corrections.clear();
    for (Job job : world.jobsOf(proeftuin)) {
      for (PaidHours.Period period : periods) {
        boolean due = !period.end().isAfter(until) && !job.start().isAfter(day);
        boolean fresh = period.end().isAfter(paidUntil);
        if (due && (fresh || proeftuin.does("fullhours"))) {
          addHours(rows, job, period, fresh);
        }
      }
    }
    paidUntil = until;
    return rows;
  }

  private void addHours(List<Row> rows, Job job, PaidHours.Period period, boolean fresh) {
    int quarters = PaidHours.quarters(job, period, world.seed());
    if (quarters == 0) {
      return;
    }
    if (fresh && PaidHours.corrected(job, period, world.seed())) {
      rows.add(PaidHours.row(job, period, quarters / 2 * 3 / 2 + 2));
      if (!proeftuin.does("fullhours")) {
        corrections.add(PaidHours.row(job, period, quarters));
      }
    } else {
      rows.add(PaidHours.row(job, period, quarters));
    }
  }
}

package nl.oogst.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Plants the mistakes that the table asks for in the sheets of a delivery. */
final class Mistakes {
  // proeftuin | number of the delivery from 0 | entity | kinds
  private static final String PLAN =
      """
      def-schoonmaak|2|placement|IMPOSSIBLE_DATE UNKNOWN_CONTRACT_FORM SUBTOTAL_ROW
      def-schoonmaak|4|paid_hours|ORPHAN_PAID_HOURS ORPHAN_PAID_HOURS REPEATED_HEADER
      def-schoonmaak|6|placement|END_BEFORE_START DUPLICATE_ROW STRAY_QUOTE UNREADABLE_VALUE
      def-schoonmaak|9|paid_hours|OVERLAPPING_PAY_PERIODS SUBTOTAL_ROW NEGATIVE_CORRECTION
      fin-drukwerk|2|placement|IMPOSSIBLE_END_DATE HOURS_OVER_168 REPEATED_HEADER
      fin-drukwerk|4|paid_hours|SUBTOTAL_ROW NEGATIVE_CORRECTION
      jenv-beveiliging|3|placement|UNKNOWN_ATTRIBUTION HOURS_OVER_60 MISSING_REQUIRED
      jenv-beveiliging|7|placement|DUPLICATE_ROW IMPOSSIBLE_DATE UNKNOWN_REGISTER_GROUND
      jenv-beveiliging|8|paid_hours|DUPLICATE_ROW OVERLAPPING_PAY_PERIODS
      vws-communicatie|2|placement|TWO_DIGIT_YEAR UNKNOWN_TARGET_GROUP
      szw-catering|3|placement|TWO_DIGIT_YEAR ROW_TOO_LONG HOURS_OVER_60
      szw-catering|4|paid_hours|ORPHAN_PAID_HOURS NEGATIVE_CORRECTION
      bzk-schoonmaak|2|placement|STRAY_QUOTE ROW_TOO_SHORT UNKNOWN_CONTRACT_FORM
      bzk-schoonmaak|5|placement|END_BEFORE_START MISSING_REQUIRED
      lnv-laboratorium|5|placement|ORGANISATION_NOT_VALID ORGANISATION_NOT_VALID
      ienw-groenvoorziening|4|placement|ROW_TOO_LONG REPEATED_HEADER HOURS_OVER_168
      ienw-groenvoorziening|6|paid_hours|ORPHAN_PAID_HOURS IMPOSSIBLE_DATE
      ocw-verhuizingen|2|placement|ROW_TOO_SHORT UNKNOWN_TARGET_GROUP
      bzk-ict-inhuur|3|placement|IMPOSSIBLE_DATE UNKNOWN_TARGET_GROUP DUPLICATE_ROW
      bzk-ict-inhuur|6|paid_hours|ORPHAN_PAID_HOURS SUBTOTAL_ROW
      bzk-ict-inhuur|10|placement|END_BEFORE_START HOURS_OVER_60
      ezk-digitalisering|4|placement|MISSING_REQUIRED ORGANISATION_NOT_VALID
      vws-zorglogistiek|5|placement|UNKNOWN_ATTRIBUTION UNREADABLE_VALUE SUBTOTAL_ROW
      fin-klantcontact|4|placement|IMPOSSIBLE_END_DATE UNKNOWN_REGISTER_GROUND
      fin-klantcontact|6|paid_hours|OVERLAPPING_PAY_PERIODS ORPHAN_PAID_HOURS
      ocw-ict-onderwijs|5|placement|MISSING_REQUIRED HOURS_OVER_60
      ienw-groen-vaarwegen|4|placement|END_BEFORE_START DUPLICATE_ROW
      bzk-vastgoed|3|placement|TWO_DIGIT_YEAR IMPOSSIBLE_DATE STRAY_QUOTE
      bzk-vastgoed|6|paid_hours|DUPLICATE_ROW MISSING_REQUIRED
      lnv-natuurbeheer|4|paid_hours|NEGATIVE_CORRECTION ORPHAN_PAID_HOURS
      def-logistiek|4|placement|UNKNOWN_CONTRACT_FORM HOURS_OVER_168
      def-logistiek|7|paid_hours|NEGATIVE_CORRECTION DUPLICATE_ROW
      bz-vertalingen|4|placement|UNKNOWN_REGISTER_GROUND HOURS_OVER_60
      ienw-archief|3|placement|END_BEFORE_START DUPLICATE_ROW
      ienw-archief|5|paid_hours|OVERLAPPING_PAY_PERIODS
      fin-ict-beheer|5|placement|ROW_TOO_LONG UNREADABLE_VALUE
      jenv-wasserij|3|placement|TWO_DIGIT_YEAR IMPOSSIBLE_END_DATE REPEATED_HEADER
      jenv-wasserij|5|paid_hours|SUBTOTAL_ROW ORPHAN_PAID_HOURS
      ienw-organisatieadvies|4|placement|UNKNOWN_CONTRACT_FORM TWO_DIGIT_YEAR
      *|-1|lesson|CONTACT_IN_TEXT
      """;

  /** Every other proeftuin with lessons put an address or a number in one. */
  private static final int CONTACT_EVERY = 2;

  private final Proeftuin proeftuin;
  private final Style style;
  private final Rng rng;

  private Mistakes(Proeftuin proeftuin, Rng rng) {
    this.proeftuin = proeftuin;
    this.style = Style.of(proeftuin);
    this.rng = rng;
  }

  /** The lines of the table. */
  static List<String> plan() {
    return PLAN.lines().toList();
  }

  static void plant(Delivery delivery, int sequence, long seed) {
    Proeftuin proeftuin = delivery.proeftuin();
    for (String line : plan()) {
      List<String> parts = List.of(line.split("\\|", -1));
      boolean contact = parts.get(0).equals("*") && sequence % CONTACT_EVERY == 0;
      boolean here =
          parts.get(0).equals(proeftuin.id())
              && Integer.parseInt(parts.get(1)) == delivery.number();
      if (contact || here) {
        var rng = Rng.of(seed, "mistakes", delivery.folder(), proeftuin.id(), parts.get(2));
        var mistakes = new Mistakes(proeftuin, rng);
        for (Sheet sheet : delivery.sheets()) {
          if (sheet.entity().equals(parts.get(2))) {
            for (String kind : parts.get(3).split(" ", -1)) {
              mistakes.plant(Mistake.valueOf(kind), sheet, delivery);
            }
          }
        }
      }
    }
  }

  private void plant(Mistake mistake, Sheet sheet, Delivery delivery) {
    boolean hours = sheet.entity().equals("paid_hours");
    switch (mistake) {
      case IMPOSSIBLE_DATE -> {
        String field = hours ? "period_start" : "start_date";
        change(mistake, sheet, row -> true, field, impossible(delivery));
      }
      case IMPOSSIBLE_END_DATE ->
          change(mistake, sheet, Mistakes::ended, "end_date", impossible(delivery));
      case MISSING_REQUIRED ->
          change(mistake, sheet, row -> true, hours ? "hours" : "person_id", Cell.EMPTY);
      case UNKNOWN_ATTRIBUTION -> change(mistake, sheet, "attribution", "zie e-mail");
      case UNKNOWN_CONTRACT_FORM -> change(mistake, sheet, "contract_form", "oproep plus");
      case UNKNOWN_TARGET_GROUP -> change(mistake, sheet, "target_group", "groep 7b");
      case UNKNOWN_REGISTER_GROUND -> change(mistake, sheet, "register_ground", "zie dossier");
      case UNREADABLE_VALUE -> change(mistake, sheet, "value_eur", "nader te bepalen");
      case HOURS_OVER_168 ->
          change(mistake, sheet, row -> true, "hours_per_week", Cell.number("360"));
      case HOURS_OVER_60 ->
          change(mistake, sheet, row -> true, "hours_per_week", Cell.number("64"));
      case TWO_DIGIT_YEAR ->
          on(
              sheet,
              any -> true,
              row -> set(mistake, row, "start_date", Cell.text(style.shortDate(start(row)))));
      case END_BEFORE_START ->
          on(
              sheet,
              Mistakes::ended,
              row ->
                  set(
                      mistake,
                      row,
                      "end_date",
                      Cell.date(start(row).minusDays(rng.between(5, 300)))));
      case ORGANISATION_NOT_VALID -> organisation(sheet);
      case STRAY_QUOTE -> on(sheet, any -> true, Mistakes::strayQuote);
      case ROW_TOO_LONG, ROW_TOO_SHORT ->
          on(
              sheet,
              any -> true,
              row -> {
                row.surplus(mistake == Mistake.ROW_TOO_LONG ? 1 : -2);
                row.plant(mistake);
              });
      case DUPLICATE_ROW ->
          on(
              sheet,
              any -> true,
              row -> {
                int at = sheet.rows().indexOf(row) + rng.between(1, 3);
                insert(mistake, sheet, row.copy(), at);
              });
      case REPEATED_HEADER ->
          insert(mistake, sheet, Row.of(sheet.headers()), sheet.rows().size() / 2);
      case SUBTOTAL_ROW -> insert(mistake, sheet, subtotal(sheet), sheet.rows().size() / 3 + 1);
      case ORPHAN_PAID_HOURS ->
          on(
              sheet,
              any -> true,
              row -> {
                Row orphan = row.copy();
                orphan.set("placement_id", Cell.text("ZZ-" + rng.between(8000, 8999)));
                insert(mistake, sheet, orphan, sheet.rows().size());
              });
      case OVERLAPPING_PAY_PERIODS -> overlap(sheet);
      case NEGATIVE_CORRECTION -> correction(sheet, delivery);
      case CONTACT_IN_TEXT -> contact(sheet);
      case VANISHED, BSN_COLUMN, TRUNCATED_GZIP, UNKNOWN_FILE_TYPE, EMPTY_FILE ->
          throw new IllegalArgumentException("not a mistake of a row: " + mistake);
    }
  }

  private Cell impossible(Delivery delivery) {
    return Cell.text(style.impossibleDate(delivery.day().getYear() - 1));
  }

  private static boolean ended(Row row) {
    return row.cell("end_date").kind() == Cell.Kind.DATE;
  }

  /** Acts on a record that has no mistake yet, if there is one: a small world may have none. */
  private void on(Sheet sheet, Predicate<Row> condition, Consumer<Row> action) {
    List<Row> rows =
        sheet.rows().stream()
            .filter(row -> row.isRecord() && row.mistakes().isEmpty() && condition.test(row))
            .toList();
    if (!rows.isEmpty()) {
      action.accept(rng.pick(rows));
    }
  }

  private void change(Mistake mistake, Sheet sheet, String field, String text) {
    change(mistake, sheet, row -> true, field, Cell.text(text));
  }

  private void change(
      Mistake mistake, Sheet sheet, Predicate<Row> condition, String field, Cell cell) {
    on(sheet, condition, row -> set(mistake, row, field, cell));
  }

  private static void set(Mistake mistake, Row row, String field, Cell cell) {
    row.set(field, cell);
    row.plant(mistake);
  }

  private static void insert(Mistake mistake, Sheet sheet, Row row, int at) {
    row.plant(mistake);
    sheet.rows().add(Math.min(at, sheet.rows().size()), row);
  }

  private static LocalDate start(Row row) {
    return LocalDate.parse(row.cell("start_date").text());
  }

  /** Quotes around the first word only, as a hand-made export has them. */
  private static void strayQuote(Row row) {
    String supplier = row.cell("supplier").text();
    int space = supplier.indexOf(' ');
    String text = "\"" + supplier.substring(0, space) + "\"" + supplier.substring(space);
    set(Mistake.STRAY_QUOTE, row, "supplier", new Cell(Cell.Kind.RAW, text));
  }

  /** The name a ministry got later, on a job that began before. */
  private void organisation(Sheet sheet) {
    String later = proeftuin.organisations().get(proeftuin.organisations().size() - 1);
    Cell name = Cell.text(proeftuin.wording().word("organisations", later));
    on(
        sheet,
        row -> start(row).isBefore(Proeftuin.REORGANISED),
        row -> set(Mistake.ORGANISATION_NOT_VALID, row, "organisation", name));
  }

  private static Row subtotal(Sheet sheet) {
    var texts = new ArrayList<String>();
    int column = Math.max(sheet.indexOf("hours"), sheet.indexOf("hours_per_week"));
    for (int i = 0; i < sheet.fields().size(); i++) {
      texts.add(i == 0 ? "Subtotaal" : i == column ? "412" : "");
    }
    return Row.of(texts);
  }

  private void overlap(Sheet sheet) {
    on(
        sheet,
        any -> true,
        row -> {
          Row shifted = row.copy();
          for (String field : List.of("period_start", "period_end")) {
            LocalDate day = LocalDate.parse(row.cell(field).text());
            shifted.set(field, Cell.date(day.plusDays(14)));
          }
          shifted.set("hours", Cell.number("6"));
          insert(Mistake.OVERLAPPING_PAY_PERIODS, sheet, shifted, sheet.rows().indexOf(row) + 1);
        });
  }

  /** Paid too much, taken back in the pay period after the last one. */
  private void correction(Sheet sheet, Delivery delivery) {
    LocalDate before = delivery.day().minusDays(75);
    for (Sheet placements : delivery.sheets()) {
      if (placements.entity().equals("placement")) {
        on(
            placements,
            row -> ended(row) && LocalDate.parse(row.cell("end_date").text()).isBefore(before),
            row -> takenBack(sheet, row));
      }
    }
  }

  private void takenBack(Sheet sheet, Row placement) {
    LocalDate end = LocalDate.parse(placement.cell("end_date").text());
    for (PaidHours.Period period : PaidHours.periods(proeftuin.hours())) {
      if (period.start().isAfter(end)) {
        Row negative = new Row(Map.of());
        negative.set("placement_id", placement.cell("placement_id"));
        negative.set("period_start", Cell.date(period.start()));
        negative.set("period_end", Cell.date(period.end()));
        negative.set("hours", Cell.number("-" + rng.between(2, 12)));
        insert(Mistake.NEGATIVE_CORRECTION, sheet, negative, sheet.rows().size());
        return;
      }
    }
  }

  private void contact(Sheet sheet) {
    Row row = sheet.rows().get(0);
    if (!row.mistakes().isEmpty()) {
      return;
    }
    String name = proeftuin.id().substring(0, proeftuin.id().indexOf('-'));
    String contact =
        proeftuin.round() == 1
            ? " Meer weten? Mail " + name + ".voorbeeld@example.org."
            : " Meer weten? Bel 06-12345678.";
    set(Mistake.CONTACT_IN_TEXT, row, "text", Cell.text(row.cell("text").text() + contact));
  }
}

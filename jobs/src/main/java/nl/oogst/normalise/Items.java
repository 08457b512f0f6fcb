package nl.oogst.normalise;

import java.util.function.Function;
import nl.oogst.model.Code;
import nl.oogst.model.EntitySchema;
import nl.oogst.model.Item;
import nl.oogst.model.Period;

/** Builds the record of an entity from the values of a row. */
final class Items {
  private final EntitySchema entity;
  private final Linker linker;

  private Items(EntitySchema entity, Linker linker) {
    this.entity = entity;
    this.linker = linker;
  }

  /**
   * @param linkerOrNull null when there is no link key: link fields are dropped
   */
  static Function<Values, Item> of(EntitySchema entity, Linker linkerOrNull) {
    Items items = new Items(entity, linkerOrNull);
    return switch (entity.name()) {
      case "placement" -> items.placements();
      case "paid_hours" -> items.paidHours();
      case "indicator" -> items.indicators();
      case "practice" -> items.practices();
      case "lesson" -> items.lessons();
      case "statement" -> items.statements();
      default -> throw new IllegalArgumentException("no record for entity " + entity.name());
    };
  }

  private int slot(String field) {
    int slot = entity.indexOf(field);
    if (slot < 0) {
      throw new IllegalArgumentException(entity.name() + " has no field " + field);
    }
    return slot;
  }

  private int[] slots(String... fields) {
    int[] slots = new int[fields.length];
    for (int i = 0; i < fields.length; i++) {
      slots[i] = slot(fields[i]);
    }
    return slots;
  }

  private static String code(Values values, int slot) {
    Code code = values.object(slot, Code.class);
    return code == null ? null : code.code();
  }

  private Function<Values, Item> placements() {
    int[] text =
        slots(
            "placement_id",
            "person_id",
            "contract_id",
            "supplier",
            "supplier_kvk",
            "employer",
            "employer_kvk");
    int[] code =
        slots(
            "organisation",
            "attribution",
            "route",
            "contract_form",
            "target_group",
            "register_ground",
            "end_reason",
            "valuation_scheme");
    int[] day = slots("register_from", "register_to", "start_date", "end_date", "reference_date");
    int hours = slot("hours_per_week");
    int value = slot("value_eur");
    int[] link = slots("link_surname", "link_initials", "link_birth_date");
    return v ->
        new Item.Placement(
            v.text(text[0]),
            v.text(text[1]),
            v.text(text[2]),
            code(v, code[0]),
            v.text(text[3]),
            v.text(text[4]),
            v.text(text[5]),
            v.text(text[6]),
            code(v, code[1]),
            code(v, code[2]),
            code(v, code[3]),
            code(v, code[4]),
            code(v, code[5]),
            v.day(day[0]),
            v.day(day[1]),
            v.day(day[2]),
            v.day(day[3]),
            code(v, code[6]),
            v.number(hours),
            v.number(value),
            code(v, code[7]),
            v.day(day[4]),
            linker == null
                ? null
                : linker.tokens(v.text(link[0]), v.text(link[1]), v.day(link[2])));
  }

  private Function<Values, Item> paidHours() {
    int placement = slot("placement_id");
    int start = slot("period_start");
    int end = slot("period_end");
    int hours = slot("hours");
    return v -> new Item.PaidHours(v.text(placement), v.day(start), v.day(end), v.number(hours));
  }

  private Function<Values, Item> indicators() {
    int indicator = slot("indicator");
    int period = slot("period");
    int value = slot("value");
    int numerator = slot("numerator");
    int denominator = slot("denominator");
    return v ->
        new Item.Indicator(
            code(v, indicator),
            v.object(period, Period.class),
            v.number(value),
            v.number(numerator),
            v.number(denominator));
  }

  private Function<Values, Item> practices() {
    int practice = slot("practice");
    int from = slot("from");
    int to = slot("to");
    int phase = slot("phase");
    return v -> new Item.Practice(code(v, practice), v.day(from), v.day(to), code(v, phase));
  }

  private Function<Values, Item> lessons() {
    int id = slot("lesson_id");
    int date = slot("date");
    int[] code = slots("phase", "theme", "kind", "practice", "role");
    int text = slot("text");
    int publishable = slot("publishable");
    return v ->
        new Item.Lesson(
            v.text(id),
            v.day(date),
            code(v, code[0]),
            code(v, code[1]),
            code(v, code[2]),
            code(v, code[3]),
            code(v, code[4]),
            v.text(text),
            // what is not said to be publishable is not published
            Boolean.TRUE.equals(v.object(publishable, Boolean.class)));
  }

  private Function<Values, Item> statements() {
    int measure = slot("measure");
    int period = slot("period");
    int value = slot("value");
    int[] code = slots("organisation", "target_group", "route", "attribution", "contract_form");
    return v ->
        new Item.Statement(
            code(v, measure),
            v.object(period, Period.class),
            v.number(value),
            code(v, code[0]),
            code(v, code[1]),
            code(v, code[2]),
            code(v, code[3]),
            code(v, code[4]));
  }
}

package nl.oogst.run;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.Days;
import nl.oogst.model.Fixed;
import nl.oogst.model.Issue;
import nl.oogst.model.IssueCode;
import nl.oogst.model.Item;
import nl.oogst.model.Schemas;
import nl.oogst.resolve.ByteReader;
import nl.oogst.resolve.Identities;
import nl.oogst.resolve.Link;
import nl.oogst.resolve.Linking;
import nl.oogst.resolve.Resolution;
import nl.oogst.resolve.ResolvedPlacement;
import nl.oogst.resolve.Sightings;
import nl.oogst.resolve.SmallItems;

/** Makes the rows of the restricted data sets. */
final class RestrictedRows implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The columns of a placement that tell which job and person it is in all proeftuinen. */
  static final List<String> LINKED = List.of("person", "job_id", "job_records", "weight");

  private final Names names;
  private final Schemas schemas;
  private final Map<String, DataSetSchema> dataSets;

  RestrictedRows(Names names, Schemas schemas, Map<String, DataSetSchema> dataSets) {
    this.names = names;
    this.schemas = schemas;
    this.dataSets = dataSets;
  }

  /** The declaration of a data set. */
  DataSetSchema schema(String dataSet) {
    return dataSets.get(dataSet);
  }

  /** A row under construction, by column. */
  private final class RowOf {
    private final DataSetSchema schema;
    private final Object[] values;
    private int next;

    RowOf(String dataSet) {
      schema = dataSets.get(dataSet);
      values = new Object[schema.columns().size()];
    }

    RowOf set(String column, Object value) {
      // columns are set in their order, so a search is rarely needed
      if (next == values.length || !schema.columns().get(next).name().equals(column)) {
        next = schema.indexOf(column);
      }
      values[next++] = value;
      return this;
    }

    RowOf day(String column, int day) {
      return set(column, day == Days.NONE ? null : (Object) day);
    }

    RowOf number(String column, long fixed) {
      return set(column, Fixed.toDouble(fixed));
    }

    RowOf place(Sightings.Place place) {
      return set("delivery", names.delivery(place.delivery()).folder())
          .set("file", names.file(place.file()))
          .set("line", place.line());
    }
  }

  Object[] hours(String proeftuin, String placementId, ResolvedPlacement.Hours hours) {
    return new RowOf("paid_hours")
        .set("proeftuin", proeftuin)
        .set("placement_id", placementId)
        .day("period_start", hours.periodStart())
        .day("period_end", hours.periodEnd())
        .number("hours", hours.hours())
        .place(names.origin(proeftuin).ofRun(hours.place()))
        .values;
  }

  Object[] history(String proeftuin, String placementId, Resolution.PastState past) {
    RowOf row =
        new RowOf("placement_history")
            .set("proeftuin", proeftuin)
            .set("placement_id", placementId)
            .day("peildatum", past.peildatum())
            .set("delivery", names.delivery(past.delivery()).folder());
    return state(row, past.state()).values;
  }

  private RowOf state(RowOf row, Item.Placement s) {
    return row.set("person_id", s.personId())
        .set("contract_id", s.contractId())
        .set("organisation", s.organisation())
        .set("supplier", s.supplier())
        .set("supplier_kvk", s.supplierKvk())
        .set("employer", s.employer())
        .set("employer_kvk", s.employerKvk())
        .set("attribution", s.attribution())
        .set("route", s.route())
        .set("contract_form", s.contractForm())
        .set("target_group", s.targetGroup())
        .set("register_ground", s.registerGround())
        .day("register_from", s.registerFrom())
        .day("register_to", s.registerTo())
        .day("start_date", s.startDate())
        .day("end_date", s.endDate())
        .set("end_reason", s.endReason())
        .number("hours_per_week", s.hoursPerWeek())
        .number("value_eur", s.valueEur())
        .set("valuation_scheme", s.valuationScheme())
        .day("reference_date", s.referenceDate());
  }

  /** The row of a placement that is linked to no other; {@link LinkTask} tells of the others. */
  Object[] placement(ResolvedPlacement p) {
    Identities.Job job = Linking.NOTHING.job(p.proeftuin(), p.state().placementId());
    Object[] linked = linked(Linking.NOTHING.person(p.proeftuin(), p.state().personId()), job);
    RowOf row =
        new RowOf("placements")
            .set("proeftuin", p.proeftuin())
            .set("placement_id", p.state().placementId());
    state(row, p.state());
    for (int i = 0; i < linked.length; i++) {
      row.set(LINKED.get(i), linked[i]);
    }
    return row.set("has_link", p.state().link() != null)
        .day("first_peildatum", p.firstPeildatum())
        .day("last_peildatum", p.lastPeildatum())
        .day("known_until", p.knownUntil())
        .set("vanished", p.vanished())
        .set("is_job", p.isJob())
        .place(names.origin(p.proeftuin()).ofRun(p.place()))
        .values;
  }

  /** The values of {@link #LINKED}. */
  static Object[] linked(String person, Identities.Job job) {
    return new Object[] {person, job.id(), (long) job.records(), 1.0 / job.records()};
  }

  Object[] link(Link link) {
    return new RowOf("links")
        .set("rule", link.rule())
        .set("proeftuin_a", link.proeftuinA())
        .set("placement_id_a", link.placementA())
        .set("proeftuin_b", link.proeftuinB())
        .set("placement_id_b", link.placementB())
        .set("token_kind", link.tokenKind())
        .values;
  }

  /** The data set that holds the records of an entity. */
  static String dataSet(Item item) {
    return switch (item.entity()) {
      case "lesson" -> "lesson_records";
      case "practice" -> "practices";
      default -> item.entity() + "s";
    };
  }

  Object[] smallItem(SmallItems.Seen seen) {
    String proeftuin = names.delivery(seen.place().delivery()).proeftuin();
    return fields(seen.item(), new RowOf(dataSet(seen.item())).set("proeftuin", proeftuin))
        .place(seen.place())
        .values;
  }

  /** A practice that stands in the register and in no delivery. */
  Object[] registered(Inbox.PracticeInUse practice) {
    return fields(
            practice.practice(), new RowOf("practices").set("proeftuin", practice.proeftuin()))
        .set("file", "register/practices.csv")
        .set("line", practice.line())
        .values;
  }

  private static RowOf fields(Item item, RowOf row) {
    if (item instanceof Item.Lesson i) {
      return row.set("lesson_id", i.lessonId())
          .day("date", i.date())
          .set("phase", i.phase())
          .set("theme", i.theme())
          .set("kind", i.kind())
          .set("practice", i.practice())
          .set("role", i.role())
          .set("text", i.text())
          .set("publishable", i.publishable());
    }
    if (item instanceof Item.Indicator i) {
      return row.set("indicator", i.indicator())
          .set("period", i.period().toString())
          .number("value", i.value())
          .number("numerator", i.numerator())
          .number("denominator", i.denominator());
    }
    if (item instanceof Item.Practice i) {
      return row.set("practice", i.practice())
          .day("from", i.from())
          .day("to", i.to())
          .set("phase", i.phase());
    }
    Item.Statement i = (Item.Statement) item;
    return row.set("measure", i.measure())
        .set("period", i.period().toString())
        .number("value", i.value())
        .set("organisation", i.organisation())
        .set("target_group", i.targetGroup())
        .set("route", i.route())
        .set("attribution", i.attribution())
        .set("contract_form", i.contractForm());
  }

  /** An issue that comparing rows raised. */
  Object[] issue(Resolution.PlacedIssue placed) {
    Sightings.Place place = placed.place();
    return issue(
        names.delivery(place.delivery()).index(),
        names.file(place.file()),
        null,
        place.line(),
        placed.entity(),
        placed.issue());
  }

  /** An issue about a delivery, a file, a table or a row. */
  Object[] issue(int delivery, String file, String sheet, long line, String entity, Issue issue) {
    return new RowOf("issues")
        .set("proeftuin", names.delivery(delivery).proeftuin())
        .set("delivery", names.delivery(delivery).folder())
        .set("file", file)
        .set("sheet", sheet)
        .set("line", line == 0 ? null : (Object) line)
        .set("entity", entity)
        .set("field", issue.field())
        .set("code", issue.code().code())
        .set("severity", issue.code().severity().name().toLowerCase(Locale.ROOT))
        .set("found", issue.found())
        .set("expected", issue.expected())
        .set("treatment", schemas.issue(issue.code()).treatment().nl())
        .values;
  }

  /** The row of an issue that {@link Page#issue} packed; null when its delivery is refused. */
  Object[] readIssue(byte[] packed, Set<Integer> refused) {
    ByteReader in = new ByteReader(packed);
    int delivery = in.readInt();
    if (refused.contains(delivery)) {
      return null;
    }
    String file = in.readText();
    String sheet = in.readText();
    long line = in.readLong();
    String entity = in.readText();
    IssueCode code = IssueCode.valueOf(in.readText());
    return issue(
        delivery,
        file,
        sheet,
        line,
        entity,
        new Issue(code, in.readText(), in.readText(), in.readText()));
  }

  /** The row of a value that {@link Page#badValue} packed; null when its delivery is refused. */
  Object[] readBadValue(byte[] packed, Set<Integer> refused) {
    ByteReader in = new ByteReader(packed);
    int delivery = in.readInt();
    return refused.contains(delivery)
        ? null
        : quarantine(
            delivery, in.readText(), in.readLong(), in.readText(), in.readText(), in.readText());
  }

  /** A row of paid hours whose placement exists nowhere. */
  Object[] orphan(Resolution.PlacedIssue placed) {
    Sightings.Place place = placed.place();
    return quarantine(
        place.delivery(),
        names.file(place.file()),
        place.line(),
        placed.issue().field(),
        placed.issue().code().code(),
        null);
  }

  private Object[] quarantine(
      int delivery, String file, long line, String field, String code, String value) {
    return new RowOf("quarantine")
        .set("proeftuin", names.delivery(delivery).proeftuin())
        .set("delivery", names.delivery(delivery).folder())
        .set("file", file)
        .set("line", line)
        .set("field", field)
        .set("code", code)
        .set("value", value)
        .values;
  }
}

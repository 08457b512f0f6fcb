package nl.oogst.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes jobs down as a proeftuin knows them on a day, slips and habits included. */
final class Placements {
  private final Proeftuin proeftuin;
  private final List<String> fields;

  Placements(Proeftuin proeftuin) {
    this.proeftuin = proeftuin;
    var all =
        new ArrayList<>(
            List.of(
                "placement_id",
                "person_id",
                "contract_id",
                "organisation",
                "supplier",
                "supplier_kvk",
                "employer",
                "employer_kvk",
                "attribution",
                "route",
                "contract_form",
                "target_group",
                "register_ground",
                "register_from",
                "register_to",
                "start_date",
                "end_date",
                "end_reason",
                "hours_per_week",
                "value_eur",
                "valuation_scheme"));
    if (!changesMinistry() && constantOrganisation()) {
      all.remove("organisation");
    }
    if (proeftuin.wording() == Wording.SYSTEM) {
      all.remove("register_to");
    }
    if (proeftuin.does("peildatum")) {
      all.add("reference_date");
    }
    if (proeftuin.does("remark")) {
      all.add("remark");
    }
    if (proeftuin.does("links")) {
      all.addAll(List.of("link_surname", "link_initials", "link_birth_date"));
    }
    this.fields = List.copyOf(all);
  }

  List<String> fields() {
    return fields;
  }

  private boolean changesMinistry() {
    return proeftuin.organisations().size() > 1;
  }

  /** Whether the ministry stands in the profile instead of in a column. */
  boolean constantOrganisation() {
    return proeftuin.hasProfile() && !changesMinistry() && proeftuin.form() != Form.XLSX;
  }

  /** Whether the proeftuin has this job in its records on the day. */
  boolean shows(Job job, LocalDate day) {
    if (job.start().isAfter(day)) {
      return false;
    }
    if (job.end() == null || job.end().isAfter(day)) {
      return true;
    }
    boolean gone = job.vanishes() && !proeftuin.does("delta");
    boolean archived = proeftuin.does("archive") && job.end().isBefore(day.minusMonths(14));
    return !gone && !archived;
  }

  /**
   * The record on a day.
   *
   * @param previous the delivery before, or null: what is new since then may still hold slips
   */
  Row record(Job job, LocalDate day, LocalDate previous) {
    boolean firstSeen = previous == null || job.start().isAfter(previous);
    boolean ended = job.end() != null && !job.end().isAfter(day);
    boolean endFirstSeen = ended && (previous == null || job.end().isAfter(previous));
    LocalDate end = ended ? job.end() : plannedEnd(job, day);
    if (endFirstSeen && job.slipEndDays() != 0) {
      LocalDate slip = end.plusDays(job.slipEndDays());
      end = slip.isBefore(job.start()) || slip.isAfter(day) ? end : slip;
    }
    Map<String, Cell> cells = new LinkedHashMap<>();
    Wording wording = proeftuin.wording();
    cells.put("placement_id", Cell.text(job.placementId()));
    cells.put("person_id", Cell.text(job.personId()));
    cells.put("contract_id", Cell.text(job.contractId()));
    String organisation = proeftuin.organisationOn(job.start());
    cells.put("organisation", Cell.text(wording.word("organisations", organisation)));
    cells.put("supplier", Cell.text(job.supplier().name()));
    cells.put("supplier_kvk", Cell.text(job.supplier().kvk()));
    cells.put("employer", Cell.text(job.employer().name()));
    cells.put("employer_kvk", Cell.text(job.employer().kvk()));
    cells.put("attribution", Cell.text(wording.word("attributions", job.attribution())));
    cells.put("route", Cell.text(wording.word("routes", job.route())));
    cells.put("contract_form", Cell.text(wording.word("contract_forms", job.formOn(day))));
    cells.put("target_group", Cell.text(wording.word("target_groups", job.targetGroup())));
    cells.put("register_ground", Cell.text(wording.word("register_grounds", job.ground())));
    cells.put("register_from", Cell.date(job.registerFrom()));
    cells.put("register_to", Cell.date(known(job.registerTo(), day)));
    cells.put("start_date", Cell.date(job.start()));
    cells.put("end_date", Cell.date(end));
    cells.put("end_reason", Cell.text(ended ? wording.word("end_reasons", job.endReason()) : ""));
    int quarters = job.quartersOn(ended ? job.end() : day);
    cells.put(
        "hours_per_week",
        firstSeen && job.slipHours() ? Cell.quarters(quarters + 32) : Cell.quarters(quarters));
    cells.put("value_eur", job.value() == null ? Cell.EMPTY : Cell.number(job.value().toString()));
    cells.put(
        "valuation_scheme",
        Cell.text(job.value() == null ? "" : wording.word("valuation_schemes", job.scheme())));
    cells.put("reference_date", Cell.date(day));
    cells.put("remark", Cell.text(job.placementId().endsWith("5") ? "synthetisch" : ""));
    cells.put("link_surname", Cell.text(job.identity().surname()));
    cells.put("link_initials", Cell.text(job.identity().initials()));
    cells.put("link_birth_date", Cell.date(job.identity().birthDate()));
    cells.keySet().retainAll(fields);
    return new Row(cells);
  }

  private static LocalDate known(LocalDate date, LocalDate day) {
    return date == null || date.isAfter(day) ? null : date;
  }

  /** Some write down when a contract runs out, and move the date when it is renewed. */
  private LocalDate plannedEnd(Job job, LocalDate day) {
    if (!proeftuin.does("planned") || !job.formOn(day).equals("temporary")) {
      return null;
    }
    LocalDate end = job.start().plusMonths(12).minusDays(1);
    while (!end.isAfter(day)) {
      end = end.plusMonths(12);
    }
    return end;
  }
}

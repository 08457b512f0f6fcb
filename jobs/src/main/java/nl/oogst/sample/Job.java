package nl.oogst.sample;

import java.time.LocalDate;
import java.util.List;

/**
 * One placement as it truly went, and the slips made when it was first written down.
 *
 * @param end last day worked, or null while it lasts
 * @param hours steps of the weekly hours, the first on the start date
 * @param permanentFrom from when the contract is permanent, or null
 * @param slipHours the weekly hours were first reported too high
 * @param slipEndDays days by which the end date was off when first reported
 * @param vanishes the record disappears after its end instead of getting an end date
 * @param copyOf the placement in another proeftuin that is the same job, or null
 */
record Job(
    String proeftuin,
    String placementId,
    String personId,
    String contractId,
    Party supplier,
    Party employer,
    String attribution,
    String route,
    String form,
    String targetGroup,
    String ground,
    LocalDate registerFrom,
    LocalDate registerTo,
    LocalDate start,
    LocalDate end,
    String endReason,
    List<Step> hours,
    LocalDate permanentFrom,
    Integer value,
    String scheme,
    Identity identity,
    boolean slipHours,
    int slipEndDays,
    boolean vanishes,
    boolean treated,
    Job copyOf) {

  /** Weekly hours from a day on, in quarters of an hour. */
  record Step(LocalDate from, int quarters) {}

  /** A fictitious company. */
  record Party(String name, String kvk) {}

  /** Made-up person fields, delivered only where records are linked. */
  record Identity(String surname, String initials, LocalDate birthDate) {}

  boolean isJob() {
    return !form.equals("internship") && !form.equals("work_experience");
  }

  String formOn(LocalDate day) {
    return permanentFrom != null && !day.isBefore(permanentFrom) ? "permanent" : form;
  }

  int quartersOn(LocalDate day) {
    int quarters = hours.get(0).quarters();
    for (Step step : hours) {
      if (!step.from().isAfter(day)) {
        quarters = step.quarters();
      }
    }
    return quarters;
  }

  boolean workedBetween(LocalDate from, LocalDate to) {
    return !start.isAfter(to) && (end == null || !end.isBefore(from));
  }
}

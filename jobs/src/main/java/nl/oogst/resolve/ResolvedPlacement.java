package nl.oogst.resolve;

import java.util.List;
import java.util.Set;
import nl.oogst.model.Days;
import nl.oogst.model.Item;

/**
 * What is known of one placement, all deliveries together. Days are {@link Days}, hours millionths.
 *
 * @param state the newest accepted record; figures use it for the whole life of the placement
 * @param place the row it stands in
 * @param firstPeildatum the peildatum that first showed it
 * @param lastPeildatum the newest peildatum that showed or confirmed it
 * @param activeUntil last day it counts as active: its end, or where it vanished, or the as-of date
 * @param knownUntil last day up to which its life is known (contract, section 5 rule 2)
 * @param finished whether it is known to have ended; a planned end is not
 * @param vanished whether a later snapshot does not hold it, without an end date
 */
public record ResolvedPlacement(
    String proeftuin,
    Item.Placement state,
    Sightings.Place place,
    int firstPeildatum,
    int lastPeildatum,
    int activeUntil,
    int knownUntil,
    boolean finished,
    boolean vanished,
    List<Hours> hours,
    List<Observation> observations) {

  private static final Set<String> NO_JOB = Set.of("internship", "work_experience");

  /** Paid hours of one pay period, both days included, with the row they stand in. */
  public record Hours(int periodStart, int periodEnd, long hours, Sightings.Place place) {}

  /** The contract hours a week that a delivery showed, and whether the contract was permanent. */
  public record Observation(int peildatum, long hoursPerWeek, boolean permanent) {}

  /** The same placement with other paid hours. */
  ResolvedPlacement paid(List<Hours> other) {
    return new ResolvedPlacement(
        proeftuin,
        state,
        place,
        firstPeildatum,
        lastPeildatum,
        activeUntil,
        knownUntil,
        finished,
        vanished,
        other,
        observations);
  }

  /** Whether it is a job: neither internship nor work experience (contract, section 5 rule 3). */
  public boolean isJob() {
    return !NO_JOB.contains(state.contractForm());
  }

  /** Whether it counts as active on a day (contract, section 5 rule 1). */
  public boolean activeOn(int day) {
    return state.startDate() <= day && day <= activeUntil;
  }

  /** Whether all its days lie before a day: those it was active, was to end, or was paid. */
  public boolean overBefore(int day) {
    boolean over =
        state.startDate() < day
            && activeUntil < day
            && (state.endDate() == Days.NONE || state.endDate() < day);
    for (int i = 0; over && i < hours.size(); i++) {
      over = hours.get(i).periodEnd() < day;
    }
    return over;
  }

  /** Last day on which it is known to have been active; before its start when it never was. */
  public int knownActiveUntil() {
    return finished ? state.endDate() : Math.min(lastPeildatum, activeUntil);
  }
}

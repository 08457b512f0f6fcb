package nl.oogst.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * One fictitious proeftuin: what it is, and the habits of whoever keeps its records.
 *
 * @param organisations the ministry before and, where it was reorganised, after 2 July 2024
 * @param end last day, or null while it runs
 * @param planted from when the practice with a planted effect is in force, or null
 * @param hours how paid hours are delivered: {@code month}, {@code four_weeks} or {@code none}
 * @param rhythm {@code half}, {@code quarter} or {@code year}
 * @param lastDelivery after this day nothing is delivered any more, or null
 * @param shares the proeftuin whose framework contract it reports too, or null
 */
record Proeftuin(
    String id,
    String name,
    String category,
    String phase,
    int round,
    List<String> organisations,
    LocalDate start,
    LocalDate end,
    int jobs,
    String route,
    LocalDate planted,
    Form form,
    Wording wording,
    String hours,
    String rhythm,
    LocalDate lastDelivery,
    String shares,
    Set<String> habits,
    long contractValue,
    long obligation) {

  static final LocalDate REORGANISED = LocalDate.of(2024, 7, 2);

  /** The ministry that buys on this day. */
  String organisationOn(LocalDate day) {
    return day.isBefore(REORGANISED)
        ? organisations.get(0)
        : organisations.get(organisations.size() - 1);
  }

  boolean does(String habit) {
    return habits.contains(habit);
  }

  boolean hasProfile() {
    return form.usuallyHasProfile() && !does("noprofile");
  }

  /** The number of its framework contract; shared with the proeftuin it shares one with. */
  String contract() {
    return contractOf(shares == null ? id : shares);
  }

  static String contractOf(String id) {
    int number = 1000 + (int) Long.remainderUnsigned(Rng.of(7, "contract", id).next(), 9000);
    return "ROK-" + number;
  }
}

package nl.oogst.measure;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.oogst.model.Days;
import nl.oogst.model.Item;
import nl.oogst.model.Period;

/**
 * What all data sets of a run share: the periods, the breakdowns and how complete each period is.
 *
 * @param asOf the day up to which deliveries count
 * @param first the first start of a placement; periods run from there to the as-of date
 * @param phases the phase of each proeftuin, from the register
 * @param coverage how many of the proeftuinen that ran delivered, for each period
 */
public record Frame(
    LocalDate asOf,
    LocalDate first,
    List<Breakdown> breakdowns,
    Map<String, String> phases,
    Map<Period, Coverage> coverage)
    implements Serializable {

  static final String UNKNOWN = "unknown";

  /**
   * Proeftuinen whose register dates touch a period, and those of them with a delivery dated on or
   * after its end.
   */
  public record Coverage(int running, int delivered) implements Serializable {
    /** Whether figures of the period may still change since a proeftuin has not delivered. */
    public boolean provisional() {
      return delivered < running;
    }

    /** The share that delivered, or null when none ran. */
    public Double share() {
      return running == 0 ? null : delivered / (double) running;
    }
  }

  /**
   * The first day on which anything may still happen to what a person adds when the as-of date
   * moves on and nothing new is delivered: the as-of date; or, in its second half, 1 July, since
   * measures ask of a past year whether somebody worked in its third quarter.
   */
  public int unsettled() {
    return Math.min(Days.of(asOf), Days.of(asOf.getYear(), 7, 1));
  }

  /** Quarters first, then years. */
  public List<Period> periods() {
    return Period.covering(first, asOf);
  }

  int quarters() {
    return quarter(asOf.getYear(), asOf.getMonthValue()) + 1;
  }

  int years() {
    return asOf.getYear() - first.getYear() + 1;
  }

  /** The place of a day's quarter in {@link #periods()}, or -1 outside of them. */
  int quarterOf(int day) {
    LocalDate date = Days.date(day);
    int index = quarter(date.getYear(), date.getMonthValue());
    return index < 0 || index >= quarters() ? -1 : index;
  }

  private int quarter(int year, int month) {
    return (year - first.getYear()) * 4 + (month - 1) / 3 - (first.getMonthValue() - 1) / 3;
  }

  /** The place of a year in {@link #periods()}, or -1 outside of them. */
  int year(int year) {
    int index = year - first.getYear();
    return index < 0 || index >= years() ? -1 : quarters() + index;
  }

  /** The last day of a period, or the as-of date in the running one. */
  int lastDay(Period period) {
    return Math.min(Days.of(period.end()), Days.of(asOf));
  }

  /** The place now of a period that had one when the as-of date was an earlier one. */
  int place(int then, LocalDate earlier) {
    int quartersThen = quarter(earlier.getYear(), earlier.getMonthValue()) + 1;
    return then < quartersThen ? then : then - quartersThen + quarters();
  }

  /** The slice of a breakdown, by its place in the list, that an engagement belongs to. */
  Slice slice(int breakdown, Engagement engagement) {
    List<Dimension> dimensions = breakdowns.get(breakdown).dimensions();
    String[] values = new String[dimensions.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(dimensions.get(i), engagement);
    }
    return new Slice(breakdown, values);
  }

  private String value(Dimension dimension, Engagement engagement) {
    Item.Placement state = engagement.state();
    String value =
        switch (dimension) {
          case ORGANISATION -> state.organisation();
          case PROEFTUIN -> engagement.placement().proeftuin();
          case TARGET_GROUP -> state.targetGroup();
          case ROUTE -> state.route();
          case ATTRIBUTION -> state.attribution();
          case CONTRACT_FORM -> state.contractForm();
          case PHASE -> phases.get(engagement.placement().proeftuin());
        };
    return value == null ? UNKNOWN : value;
  }
}

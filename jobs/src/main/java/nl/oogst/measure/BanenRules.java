package nl.oogst.measure;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.oogst.model.Days;
import nl.oogst.model.Item;
import nl.oogst.model.Period;
import nl.oogst.model.SchemaMistake;

/**
 * Who counts for the Banenafspraak, for whom, and how many paid hours are one baan, per calendar
 * year: {@code schemas/rules/banenafspraak.json}, with the law behind each rule.
 */
public final class BanenRules implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String PLACE = "rules/banenafspraak.json";

  /** What counts for nobody. */
  static final String NONE = "none";

  private record Regime(
      int from,
      int to,
      double hoursYear,
      double hoursQuarter,
      Set<String> grounds,
      Map<String, Set<String>> onlyUnder,
      Map<String, String> countsFor)
      implements Serializable {}

  private final List<Regime> regimes = new ArrayList<>();

  /**
   * Reads the rule book.
   *
   * @throws SchemaMistake when a part is missing or years overlap
   */
  public BanenRules(JsonNode rules) {
    for (JsonNode node : rules.path("regimes")) {
      regimes.add(regime(node));
    }
    if (regimes.isEmpty()) {
      throw new SchemaMistake(PLACE, "'regimes' lists nothing");
    }
    for (int i = 1; i < regimes.size(); i++) {
      if (regimes.get(i).from() <= regimes.get(i - 1).to()) {
        throw new SchemaMistake(
            PLACE, "the regime from " + regimes.get(i).from() + " overlaps the one before");
      }
    }
  }

  private static Regime regime(JsonNode node) {
    Set<String> grounds = new HashSet<>();
    node.path("counted_grounds").forEach(ground -> grounds.add(ground.asText()));
    Map<String, Set<String>> onlyUnder = new HashMap<>();
    node.path("only_under")
        .properties()
        .forEach(
            entry -> {
              Set<String> attributions = new HashSet<>();
              entry.getValue().forEach(attribution -> attributions.add(attribution.asText()));
              onlyUnder.put(entry.getKey(), attributions);
            });
    Map<String, String> countsFor = new HashMap<>();
    node.path("counts_for")
        .properties()
        .forEach(entry -> countsFor.put(entry.getKey(), entry.getValue().asText()));
    return new Regime(
        node.path("from").asInt(),
        node.path("to").asInt(Integer.MAX_VALUE),
        positive(node, "hours_per_baan_year"),
        positive(node, "hours_per_baan_quarter"),
        grounds,
        onlyUnder,
        countsFor);
  }

  private static double positive(JsonNode node, String key) {
    double value = node.path(key).asDouble();
    if (value <= 0) {
      throw new SchemaMistake(PLACE, "'" + key + "' must be a number above 0");
    }
    return value;
  }

  /** The rules of a year; the nearest ones for a year that no regime covers. */
  private Regime of(int year) {
    for (Regime regime : regimes) {
      if (year <= regime.to()) {
        return regime;
      }
    }
    return regimes.get(regimes.size() - 1);
  }

  /** Paid hours that are one baan in a period. */
  double hoursPerBaan(Period period) {
    Regime regime = of(period.year());
    return period.isYear() ? regime.hoursYear() : regime.hoursQuarter();
  }

  /**
   * Whom hours count for.
   *
   * @param first first day of the pay period, or of the month for estimates
   * @param last last day of it; registration on any day in between counts for all of it (Wfsv art.
   *     38g lid 8)
   * @param year the year the hours fall in
   * @return a code of {@code counts_for}
   */
  String countsFor(Engagement engagement, int first, int last, int year) {
    return registered(engagement, first, last) ? countsFor(engagement, year) : NONE;
  }

  /** Whether the register holds the person on any of these days, on whatever ground. */
  static boolean registered(Engagement engagement, int first, int last) {
    Item.Placement state = engagement.state();
    return (state.registerFrom() == Days.NONE || state.registerFrom() <= last)
        && (state.registerTo() == Days.NONE || state.registerTo() >= first);
  }

  /** Whom hours of a year count for while the person is registered. */
  String countsFor(Engagement engagement, int year) {
    Item.Placement state = engagement.state();
    Regime regime = of(year);
    String ground = state.registerGround();
    if (!engagement.isJob() || ground == null || !regime.grounds().contains(ground)) {
      return NONE;
    }
    Set<String> under = regime.onlyUnder().get(ground);
    return under == null || under.contains(state.attribution())
        ? regime.countsFor().getOrDefault(state.attribution(), NONE)
        : NONE;
  }
}

package nl.oogst.measure;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.oogst.model.Code;
import nl.oogst.model.CodeList;
import nl.oogst.model.SchemaMistake;
import nl.oogst.stats.Evidence;

/**
 * When a comparison may be called what, and how coarsely it is published: {@code
 * schemas/rules/lessons.json}, with the practices and outcomes that are compared.
 *
 * @param practices codes of {@code codelists/practices.csv}, in its order
 * @param kinds of these practices: practice or support
 * @param evidence thresholds
 * @param pilotsShown fewest proeftuinen on a side for any figure
 * @param pilotsOfDurations fewest on a side for days to the first job
 * @param openPilot at risk in a proeftuin from which its own figure is public anyway
 * @param steps published steps by kind of figure
 * @param probabilityStep of p and q
 * @param themeYears fewest complete years for a trend word about a theme
 */
public record LessonRules(
    List<String> practices,
    Map<String, String> kinds,
    Evidence.Thresholds evidence,
    int pilotsShown,
    int pilotsOfDurations,
    double openPilot,
    Map<String, Steps> steps,
    double probabilityStep,
    int themeYears)
    implements Serializable {

  private static final String PLACE = "rules/lessons.json";

  /** Distances between published figures. */
  public record Steps(double fine, double coarse) implements Serializable {}

  public LessonRules {
    practices = List.copyOf(practices);
    kinds = new TreeMap<>(kinds);
    steps = new TreeMap<>(steps);
  }

  /**
   * Reads and judges the rules.
   *
   * @throws SchemaMistake when a number is missing or impossible, or the list of outcomes is not
   *     the one that can be computed
   */
  public static LessonRules read(JsonNode rules, CodeList practices, CodeList outcomes) {
    checkOutcomes(outcomes);
    JsonNode supported = rules.path("evidence").path("supported");
    JsonNode indication = rules.path("evidence").path("indication");
    Map<String, Steps> steps = new TreeMap<>();
    for (LessonOutcome outcome : LessonOutcome.values()) {
      JsonNode step = rules.path("steps").path(outcome.steps());
      double fine = number(step, "steps." + outcome.steps() + ".", "fine", 0, 1e6);
      double coarse = number(step, "steps." + outcome.steps() + ".", "coarse", fine, 1e6);
      steps.put(outcome.steps(), new Steps(fine, coarse));
    }
    List<String> codes = new ArrayList<>();
    Map<String, String> kinds = new TreeMap<>();
    for (Code code : practices.codes()) {
      codes.add(code.code());
      kinds.put(code.code(), code.extra().getOrDefault("kind", "practice"));
    }
    String at = "evidence.supported.";
    return new LessonRules(
        codes,
        kinds,
        new Evidence.Thresholds(
            whole(supported, at, "pilots"),
            number(supported, at, "persons", 1, 1e9),
            number(supported, at, "at_risk", 1, 1e9),
            whole(supported, at, "pilots_at_risk"),
            number(supported, at, "q", 0, 1),
            whole(indication, "evidence.indication.", "pilots"),
            number(indication, "evidence.indication.", "p", 0, 1)),
        whole(rules.path("shown"), "shown.", "pilots"),
        whole(rules.path("shown"), "shown.", "pilots_of_durations"),
        number(rules.path("shown"), "shown.", "open_pilot", 1, 1e9),
        steps,
        number(rules.path("steps"), "steps.", "probability", 0, 1),
        whole(rules.path("themes"), "themes.", "years"));
  }

  private static void checkOutcomes(CodeList outcomes) {
    List<String> declared = new ArrayList<>();
    outcomes.codes().forEach(code -> declared.add(code.code()));
    List<String> computed =
        List.of(LessonOutcome.values()).stream().map(LessonOutcome::code).toList();
    if (!declared.equals(computed)) {
      throw new SchemaMistake(
          "codelists/lesson_outcomes.csv",
          "found " + declared + "; expected exactly " + computed + ", which can be computed");
    }
  }

  private static int whole(JsonNode node, String at, String key) {
    double number = number(node, at, key, 1, 1000);
    if (number != Math.rint(number)) {
      throw new SchemaMistake(
          PLACE, "'" + at + key + "' is " + number + "; expected a whole number");
    }
    return (int) number;
  }

  private static double number(JsonNode node, String at, String key, double least, double most) {
    JsonNode value = node.path(key);
    double number = value.asDouble(Double.NaN);
    if (!value.isNumber() || !(number > 0) || number < least || number > most) {
      throw new SchemaMistake(
          PLACE,
          "'"
              + at
              + key
              + "' is "
              + (value.isMissingNode() ? "missing" : value.asText())
              + "; expected a number above 0, from "
              + least
              + " to "
              + most);
    }
    return number;
  }
}

package nl.oogst.protect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.oogst.model.SchemaMistake;
import nl.oogst.protect.DisclosureRules.Base;

/** Reads and judges {@code schemas/rules/disclosure.json}; every mistake names its key. */
final class DisclosureRulesReader {
  private static final Set<String> KEYS =
      Set.of(
          "bases",
          "minDenominator",
          "shareStep",
          "shareFloor",
          "shareCeiling",
          "minAtRisk",
          "sensitive",
          "description",
          "source");

  /** Fewer hides nobody. */
  private static final double LEAST_COUNT = 3;

  /** Hours a week above which every record already carries a warning. */
  private static final double LONG_WEEK = 60;

  private static final double WEEKS_A_QUARTER = 92 / 7.0;
  private static final double WEEKS_A_YEAR = 366 / 7.0;
  private static final double HOURS_A_BAAN = 1331;
  private static final double HOURS_A_FTE = 36;

  /** What one person with a long week adds: a base has to be larger. */
  private static final Map<String, Base> ONE_PERSON =
      Map.of(
          "hours",
          least(LONG_WEEK * WEEKS_A_QUARTER, LONG_WEEK * WEEKS_A_YEAR),
          "banen",
          least(
              LONG_WEEK * WEEKS_A_QUARTER / (HOURS_A_BAAN / 4),
              LONG_WEEK * WEEKS_A_YEAR / HOURS_A_BAAN),
          "fte",
          least(LONG_WEEK / HOURS_A_FTE, LONG_WEEK / HOURS_A_FTE));

  private final Path file;

  DisclosureRulesReader(Path file) {
    this.file = file;
  }

  DisclosureRules read() {
    var root = parse();
    root.fieldNames()
        .forEachRemaining(
            key -> {
              if (!KEYS.contains(key)) {
                throw mistake(key, "is not a key that belongs here");
              }
            });
    var step = number(root, "shareStep", "shareStep", 0, 1);
    var steps = Math.rint(1 / step);
    if (Math.abs(steps * step - 1) > 1e-9) {
      throw mistake("shareStep", "found " + step + "; expected 1 divided by a whole number");
    }
    var floor = number(root, "shareFloor", "shareFloor", 0, 0.5);
    var ceiling = number(root, "shareCeiling", "shareCeiling", 0.5, 1);
    wholeSteps("shareFloor", floor, steps);
    wholeSteps("shareCeiling", ceiling, steps);
    return new DisclosureRules(
        bases(root.path("bases")),
        (long) number(root, "minDenominator", "minDenominator", 2, 1e6),
        steps,
        floor,
        ceiling,
        (long) number(root, "minAtRisk", "minAtRisk", 2, 1e6),
        texts(root, "sensitive"));
  }

  /** Rounded up to one decimal, so that messages read well. */
  private static Base least(double quarter, double year) {
    return new Base(Math.ceil(quarter * 10) / 10, Math.ceil(year * 10) / 10);
  }

  private void wholeSteps(String key, double share, double steps) {
    if (Math.abs(Math.rint(share * steps) - share * steps) > 1e-9) {
      throw mistake(key, "found " + share + "; expected a multiple of shareStep");
    }
  }

  private SortedMap<String, Base> bases(JsonNode node) {
    if (!node.isObject() || !node.has("count")) {
      throw mistake("bases", "expected an object with at least the key count");
    }
    var bases = new TreeMap<String, Base>();
    node.fieldNames().forEachRemaining(kind -> bases.put(kind, base(node, kind)));
    return bases;
  }

  private Base base(JsonNode node, String kind) {
    var at = "bases." + kind;
    var least = ONE_PERSON.getOrDefault(kind, new Base(0, 0));
    if (kind.equals("count")) {
      least = new Base(LEAST_COUNT, LEAST_COUNT);
    }
    var value = node.path(kind);
    if (!value.isObject()) {
      var one = number(node, kind, at, Math.max(least.quarter(), least.year()), 1e12);
      return new Base(one, one);
    }
    return new Base(
        number(value, "quarter", at + ".quarter", least.quarter(), 1e12),
        number(value, "year", at + ".year", least.year(), 1e12));
  }

  private double number(JsonNode node, String key, String at, double least, double most) {
    var value = node.path(key);
    if (!value.isNumber()) {
      throw mistake(at, value.isMissingNode() ? "is missing; expected a number" : "is no number");
    }
    var number = value.doubleValue();
    if (!(number > 0) || number < least || number > most) {
      var expected = least > 0 ? "at least " + shown(least) : "above 0";
      throw mistake(
          at, "found " + shown(number) + "; expected " + expected + ", at most " + shown(most));
    }
    return number;
  }

  private List<String> texts(JsonNode node, String key) {
    List<String> texts = new ArrayList<>();
    for (JsonNode text : node.path(key)) {
      if (!text.isTextual()) {
        throw mistake(key, "expected a list of names of columns");
      }
      texts.add(text.textValue());
    }
    return texts;
  }

  private static String shown(double number) {
    return Math.rint(number) == number ? Long.toString((long) number) : Double.toString(number);
  }

  private JsonNode parse() {
    try {
      var root = new ObjectMapper().readTree(Files.readAllBytes(file));
      if (!root.isObject()) {
        throw mistake("", "expected a JSON object");
      }
      return root;
    } catch (NoSuchFileException e) {
      throw mistake("", "there is no such file");
    } catch (JsonProcessingException e) {
      throw mistake("", "not readable as JSON (" + e.getOriginalMessage() + ")");
    } catch (IOException e) {
      throw mistake("", "cannot be read (" + e.getMessage() + ")");
    }
  }

  private SchemaMistake mistake(String place, String problem) {
    return new SchemaMistake(file, place, problem);
  }
}

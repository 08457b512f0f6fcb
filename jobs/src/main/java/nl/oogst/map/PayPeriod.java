package nl.oogst.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A column such as "Periode" or "Maand", which gives both the first and the last day. */
final class PayPeriod {
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d\\d(?!\\d)");

  private final String entity;
  private final String start;
  private final String end;
  private final HeaderWords words;
  private final Set<List<String>> headers = new HashSet<>();
  private final Set<List<String>> years = new HashSet<>();

  /**
   * @param rules {@code pay_period} of {@code schemas/rules/headers.json}
   */
  PayPeriod(JsonNode rules, HeaderWords words) {
    this.entity = rules.path("entity").asText();
    this.start = rules.path("gives").path(0).asText();
    this.end = rules.path("gives").path(1).asText();
    this.words = words;
    rules.path("headers").forEach(header -> headers.add(key(header.asText())));
    rules.path("years").forEach(header -> years.add(key(header.asText())));
  }

  private List<String> key(String header) {
    HeaderWords.Parsed parsed = words.parse(header);
    return parsed.outside();
  }

  String entity() {
    return entity;
  }

  String start() {
    return start;
  }

  String end() {
    return end;
  }

  boolean isNamedBy(String header) {
    return headers.contains(key(header));
  }

  /** Whether a header names the year of pay periods that stand in another column. */
  boolean isYear(String header) {
    return years.contains(key(header));
  }

  /** Whether values name periods and not the year they are in. */
  static boolean lackYear(List<String> values) {
    return !values.isEmpty() && values.stream().noneMatch(value -> YEAR.matcher(value).find());
  }

  /** Whether values are years and nothing else. */
  static boolean areYears(List<String> values) {
    return !values.isEmpty() && values.stream().allMatch(value -> YEAR.matcher(value).matches());
  }
}

package nl.oogst.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.Period;
import nl.oogst.stats.MannKendall;
import nl.oogst.stats.Trend;

/**
 * What is said how often and by whom, year by year, and whether it is said more or less. No person
 * is behind a count of notes, so nothing is rounded.
 *
 * <p>Proeftuinen write more in one year than in another; so a theme grows or fades by the share of
 * the writing proeftuinen that mention it, over complete years, by Mann and Kendall's test.
 */
public final class LessonThemes {
  private static final double SIGNIFICANT = 0.05;
  private static final String ALL = "all";

  private final List<LessonNote> notes;
  private final LocalDate asOf;
  private final int fewestYears;
  private final DataSetSchema schema;

  /**
   * @param notes that may be published
   * @param asOf a year that has not ended by then is provisional
   * @param fewestYears complete years for a trend word
   */
  public LessonThemes(
      List<LessonNote> notes, LocalDate asOf, int fewestYears, DataSetSchema schema) {
    this.notes = List.copyOf(notes);
    this.asOf = asOf;
    this.fewestYears = fewestYears;
    this.schema = schema;
  }

  /** By whom: a breakdown with what it reads from a note. */
  private static Map<String, Function<LessonNote, String>> breakdowns() {
    Map<String, Function<LessonNote, String>> all = new LinkedHashMap<>();
    all.put(ALL, note -> "");
    all.put("phase", note -> note.lesson().phase());
    all.put("role", note -> note.lesson().role());
    all.put("category", LessonNote::category);
    all.put("kind", note -> note.lesson().kind());
    return all;
  }

  /** The notes of one group in one year, or in all. */
  private static final class Group {
    private final Map<String, Integer> notes = new HashMap<>();
    private final Map<String, Set<String>> proeftuinen = new HashMap<>();
    private final Set<String> writing = new HashSet<>();

    void add(LessonNote note) {
      String theme = note.lesson().theme();
      notes.merge(theme, 1, Integer::sum);
      proeftuinen.computeIfAbsent(theme, t -> new HashSet<>()).add(note.proeftuin());
      writing.add(note.proeftuin());
    }

    int notes(String theme) {
      return notes.getOrDefault(theme, 0);
    }

    int proeftuinen(String theme) {
      return proeftuinen.getOrDefault(theme, Set.of()).size();
    }

    Optional<Double> share(String theme) {
      return writing.isEmpty()
          ? Optional.empty()
          : Optional.of(proeftuinen(theme) / (double) writing.size());
    }
  }

  /** Rows for each theme that a group ever wrote about, in every year and over all years. */
  public List<Object[]> rows() {
    List<Object[]> rows = new ArrayList<>();
    breakdowns()
        .forEach(
            (breakdown, value) -> {
              Map<String, List<LessonNote>> byValue = new TreeMap<>();
              for (LessonNote note : notes) {
                String found = value.apply(note);
                byValue
                    .computeIfAbsent(found == null ? Frame.UNKNOWN : found, v -> new ArrayList<>())
                    .add(note);
              }
              byValue.forEach((of, its) -> rows.addAll(rows(breakdown, of, its)));
            });
    return rows;
  }

  private List<Object[]> rows(String breakdown, String value, List<LessonNote> group) {
    int first = notes.stream().mapToInt(LessonNote::year).min().orElseThrow();
    int last =
        Math.max(asOf.getYear(), notes.stream().mapToInt(LessonNote::year).max().orElseThrow());
    Map<Integer, Group> years = new TreeMap<>();
    Group all = new Group();
    for (int year = first; year <= last; year++) {
      years.put(year, new Group());
    }
    for (LessonNote note : group) {
      years.get(note.year()).add(note);
      all.add(note);
    }
    List<Object[]> rows = new ArrayList<>();
    for (String theme : new TreeSet<>(all.notes.keySet())) {
      Map<String, Object> trend = trend(years, theme);
      years.forEach(
          (year, its) -> {
            Period period = Period.year(year);
            Map<String, Object> cells = cells(breakdown, value, theme, its, trend);
            cells.put("period_type", "year");
            cells.put("period", period.toString());
            cells.put("period_start", period.start());
            cells.put("period_end", period.end());
            cells.put("provisional", asOf.isBefore(period.end()));
            rows.add(LessonNotes.row(cells, schema));
          });
      Map<String, Object> cells = cells(breakdown, value, theme, all, trend);
      cells.put("period_type", ALL);
      cells.put("period", ALL);
      cells.put("period_start", Period.year(first).start());
      cells.put("period_end", Period.year(last).end());
      cells.put("provisional", true);
      rows.add(LessonNotes.row(cells, schema));
    }
    return rows;
  }

  private static Map<String, Object> cells(
      String breakdown, String value, String theme, Group its, Map<String, Object> trend) {
    Map<String, Object> cells = new TreeMap<>(trend);
    cells.put("breakdown", breakdown);
    if (!breakdown.equals(ALL)) {
      cells.put(breakdown, value);
    }
    cells.put("theme", theme);
    cells.put("notes", (long) its.notes(theme));
    cells.put("proeftuinen", (long) its.proeftuinen(theme));
    cells.put("proeftuinen_writing", (long) its.writing.size());
    cells.put("share", its.share(theme).orElse(null));
    cells.put("disclosure", "open");
    return cells;
  }

  /** Over the complete years in which anybody of the group wrote. */
  private Map<String, Object> trend(Map<Integer, Group> years, String theme) {
    List<Double> shares = new ArrayList<>();
    years.forEach(
        (year, its) -> {
          if (!asOf.isBefore(Period.year(year).end())) {
            its.share(theme).ifPresent(shares::add);
          }
        });
    Map<String, Object> trend = new TreeMap<>();
    trend.put("points", (long) shares.size());
    Trend.Direction direction = Trend.Direction.TOO_SHORT;
    if (shares.size() >= fewestYears) {
      var test =
          MannKendall.of(shares.stream().mapToDouble(Double::doubleValue).toArray()).orElseThrow();
      trend.put("p_value", test.p());
      direction =
          test.p() >= SIGNIFICANT
              ? Trend.Direction.NO_CLEAR_TREND
              : test.s() > 0 ? Trend.Direction.RISING : Trend.Direction.FALLING;
    }
    trend.put("direction", direction.code());
    return trend;
  }
}

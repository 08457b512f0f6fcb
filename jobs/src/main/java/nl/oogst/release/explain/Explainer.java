package nl.oogst.release.explain;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.oogst.measure.Dimension;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.Days;
import nl.oogst.release.OutputFailure;
import nl.oogst.release.ParquetSetReader;
import nl.oogst.release.explain.Explanation.Contribution;
import nl.oogst.release.explain.Explanation.Correction;
import nl.oogst.release.explain.Explanation.Join;
import nl.oogst.release.explain.Explanation.Part;
import nl.oogst.release.records.Observations;
import nl.oogst.release.records.ReleasedRecord;
import nl.oogst.release.records.ReleasedRecord.PaidHours;
import nl.oogst.release.records.ReleasedRecords;
import nl.oogst.release.revision.Rules;

/** Leads from a figure to the placements behind it and the rows they stand in. */
public final class Explainer {
  private static final String HOURS = "banenafspraak_contributions";
  private static final String LASTING = "sustainability_indicators";
  private static final List<String> NO_STATE =
      List.of("proeftuin", "placement_id", "peildatum", "delivery", "reference_date");

  private final Path release;
  private final DataSetSchema schema;
  private final Rules rules;
  private final int asOf;

  /**
   * For the figures of a data set.
   *
   * @param asOf of the release, as {@link Days}
   */
  public Explainer(Path release, DataSetSchema schema, Rules rules, int asOf) {
    this.release = release;
    this.schema = schema;
    this.rules = rules;
    this.asOf = asOf;
  }

  /** Whether the figures of a data set are sums that can be taken apart. */
  public static boolean knows(String dataSet, Rules rules) {
    return Figures.known(dataSet, rules);
  }

  /** What a figure is made of, and what its placements make when all are taken together. */
  public record Made(List<Part> parts, BigDecimal together) {}

  /**
   * The placements that a cell is made of, in order of proeftuin and placement, for each part.
   *
   * @param cell the values of all key columns that are filled
   * @param measure the column of the figure
   * @param first first day of the figures of the release
   */
  public Made made(
      Map<String, String> cell, LocalDate start, LocalDate end, String measure, int first)
      throws OutputFailure {
    var figures = new Figures(schema, cell, measure, rules, asOf, first);
    var persons = persons(cell);
    var found = new TreeMap<String, List<Found>>();
    for (var person : persons.values()) {
      var amounts = figures.of(person);
      var counts = false;
      for (int i = 0; i < person.size(); i++) {
        for (var part : amounts.get(i).entrySet()) {
          var added = part.getValue().signum() != 0;
          counts |= added;
          if (added
              || (counts && measure.equals("persons") && touches(person.get(i), start, end))) {
            found
                .computeIfAbsent(part.getKey(), name -> new ArrayList<>())
                .add(new Found(person.get(i), part.getValue()));
          }
        }
      }
    }
    var parts = new ArrayList<Part>();
    for (var part : found.entrySet()) {
      parts.add(new Part(part.getKey(), contributions(part.getValue(), start, end)));
    }
    return new Made(parts, figures.together(persons.values()));
  }

  private List<Contribution> contributions(List<Found> found, LocalDate start, LocalDate end)
      throws OutputFailure {
    found.sort(Comparator.comparing(one -> one.record().key()));
    var joins = joins();
    var corrections = corrections(found);
    return found.stream()
        .map(
            one ->
                new Contribution(
                    one.record(),
                    one.amount(),
                    hours(one.record(), start, end),
                    joins.getOrDefault(one.record().key(), List.of()),
                    corrections.getOrDefault(one.record().key(), List.of())))
        .toList();
  }

  private record Found(ReleasedRecord record, BigDecimal amount) {}

  /**
   * The records that can be in the cell, by person. Whether somebody still works is seen from all
   * their work: there, whoever is in the cell is taken with all records.
   */
  private Map<String, List<ReleasedRecord>> persons(Map<String, String> cell) throws OutputFailure {
    var phases = new HashMap<String, String>();
    rules.register().forEach(p -> phases.put(p.id(), p.phase()));
    var whole = schema.name().equals(LASTING);
    var persons = new TreeMap<String, List<ReleasedRecord>>();
    var inside = new HashSet<String>();
    try (var records = ReleasedRecords.open(release);
        var shown = Observations.open(release)) {
      for (var record = records.next(); record != null; record = records.next()) {
        var in = isIn(record, cell, phases);
        if (in) {
          inside.add(record.person());
        }
        if (in || whole) {
          persons
              .computeIfAbsent(record.person(), p -> new ArrayList<>())
              .add(record.observed(shown.of(record)));
        }
      }
    }
    persons.keySet().retainAll(inside);
    return persons;
  }

  private static boolean isIn(
      ReleasedRecord record, Map<String, String> cell, Map<String, String> phases) {
    for (var dimension : Dimension.values()) {
      var wanted = cell.get(dimension.column());
      if (wanted != null) {
        var value = value(record, dimension, phases);
        if (!wanted.equals(value == null ? "unknown" : value)) {
          return false;
        }
      }
    }
    return true;
  }

  private static String value(
      ReleasedRecord record, Dimension dimension, Map<String, String> phases) {
    return switch (dimension) {
      case ORGANISATION -> record.state().organisation();
      case PROEFTUIN -> record.proeftuin();
      case TARGET_GROUP -> record.state().targetGroup();
      case ROUTE -> record.state().route();
      case ATTRIBUTION -> record.state().attribution();
      case CONTRACT_FORM -> record.state().contractForm();
      case PHASE -> phases.get(record.proeftuin());
    };
  }

  private boolean touches(ReleasedRecord record, LocalDate start, LocalDate end) {
    var placement = record.engagement(asOf).placement();
    return placement.isJob()
        && placement.activeUntil() >= Days.of(start)
        && placement.state().startDate() <= Math.min(Days.of(end), asOf);
  }

  private List<PaidHours> hours(ReleasedRecord record, LocalDate start, LocalDate end) {
    return schema.name().equals(HOURS)
        ? record.hours().stream()
            .filter(h -> h.periodEnd() >= Days.of(start) && h.periodStart() <= Days.of(end))
            .toList()
        : List.of();
  }

  /** The joins of each record, from either side. */
  private Map<String, List<Join>> joins() throws OutputFailure {
    var joins = new HashMap<String, List<Join>>();
    try (var links = ParquetSetReader.open(release.resolve("restricted"), "links", null)) {
      for (var row = links.next(); row != null; row = links.next()) {
        for (var own : List.of("a", "b")) {
          var other = own.equals("a") ? "b" : "a";
          var key = key(links, row, "proeftuin_" + own, "placement_id_" + own);
          joins
              .computeIfAbsent(key, k -> new ArrayList<>())
              .add(
                  new Join(
                      text(links, row, "rule"),
                      text(links, row, "token_kind"),
                      text(links, row, "proeftuin_" + other),
                      text(links, row, "placement_id_" + other)));
        }
      }
    }
    return joins;
  }

  private static String text(ParquetSetReader reader, Object[] row, String column) {
    return (String) row[reader.indexOf(column)];
  }

  private static String key(ParquetSetReader reader, Object[] row, String proeftuin, String id) {
    return text(reader, row, proeftuin) + '\u0001' + text(reader, row, id) + '\u0001';
  }

  /** What the history says of these records, field by field. */
  private Map<String, List<Correction>> corrections(List<Found> found) throws OutputFailure {
    var wanted = new HashMap<String, List<Correction>>();
    found.forEach(one -> wanted.put(one.record().key(), new ArrayList<>()));
    try (var history =
        ParquetSetReader.open(release.resolve("restricted"), "placement_history", null)) {
      Object[] before = null;
      String keyBefore = null;
      for (var row = history.next(); row != null; row = history.next()) {
        var key = key(history, row, "proeftuin", "placement_id");
        if (wanted.containsKey(key) && key.equals(keyBefore)) {
          compare(history, before, row, wanted.get(key));
        }
        before = row;
        keyBefore = key;
      }
    }
    return wanted;
  }

  private static void compare(
      ParquetSetReader history, Object[] before, Object[] now, List<Correction> to) {
    for (int i = 0; i < now.length; i++) {
      var field = history.columns().get(i);
      if (!NO_STATE.contains(field) && !java.util.Objects.equals(before[i], now[i])) {
        to.add(
            new Correction(
                text(history, now, "delivery"),
                shown(now[history.indexOf("peildatum")]),
                field,
                shown(before[i]),
                shown(now[i])));
      }
    }
  }

  private static String shown(Object value) {
    return value == null
        ? null
        : value instanceof Integer day ? Days.date(day).toString() : plain(value);
  }

  private static String plain(Object value) {
    return value instanceof Double number
        ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
        : value.toString();
  }
}

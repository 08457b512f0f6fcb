package nl.oogst.release.revision;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.oogst.model.Column;
import nl.oogst.model.ColumnPlaces;
import nl.oogst.model.DataSetSchema;
import nl.oogst.protect.DisclosureRules;

/** The rows of the data set of revisions. */
public final class RevisionRows {
  private static final List<String> SHARED =
      List.of(
          "period_type",
          "period",
          "period_start",
          "period_end",
          "breakdown",
          "organisation",
          "proeftuin",
          "target_group",
          "route",
          "attribution",
          "contract_form",
          "phase");

  private static final Set<String> SHARED_ONES = Set.copyOf(SHARED);

  /** Those that have bases. */
  private static final Set<String> PERIOD_TYPES = Set.of("quarter", "year");

  /** A published change of less than this many bases could be about a few persons. */
  private static final int BASES_OF_A_CAUSE = 4;

  private static final long ELEVEN_DIGITS = 10_000_000_000L;

  private final DataSetSchema schema;
  private final ColumnPlaces places;
  private final int[] sort;
  private final Map<String, DataSetSchema> dataSets;
  private final Map<String, Source> sources = new HashMap<>();
  private final String previous;

  /**
   * The data set that a figure stands in.
   *
   * @param shared where it has each of the {@link #SHARED} columns; -1 for one it has not
   * @param keys tells its further keys
   */
  @SuppressWarnings("ArrayRecordComponent") // looked up by data set, never compared
  private record Source(int[] shared, Table keys) {
    static Source of(DataSetSchema schema) {
      var names = schema.columns().stream().map(Column::name).toList();
      var shared = SHARED.stream().mapToInt(names::indexOf).toArray();
      return new Source(shared, Table.of(List.of(), schema));
    }

    Object cell(Revision revision, int column) {
      return shared[column] < 0 ? null : revision.row().get(shared[column]);
    }
  }

  /**
   * Makes rows of revisions.
   *
   * @param previous the id of the release that is compared with
   */
  public RevisionRows(Map<String, DataSetSchema> dataSets, String previous) {
    this.schema = dataSets.get(Revisions.DATA_SET);
    this.places = new ColumnPlaces(schema);
    this.sort = schema.sortPlaces();
    this.dataSets = dataSets;
    this.previous = previous;
  }

  /** The exact changes with their parts, for the restricted zone. */
  public List<Object[]> exact(List<Revision> revisions) {
    var rows = new ArrayList<Object[]>();
    for (var revision : revisions) {
      var row = row(revision);
      revision
          .parts()
          .ifPresent(
              parts -> {
                for (var cause : Revision.Cause.values()) {
                  set(row, cause.code(), parts.of(cause).doubleValue());
                }
                set(row, "cause", parts.main().code());
              });
      rows.add(row);
    }
    return sorted(rows);
  }

  /**
   * The changes of published figures, which say no more than both releases do, and the main cause
   * of those that are too large to be about a few persons.
   */
  public List<Object[]> published(
      List<Revision> published, List<Revision> exact, DisclosureRules rules) {
    var causes = new HashMap<String, String>();
    for (var revision : exact) {
      revision.parts().ifPresent(parts -> causes.put(sortKey(row(revision)), parts.main().code()));
    }
    var rows = new ArrayList<Object[]>();
    for (var revision : published) {
      var row = row(revision);
      set(row, "disclosure", "rounded");
      if (large(revision, rules)) {
        set(row, "cause", causes.get(sortKey(row)));
      }
      rows.add(row);
    }
    return sorted(rows);
  }

  private boolean large(Revision revision, DisclosureRules rules) {
    var column = column(revision);
    if (column.rounding() == null
        || !rules.bases().containsKey(column.rounding())
        || revision.before() == null
        || revision.after() == null) {
      return false;
    }
    var type = (String) source(revision).cell(revision, SHARED.indexOf("period_type"));
    if (!PERIOD_TYPES.contains(type)) {
      return false;
    }
    double least = BASES_OF_A_CAUSE * rules.base(column.rounding(), type);
    return revision.change().abs().doubleValue() >= least;
  }

  private Column column(Revision revision) {
    var its = dataSets.get(revision.dataSet());
    return its.columns().get(its.indexOf(revision.measure()));
  }

  private Source source(Revision revision) {
    return sources.computeIfAbsent(revision.dataSet(), name -> Source.of(dataSets.get(name)));
  }

  private Object[] row(Revision revision) {
    var row = new Object[schema.columns().size()];
    set(row, "data_set", revision.dataSet());
    var source = source(revision);
    for (int i = 0; i < SHARED.size(); i++) {
      set(row, SHARED.get(i), source.cell(revision, i));
    }
    set(row, "key", source.keys().furtherKeys(revision.row().toArray(), SHARED_ONES));
    set(row, "measure", revision.measure());
    set(row, "old", number(revision.before()));
    set(row, "new", number(revision.after()));
    set(row, "change", revision.change().doubleValue());
    set(row, "previous_release", previous);
    return row;
  }

  private static Double number(BigDecimal number) {
    return number == null ? null : (Double) number.doubleValue();
  }

  private void set(Object[] row, String column, Object value) {
    row[places.of(column)] = value;
  }

  private String sortKey(Object[] row) {
    var key = new StringBuilder();
    for (int place : sort) {
      var value = row[place];
      if (value instanceof java.time.LocalDate date) {
        value = Math.toIntExact(date.toEpochDay());
      }
      if (value instanceof Integer day) {
        // eleven digits, the first of which is always a 1
        key.append(ELEVEN_DIGITS + day - Integer.MIN_VALUE);
      } else if (value != null) {
        key.append(value);
      }
      key.append('\u0001');
    }
    return key.toString();
  }

  private List<Object[]> sorted(List<Object[]> rows) {
    return rows.stream()
        .map(row -> Map.entry(sortKey(row), row)) // each key is worked out once
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .toList();
  }
}

package nl.oogst.release.revision;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.oogst.model.Column;
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

  /** Those that have bases. */
  private static final Set<String> PERIOD_TYPES = Set.of("quarter", "year");

  /** A published change of less than this many bases could be about a few persons. */
  private static final int BASES_OF_A_CAUSE = 4;

  private static final long ELEVEN_DIGITS = 10_000_000_000L;

  private final DataSetSchema schema;
  private final Map<String, DataSetSchema> dataSets;
  private final String previous;

  /**
   * Makes rows of revisions.
   *
   * @param previous the id of the release that is compared with
   */
  public RevisionRows(Map<String, DataSetSchema> dataSets, String previous) {
    this.schema = dataSets.get(Revisions.DATA_SET);
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
    var causes = new java.util.HashMap<String, String>();
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
    var type = (String) cell(revision, "period_type");
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

  private Object cell(Revision revision, String column) {
    var its = dataSets.get(revision.dataSet());
    for (int i = 0; i < its.columns().size(); i++) {
      if (its.columns().get(i).name().equals(column)) {
        return revision.row().get(i);
      }
    }
    return null;
  }

  private Object[] row(Revision revision) {
    var row = new Object[schema.columns().size()];
    set(row, "data_set", revision.dataSet());
    SHARED.forEach(column -> set(row, column, cell(revision, column)));
    set(row, "key", furtherKeys(revision));
    set(row, "measure", revision.measure());
    set(row, "old", number(revision.before()));
    set(row, "new", number(revision.after()));
    set(row, "change", revision.change().doubleValue());
    set(row, "previous_release", previous);
    return row;
  }

  private String furtherKeys(Revision revision) {
    var its = dataSets.get(revision.dataSet());
    return Table.of(List.of(), its).furtherKeys(revision.row().toArray(), Set.copyOf(SHARED));
  }

  private static Double number(BigDecimal number) {
    return number == null ? null : (Double) number.doubleValue();
  }

  private void set(Object[] row, String column, Object value) {
    row[schema.indexOf(column)] = value;
  }

  private String sortKey(Object[] row) {
    var key = new StringBuilder();
    for (var column : schema.sort()) {
      var value = row[schema.indexOf(column)];
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

package nl.oogst.report;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.oogst.model.Issue;
import nl.oogst.model.IssueCode;

/**
 * Issues by delivery and kind: how many, in which fields, and the first of them as examples. Issues
 * are added in any order and in any number of parts; the outcome is the same. Its size does not
 * depend on how many issues there are.
 */
public final class IssueTally implements Serializable {
  private static final long serialVersionUID = 1L;

  /** All issues of one kind in one delivery. */
  public static final class Kind implements Serializable {
    private static final long serialVersionUID = 1L;

    private long count;
    private final Map<String, long[]> fields = new HashMap<>();
    private final ArrayList<Example> examples = new ArrayList<>();

    /** How many there are. */
    public long count() {
      return count;
    }

    /**
     * How many there are by field or header, in order of name; those about no field are left out.
     */
    public Map<String, Long> fields() {
      Map<String, Long> all = new TreeMap<>();
      fields.forEach((field, n) -> all.put(field, n[0]));
      return all;
    }

    /** The first of them, in order of file and line. */
    public List<Example> examples() {
      return Collections.unmodifiableList(examples);
    }

    private void count(String field, long n) {
      if (field != null) {
        fields.computeIfAbsent(field, f -> new long[1])[0] += n;
      }
    }
  }

  private final int keep;
  private final Map<Integer, EnumMap<IssueCode, Kind>> byDelivery = new TreeMap<>();
  private transient EnumMap<IssueCode, Kind> lastKinds;
  private transient int lastDelivery;

  /**
   * A tally without issues.
   *
   * @param keep how many examples of each kind in each delivery are kept
   */
  public IssueTally(int keep) {
    this.keep = keep;
  }

  /** Adds one issue; line 0 is about no single row. */
  public void add(int delivery, String file, String sheet, long line, String entity, Issue issue) {
    Kind kind = kind(delivery, issue.code());
    kind.count++;
    kind.count(issue.field(), 1);
    if (kind.examples.size() == keep && isBehind(kind.examples.get(keep - 1), file, sheet, line)) {
      return;
    }
    keep(
        kind,
        new Example(file, sheet, line, entity, issue.field(), issue.found(), issue.expected()));
  }

  /** Issues of one delivery come one after another: what was asked for last is at hand. */
  private Kind kind(int delivery, IssueCode code) {
    if (lastKinds == null || delivery != lastDelivery) {
      lastKinds = byDelivery.computeIfAbsent(delivery, d -> new EnumMap<>(IssueCode.class));
      lastDelivery = delivery;
    }
    Kind kind = lastKinds.get(code);
    if (kind == null) {
      kind = new Kind();
      lastKinds.put(code, kind);
    }
    return kind;
  }

  /** Nearly all issues of a bad file are, and then cost no more than this look. */
  private static boolean isBehind(Example last, String file, String sheet, long line) {
    return line > last.line() && same(file, last.file()) && same(sheet, last.sheet());
  }

  private static boolean same(String a, String b) {
    return a == null ? b == null : a.equals(b);
  }

  private void keep(Kind kind, Example example) {
    int place = Collections.binarySearch(kind.examples, example);
    int index = place < 0 ? -place - 1 : place;
    if (index >= keep) {
      return;
    }
    if (kind.examples.size() == keep) {
      kind.examples.remove(keep - 1);
    }
    kind.examples.add(index, example);
  }

  /** Adds what another part counted. */
  public IssueTally merge(IssueTally other) {
    other.byDelivery.forEach(
        (delivery, kinds) ->
            kinds.forEach(
                (code, theirs) -> {
                  Kind ours = kind(delivery, code);
                  ours.count += theirs.count;
                  theirs.fields.forEach((field, n) -> ours.count(field, n[0]));
                  theirs.examples.forEach(example -> keep(ours, example));
                }));
    return this;
  }

  /** Forgets deliveries. */
  public void remove(Collection<Integer> deliveries) {
    byDelivery.keySet().removeAll(deliveries);
    lastKinds = null;
  }

  /** The kinds of issues of a delivery, in the order of the closed list. */
  public Map<IssueCode, Kind> of(int delivery) {
    Map<IssueCode, Kind> kinds = byDelivery.get(delivery);
    return kinds == null ? Map.of() : Collections.unmodifiableMap(kinds);
  }
}

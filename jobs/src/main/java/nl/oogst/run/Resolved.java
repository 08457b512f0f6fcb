package nl.oogst.run;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import nl.oogst.model.Days;
import nl.oogst.resolve.ContractMarks;
import nl.oogst.resolve.Origin;
import nl.oogst.resolve.Resolution;

/** What one partition of resolved placements adds up to. */
final class Resolved implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Rows by file number, entity and state; counted once for each row of a run. */
  private final Map<Integer, Map<String, Map<Resolution.State, long[]>>> rows = new HashMap<>();

  /** Issues by number of the delivery and code. */
  final Map<String, Long> issues = new TreeMap<>();

  private int firstStart = Days.FOREVER;
  private long placements;
  private long pastStates;
  private long jobsWithLink;
  private boolean contracts;
  private final ContractMarks marks = new ContractMarks();

  /** What was counted last: rows of one file come together. */
  private transient Counted last;

  private record Counted(int file, String entity, Map<Resolution.State, long[]> states) {}

  void row(int file, String entity, Resolution.State state) {
    count(file, entity, state)[0]++;
  }

  private long[] count(int file, String entity, Resolution.State state) {
    if (last == null || last.file() != file || !last.entity().equals(entity)) {
      last =
          new Counted(
              file,
              entity,
              rows.computeIfAbsent(file, f -> new HashMap<>())
                  .computeIfAbsent(entity, e -> new EnumMap<>(Resolution.State.class)));
    }
    long[] count = last.states().get(state);
    if (count == null) {
      count = new long[1];
      last.states().put(state, count);
    }
    return count;
  }

  /** Rows by file number, entity and state of the ledger, with slashes between. */
  Map<String, Long> rows() {
    Map<String, Long> all = new TreeMap<>();
    each(
        (file, entity, state, count) ->
            all.put(file + "/" + entity + "/" + state.name().toLowerCase(Locale.ROOT), count));
    return all;
  }

  /** Takes the count of one state. */
  private interface Taker {
    void take(int file, String entity, Resolution.State state, long count);
  }

  private void each(Taker taker) {
    rows.forEach(
        (file, entities) ->
            entities.forEach(
                (entity, states) ->
                    states.forEach((state, n) -> taker.take(file, entity, state, n[0]))));
  }

  void issue(int delivery, String code) {
    issues.merge(delivery + "/" + code, 1L, Long::sum);
  }

  void issues(List<Resolution.PlacedIssue> placed) {
    placed.forEach(one -> issue(one.place().delivery(), one.issue().code().code()));
  }

  void pastStates(int number) {
    pastStates += number;
  }

  /** How many rows of a data set there are in {@link Sections#SECTIONED}. */
  long rows(String dataSet) {
    if (!dataSet.equals(PackedHours.DATA_SET)) {
      return dataSet.equals(Sections.PLACEMENTS) ? placements : pastStates;
    }
    long[] hours = new long[1];
    each(
        (file, entity, state, n) ->
            hours[0] += state == Resolution.State.ACCEPTED && entity.equals(dataSet) ? n : 0);
    return hours[0];
  }

  void placement(int start, boolean linkable, boolean linked) {
    placements++;
    firstStart = Math.min(firstStart, start);
    jobsWithLink += linked ? 1 : 0;
    contracts |= linkable;
  }

  /** Takes a key under which a job may meet others. */
  void link(String key) {
    marks.add(key);
  }

  /** The contracts that its jobs are of. */
  ContractMarks contracts() {
    return marks;
  }

  /** The same, with the numbers of deliveries and files counted from elsewhere. */
  private Resolved moved(int deliveries, int files) {
    Resolved moved = new Resolved();
    each((file, entity, state, n) -> moved.count(file + files, entity, state)[0] += n);
    issues.forEach(
        (key, n) -> {
          int slash = key.indexOf('/');
          int delivery = Integer.parseInt(key.substring(0, slash)) + deliveries;
          moved.issues.put(delivery + key.substring(slash), n);
        });
    return moved.addFrame(this);
  }

  /** What is of the run, counted within a proeftuin. */
  Resolved own(Origin origin) {
    return moved(-origin.delivery(), -origin.file());
  }

  /** What is of a proeftuin, counted within the run. */
  Resolved ofRun(Origin origin) {
    return moved(origin.delivery(), origin.file());
  }

  Resolved add(Resolved other) {
    other.each((file, entity, state, count) -> count(file, entity, state)[0] += count);
    other.issues.forEach((key, count) -> issues.merge(key, count, Long::sum));
    return addFrame(other);
  }

  private Resolved addFrame(Resolved other) {
    firstStart = Math.min(firstStart, other.firstStart);
    placements += other.placements;
    pastStates += other.pastStates;
    jobsWithLink += other.jobsWithLink;
    contracts |= other.contracts;
    marks.add(other.marks);
    return this;
  }

  /** The first start of a placement, or {@link Days#FOREVER} without placements. */
  int firstStart() {
    return firstStart;
  }

  long placements() {
    return placements;
  }

  long jobsWithLink() {
    return jobsWithLink;
  }

  /** Whether any job can be the same as one elsewhere. */
  boolean linkable() {
    return contracts || jobsWithLink > 0;
  }
}

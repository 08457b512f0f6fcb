package nl.oogst.run;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.oogst.model.Days;
import nl.oogst.resolve.Resolution;

/** What one partition of resolved placements adds up to. */
final class Resolved implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Rows by file number, entity and state of the ledger. */
  final Map<String, Long> rows = new TreeMap<>();

  /** Issues by number of the delivery and code. */
  final Map<String, Long> issues = new TreeMap<>();

  private int firstStart = Days.FOREVER;
  private long placements;
  private long jobsWithLink;
  private boolean contracts;

  void row(int file, String entity, String state) {
    rows.merge(file + "/" + entity + "/" + state, 1L, Long::sum);
  }

  void issue(int delivery, String code) {
    issues.merge(delivery + "/" + code, 1L, Long::sum);
  }

  void issues(List<Resolution.PlacedIssue> placed) {
    placed.forEach(one -> issue(one.place().delivery(), one.issue().code().code()));
  }

  void placement(int start, boolean linkable, boolean linked) {
    placements++;
    firstStart = Math.min(firstStart, start);
    jobsWithLink += linked ? 1 : 0;
    contracts |= linkable;
  }

  Resolved add(Resolved other) {
    other.rows.forEach((key, count) -> rows.merge(key, count, Long::sum));
    other.issues.forEach((key, count) -> issues.merge(key, count, Long::sum));
    firstStart = Math.min(firstStart, other.firstStart);
    placements += other.placements;
    jobsWithLink += other.jobsWithLink;
    contracts |= other.contracts;
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

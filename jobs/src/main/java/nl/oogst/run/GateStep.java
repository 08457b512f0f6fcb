package nl.oogst.run;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import nl.oogst.protect.Coarsening;
import nl.oogst.protect.DisclosureRules;
import nl.oogst.protect.Gate;
import nl.oogst.protect.GateReport;
import nl.oogst.protect.GateReport.Block;
import nl.oogst.protect.GateTable;
import nl.oogst.release.OutputFailure;
import nl.oogst.release.ReleaseStore;
import nl.oogst.release.Staging;

/** Puts the figures of a run before the gate, beside those of the releases before it. */
final class GateStep {
  /** The figures of a release take some fifteen times as much memory as room on disk. */
  private static final int UNPACKED = 20;

  /** What each further one tells anew takes about as much memory as all of it takes on disk. */
  private static final int TOLD = 2;

  /** One in so many parts of the memory is little. */
  private static final int SHARE = 8;

  private final ReleaseStore store;
  private final String releaseId;
  private final boolean strict;
  private final KeptGate kept;
  private final Consumer<String> progress;
  private final List<String> attention = new ArrayList<>();

  /**
   * A step for one run.
   *
   * @param strict whether nothing may be left out: what rounding does not hide stops the release
   * @param kept what earlier releases told the gates of earlier runs
   */
  GateStep(
      ReleaseStore store,
      String releaseId,
      boolean strict,
      KeptGate kept,
      Consumer<String> progress) {
    this.store = store;
    this.releaseId = releaseId;
    this.strict = strict;
    this.kept = kept;
    this.progress = progress;
  }

  /**
   * Whether the figures of earlier releases take little of the memory, so that other work may go on
   * beside the gate.
   *
   * @param memory in bytes
   */
  boolean light(long memory) throws OutputFailure {
    long largest = 0;
    long all = 0;
    for (KeptGate.Earlier one : earlier(store, releaseId)) {
      long bytes = ReleasedTables.bytes(one.folder());
      largest = Math.max(largest, bytes);
      all += bytes;
    }
    return UNPACKED * largest + TOLD * all < memory / SHARE;
  }

  /** Says that figures are being protected, before which they were only made. */
  void begin() {
    progress.accept("protecting");
  }

  /** What someone should look at. */
  List<String> attention() {
    return attention;
  }

  /**
   * The figures as they may be published; what was tried and found goes into the release. Where
   * rounding alone does not hide everything, something is left out (unless strict), which is
   * protection; the gate then judges anew what would be published, and a leak stops the release.
   *
   * @param known what the gate takes as known besides, which is not published
   * @throws LeakFound when something leaks
   */
  List<GateTable> pass(
      List<GateTable> tables, GateTable known, DisclosureRules rules, Staging staging)
      throws IOException {
    List<GateTable> judged = new ArrayList<>(tables);
    judged.add(known);
    List<Block> coarsened = List.of();
    Optional<GateReport> asItIs = judgeAsItIs(judged, rules);
    GateReport report;
    if (asItIs.isPresent()) {
      report = asItIs.get();
    } else {
      // anew: one that judged knows figures that are not to be published
      Gate gate = knowingEarlier(rules);
      Coarsening.Coarsened result = new Coarsening(gate.copy()).apply(judged);
      judged = result.tables();
      coarsened = result.report().coarsened();
      report = gate.judge(judged, coarsened);
    }
    if (!report.clean()) {
      throw new LeakFound(report);
    }
    try (OutputStream out = staging.create(GateReport.FILE)) {
      out.write(report.toJson());
    }
    coarsened.forEach(block -> attention.add(leftOut(block)));
    progress.accept(said(report));
    return judged.subList(0, tables.size());
  }

  /** What the gate says of everything; nothing where something is to be left out. */
  private Optional<GateReport> judgeAsItIs(List<GateTable> judged, DisclosureRules rules)
      throws OutputFailure {
    if (!strict && leftOutBefore()) {
      return Optional.empty();
    }
    GateReport report = knowingEarlier(rules).judge(judged);
    return strict || report.clean() ? Optional.of(report) : Optional.empty();
  }

  private Gate knowingEarlier(DisclosureRules rules) throws OutputFailure {
    return kept.knowing(earlier(store, releaseId), rules);
  }

  /** Whether an earlier release left something out: what was left out once stays out. */
  private boolean leftOutBefore() throws OutputFailure {
    for (KeptGate.Earlier one : earlier(store, releaseId)) {
      if (!ReleasedTables.coarsened(one.folder()).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private static String leftOut(Block block) {
    return block.measure()
        + " by "
        + block.breakdown()
        + " in "
        + block.period()
        + " ("
        + block.dataSet()
        + "): left out, since rounding alone did not hide a count. "
        + GateReport.FILE
        + " tells more.";
  }

  private static String said(GateReport report) {
    String line =
        String.format(
            Locale.ROOT,
            "gate: no count can be worked out from %,d figures of this and %d earlier releases",
            report.figures(),
            report.earlier().size());
    int groups = report.groups().size();
    return groups == 0
        ? line
        : line + "; groups in one category, named in " + GateReport.FILE + ": " + groups;
  }

  /** The releases that were published before, in their order. */
  private static List<KeptGate.Earlier> earlier(ReleaseStore store, String releaseId)
      throws OutputFailure {
    List<KeptGate.Earlier> all = new ArrayList<>();
    for (ReleaseStore.Published earlier : store.releases()) {
      if (earlier.releaseId().equals(releaseId)) {
        break;
      }
      all.add(new KeptGate.Earlier(earlier, store.releaseFolder(earlier.releaseId())));
    }
    return all;
  }

  /**
   * A gate that knows the releases published before this one. They are read one by one, since they
   * pile up; what they told is held once.
   */
  static Gate withEarlier(ReleaseStore store, String releaseId, DisclosureRules rules)
      throws OutputFailure {
    Gate gate = new Gate(rules);
    for (KeptGate.Earlier one : earlier(store, releaseId)) {
      KeptGate.read(one, gate);
    }
    return gate;
  }
}

package nl.oogst.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
  /** Figures take some fifteen times as much memory as room on disk. */
  private static final int UNPACKED = 20;

  /** One in so many parts of the memory is little. */
  private static final int SHARE = 8;

  private final ReleaseStore store;
  private final String releaseId;
  private final boolean strict;
  private final Consumer<String> progress;
  private final List<String> attention = new ArrayList<>();

  /**
   * A step for one run.
   *
   * @param strict whether nothing may be left out: what rounding does not hide stops the release
   */
  GateStep(ReleaseStore store, String releaseId, boolean strict, Consumer<String> progress) {
    this.store = store;
    this.releaseId = releaseId;
    this.strict = strict;
    this.progress = progress;
  }

  /**
   * Whether the figures of earlier releases take little of the memory, so that other work may go on
   * beside the gate.
   *
   * @param memory in bytes
   */
  boolean light(long memory) throws OutputFailure {
    long bytes = 0;
    for (Path folder : earlierFolders(store, releaseId).values()) {
      bytes += ReleasedTables.bytes(folder);
    }
    return UNPACKED * bytes < memory / SHARE;
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
    List<Earlier> earlier = earlier(store, releaseId);
    List<GateTable> judged = new ArrayList<>(tables);
    judged.add(known);
    List<Block> coarsened = List.of();
    GateReport report = gate(earlier, rules).judge(judged);
    if (!strict && (!report.clean() || earlier.stream().anyMatch(Earlier::leftOut))) {
      Coarsening.Coarsened result = new Coarsening(gate(earlier, rules)).apply(judged);
      judged = result.tables();
      coarsened = result.report().coarsened();
      report = gate(earlier, rules).judge(judged, coarsened);
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

  /** An earlier release, and what it left out. */
  private record Earlier(String releaseId, List<GateTable> tables, List<Block> coarsened) {
    /** What was left out once stays out. */
    boolean leftOut() {
      return !coarsened.isEmpty();
    }
  }

  private static List<Earlier> earlier(ReleaseStore store, String releaseId) throws OutputFailure {
    List<Earlier> all = new ArrayList<>();
    for (Map.Entry<String, Path> one : earlierFolders(store, releaseId).entrySet()) {
      Path folder = one.getValue();
      all.add(
          new Earlier(one.getKey(), ReleasedTables.read(folder), ReleasedTables.coarsened(folder)));
    }
    return all;
  }

  /** Where the releases lie that were published before, in their order. */
  private static Map<String, Path> earlierFolders(ReleaseStore store, String releaseId)
      throws OutputFailure {
    Map<String, Path> folders = new LinkedHashMap<>();
    for (ReleaseStore.Published earlier : store.releases()) {
      if (earlier.releaseId().equals(releaseId)) {
        break;
      }
      folders.put(earlier.releaseId(), store.releaseFolder(earlier.releaseId()));
    }
    return folders;
  }

  private static Gate gate(List<Earlier> earlier, DisclosureRules rules) {
    Gate gate = new Gate(rules);
    earlier.forEach(one -> gate.earlier(one.releaseId(), one.tables(), one.coarsened()));
    return gate;
  }

  /** A gate that knows the releases published before this one. */
  static Gate withEarlier(ReleaseStore store, String releaseId, DisclosureRules rules)
      throws OutputFailure {
    return gate(earlier(store, releaseId), rules);
  }
}

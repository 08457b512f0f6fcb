package nl.oogst.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import nl.oogst.protect.DisclosureRules;
import nl.oogst.protect.Gate;
import nl.oogst.protect.GateReport;
import nl.oogst.protect.GateTable;
import nl.oogst.release.OutputFailure;
import nl.oogst.release.ReleaseStore;
import nl.oogst.release.Staging;

/** Puts the figures of a run before the gate, beside those of the releases before it. */
final class GateStep {
  private final ReleaseStore store;
  private final String releaseId;
  private final boolean strict;
  private final Consumer<String> progress;
  private final List<String> attention = new ArrayList<>();

  /**
   * A step for one run.
   *
   * @param strict whether a leak ends the run, instead of being coarsened away
   */
  GateStep(ReleaseStore store, String releaseId, boolean strict, Consumer<String> progress) {
    this.store = store;
    this.releaseId = releaseId;
    this.strict = strict;
    this.progress = progress;
  }

  /** What someone should look at. */
  List<String> attention() {
    return attention;
  }

  /**
   * The figures as they may be published; what was tried and found goes into the release.
   *
   * @throws LeakFound when something leaks that cannot be coarsened away
   */
  List<GateTable> pass(List<GateTable> tables, DisclosureRules rules, Staging staging)
      throws IOException {
    Gate gate = withEarlier(store, releaseId, rules);
    Gate.Judgement judgement =
        strict ? new Gate.Judgement(tables, gate.judge(tables)) : gate.coarsen(tables);
    GateReport report = judgement.report();
    if (!report.clean()) {
      throw new LeakFound(report);
    }
    try (OutputStream out = staging.create(GateReport.FILE)) {
      out.write(report.toJson());
    }
    report.coarsened().stream()
        .map(
            block ->
                block.measure()
                    + " by "
                    + block.breakdown()
                    + " in "
                    + block.period()
                    + " ("
                    + block.dataSet()
                    + "): left out, since a count could be worked out exactly. "
                    + GateReport.FILE
                    + " tells more.")
        .forEach(attention::add);
    progress.accept(said(report));
    return judgement.tables();
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

  /** A gate that knows the releases published before this one. */
  static Gate withEarlier(ReleaseStore store, String releaseId, DisclosureRules rules)
      throws OutputFailure {
    Gate gate = new Gate(rules);
    for (ReleaseStore.Published earlier : store.releases()) {
      if (earlier.releaseId().equals(releaseId)) {
        break;
      }
      Path folder = store.releaseFolder(earlier.releaseId());
      gate.earlier(
          earlier.releaseId(), ReleasedTables.read(folder), ReleasedTables.coarsened(folder));
    }
    return gate;
  }
}

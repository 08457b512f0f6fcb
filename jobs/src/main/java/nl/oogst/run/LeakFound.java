package nl.oogst.run;

import java.io.IOException;
import java.util.stream.Collectors;
import nl.oogst.protect.GateReport;

/** The gate stopped the release: a figure could be worked out exactly. Holds no value. */
public final class LeakFound extends IOException {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 5;

  LeakFound(GateReport report) {
    super(message(report));
  }

  private static String message(GateReport report) {
    String cells =
        report.leaks().stream()
            .limit(SHOWN)
            .map(GateReport.Leak::text)
            .collect(Collectors.joining("; "));
    int more = report.leaks().size() - SHOWN;
    return "The gate stopped this release. "
        + cells
        + (more > 0 ? "; and " + more + " more" : "")
        + ". Make a breakdown coarser: "
        + String.join(", ", report.remedies())
        + " (schemas/rules/breakdowns.json, or a larger base in schemas/rules/disclosure.json).";
  }
}

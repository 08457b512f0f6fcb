package nl.oogst.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.oogst.model.Severity;
import nl.oogst.report.Delivered;
import nl.oogst.report.Feedback;
import nl.oogst.report.Standing;
import nl.oogst.run.Check;

/** What a person reads after a check: a line for each proeftuin. */
final class CheckSummary {
  private final Path folder;

  CheckSummary(Path folder) {
    this.folder = folder;
  }

  void print(Check.Outcome outcome, Map<String, Path> pages, PrintWriter to) {
    List<Feedback> all = outcome.proeftuinen();
    int width = Math.max(9, all.stream().mapToInt(one -> one.id().length()).max().orElse(0));
    to.println();
    to.printf(
        Locale.ROOT,
        "%-" + width + "s  %10s  %9s  %11s  %12s  %-24s  %s%n",
        "Proeftuin",
        "deliveries",
        "rows",
        "must change",
        "worth a look",
        "newest delivery",
        "page");
    for (Feedback one : all) {
      to.printf(
          Locale.ROOT,
          "%-" + width + "s  %10s  %,9d  %,11d  %,12d  %-24s  %s%n",
          one.id(),
          deliveries(one),
          one.rows(),
          one.issues(Severity.ERROR),
          one.issues(Severity.WARNING),
          newest(one),
          pages.get(one.id()));
    }
    to.println();
    to.println(conclusion(outcome));
  }

  private static String deliveries(Feedback one) {
    String number = String.format(Locale.ROOT, "%,d", one.deliveries().size());
    return one.refused() == 0 ? number : number + " (" + one.refused() + " ref.)";
  }

  private static String newest(Feedback one) {
    Delivered newest = one.newest();
    return newest.folder().substring(0, Math.min(10, newest.folder().length()))
        + switch (Standing.of(one)) {
          case REFUSED -> " refused";
          case MUST -> " " + newest.issues(Severity.ERROR) + " to mend";
          case LOOK -> " " + newest.issues(Severity.WARNING) + " to look at";
          case GOOD -> " good";
        };
  }

  private String conclusion(Check.Outcome outcome) {
    long deliveries =
        outcome.proeftuinen().stream().mapToLong(one -> one.deliveries().size()).sum();
    long refused = outcome.proeftuinen().stream().mapToLong(Feedback::refused).sum();
    long rows = outcome.proeftuinen().stream().mapToLong(Feedback::rows).sum();
    long must = outcome.proeftuinen().stream().mapToLong(one -> one.issues(Severity.ERROR)).sum();
    String checked =
        String.format(
            Locale.ROOT,
            "Checked %,d %s, %,d %s, in %.1f s. ",
            deliveries,
            deliveries == 1 ? "delivery" : "deliveries",
            rows,
            rows == 1 ? "row" : "rows",
            outcome.took().toMillis() / 1000.0);
    String said =
        must == 0
            ? "Nothing must change."
            : String.format(Locale.ROOT, "%,d %s must change", must, must == 1 ? "thing" : "things")
                + (refused == 0
                    ? "."
                    : String.format(
                        Locale.ROOT,
                        ", and %,d %s refused.",
                        refused,
                        refused == 1 ? "delivery was" : "deliveries were"));
    String where =
        outcome.proeftuinen().size() > 1
            ? " Start with " + folder.resolve("index.html") + "."
            : " The page tells what, where and how to mend it.";
    return checked + said + where + " Nothing was published.";
  }
}

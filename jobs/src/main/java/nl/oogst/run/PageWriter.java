package nl.oogst.run;

import nl.oogst.model.Issue;

/** The pages of one file, each handed over and kept for later runs when it is full. */
final class PageWriter {
  private final Page.Place of;
  private final FileReport report;
  private final KeptFile.Writer keeper;
  private Page page = new Page(0);

  /**
   * Pages that are still empty.
   *
   * @param report counts the issues
   * @param keeper is told what the file yields, for later runs
   */
  PageWriter(Page.Place of, FileReport report, KeptFile.Writer keeper) {
    this.of = of;
    this.report = report;
    this.keeper = keeper;
  }

  /** The page at hand. */
  Page page() {
    return page;
  }

  /** Hands over what was found so far. */
  void turn(Output out) {
    turnTo(page.inner(), out);
  }

  /** Hands over what was found so far; what comes now is of another file inside. */
  void turnTo(int inner, Output out) {
    if (!page.empty()) {
      byte[] packed = page.toBytes();
      keeper.page(packed);
      Page.tell(packed, of, out);
    }
    page = new Page(inner);
  }

  /** An issue, told at once where somebody waits for it. */
  void issue(Output out, String name, String sheet, long line, String entity, Issue issue) {
    report.issue(issue.code());
    if (out.sink() == null) {
      page.issue(name, sheet, line, entity, issue);
    } else {
      out.sink().issue(of.delivery(), name, sheet, line, entity, issue);
    }
  }
}

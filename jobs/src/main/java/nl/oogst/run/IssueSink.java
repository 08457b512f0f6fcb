package nl.oogst.run;

import nl.oogst.model.Issue;

/** Takes issues with their places. */
@FunctionalInterface
interface IssueSink {
  /**
   * Takes one issue.
   *
   * @param delivery the number of the delivery in the run
   * @param file the name inside the delivery, or null for what is about no single file
   * @param sheet the sheet of a workbook, or null
   * @param line the line or row number, 0 for what is about no single row
   * @param entity the kind of record, or null
   */
  void issue(int delivery, String file, String sheet, long line, String entity, Issue issue);
}

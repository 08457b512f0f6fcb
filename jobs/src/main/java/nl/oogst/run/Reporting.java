package nl.oogst.run;

import java.io.IOException;
import nl.oogst.release.ReleaseStore;
import nl.oogst.release.Staging;
import nl.oogst.report.document.Language;
import nl.oogst.report.yearly.ReportFiles;

/** Writes the yearly report of a release into it, from its public data sets only. */
final class Reporting {
  private static final String FOLDER = "report";

  private Reporting() {}

  /**
   * Writes the report on the last whole year; none when there are no figures of that year.
   *
   * @throws IOException when a file cannot be written
   */
  static void write(
      Staging staging, Staging.Source source, Definitions definitions, ReleaseStore store)
      throws IOException {
    ReportFiles files =
        new ReportFiles(
            definitions.schemas(),
            staging.publicFolder(),
            EarlierReleases.source(store, source.releaseId()));
    int year = files.lastWholeYear();
    if (files.years().contains(year)) {
      files.write(year, Language.NL, staging.publicFolder().resolve(FOLDER));
    }
  }
}

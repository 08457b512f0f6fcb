package nl.oogst.run;

import java.io.IOException;
import java.nio.file.Path;
import nl.oogst.release.Beside;
import nl.oogst.release.ReleaseStore;
import nl.oogst.release.Staging;
import nl.oogst.report.document.Document;
import nl.oogst.report.document.Language;
import nl.oogst.report.pages.PageFiles;
import nl.oogst.report.yearly.ReportFiles;

/**
 * Writes the yearly report of a release, and the pages beside it, from its public data sets only.
 */
final class Reporting {
  private static final String FOLDER = "report";

  private Reporting() {}

  /**
   * Writes the report on the last whole year; none when there are no figures of that year.
   *
   * @param beside where the report is set, its PDF above all, while the pages are written
   * @throws IOException when a file cannot be written
   */
  static void write(
      Staging staging,
      Staging.Source source,
      Definitions definitions,
      ReleaseStore store,
      Beside beside)
      throws IOException {
    ReportFiles files =
        new ReportFiles(
            definitions.schemas(),
            staging.publicFolder(),
            EarlierReleases.source(store, source.releaseId()),
            ReportFiles.Place.RELEASE);
    int year = files.lastWholeYear();
    if (files.years().contains(year)) {
      Path folder = staging.publicFolder().resolve(FOLDER);
      Document document = files.document(year, Language.NL);
      beside.run(() -> files.write(document, year, Language.NL, folder));
      new PageFiles(files.edition(year, Language.NL)).write(folder);
    }
  }
}

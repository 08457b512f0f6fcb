package nl.oogst.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.oogst.release.OutputFailure;
import nl.oogst.release.Part;
import nl.oogst.release.ReleaseStore;
import nl.oogst.report.yearly.Edition;
import nl.oogst.report.yearly.PublicFolder;

/** The releases that a report may look back on. */
public final class EarlierReleases {
  private static final int DATE = 10;

  private EarlierReleases() {}

  /**
   * The source of a report: a release, published or about to be, and those that were published
   * before it, are still there and were not withdrawn.
   */
  public static Edition.Source source(ReleaseStore store, String releaseId) throws OutputFailure {
    List<Edition.Earlier> earlier = new ArrayList<>();
    for (ReleaseStore.Published release : store.published()) {
      String id = release.releaseId();
      if (id.equals(releaseId)) {
        break;
      }
      Path open = store.releaseFolder(id).resolve("public");
      store.fetch(id, Part.TABLES);
      if (Files.isDirectory(open) && store.marks().withdrawn(id).isEmpty()) {
        earlier.add(new Edition.Earlier(id, date(id), PublicFolder.tables(open)));
      }
    }
    return new Edition.Source(releaseId, date(releaseId), earlier);
  }

  /** The as-of date that the name of a release begins with. */
  private static LocalDate date(String releaseId) {
    return LocalDate.parse(releaseId.substring(0, DATE));
  }
}

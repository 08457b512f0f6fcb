package nl.oogst.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import nl.oogst.model.Days;
import nl.oogst.model.DeliveredFile;
import nl.oogst.model.Delivery;
import nl.oogst.release.ParquetSetReader;
import nl.oogst.release.Part;
import nl.oogst.release.ReleaseStore;
import nl.oogst.release.Staging;
import nl.oogst.release.catalogue.Catalogue;
import nl.oogst.release.catalogue.Described;
import nl.oogst.release.catalogue.SchemaChange;

/** Puts a release in its context: what it is called, what it rests on, what it follows. */
final class Describing {
  private static final String PERIOD_START = "period_start";

  private Describing() {}

  /**
   * Refuses declarations that changed since the current release without a higher version, before
   * any delivery is opened.
   *
   * @throws nl.oogst.model.SchemaMistake naming the data set and the version it needs
   */
  static void check(ReleaseStore store, Definitions definitions) throws IOException {
    var current = store.current();
    if (current.isPresent()) {
      store.fetch(current.get().releaseId(), Part.DESCRIPTION);
      Path release = store.releaseFolder(current.get().releaseId());
      SchemaChange.check(release, new TreeMap<>(definitions.dataSets()));
    }
  }

  /** Refuses input that gives a release which was withdrawn: it would be the same again. */
  static void checkNotWithdrawn(ReleaseStore store, String releaseId) throws IOException {
    var mark = store.marks().withdrawn(releaseId);
    if (mark.isPresent()) {
      String reason = mark.get().reason();
      throw new WrongUse(
          "These deliveries and definitions give release "
              + releaseId
              + ", which was withdrawn on "
              + mark.get().on()
              + (reason == null ? "" : " (" + reason + ")")
              + ". Correct them, or lift the mark with 'oogst withdraw "
              + releaseId
              + " --undo'.");
    }
  }

  /** Writes the catalogue of a release whose data sets are finished. */
  static void write(
      Staging staging, Staging.Source source, Definitions definitions, Inbox inbox, Ledger ledger)
      throws IOException {
    List<Described.Input> inputs = new ArrayList<>();
    for (DeliveredFile file : inbox.files()) {
      Delivery delivery = inbox.deliveries().get(file.delivery());
      inputs.add(
          new Described.Input(
              delivery.proeftuin(), delivery.folder(), file.name(), file.bytes(), file.sha256()));
    }
    Catalogue.write(
        staging,
        new Described(
            source.releaseId(),
            inbox.asOf(),
            first(staging, inbox.asOf()),
            source.programVersion(),
            new TreeMap<>(definitions.dataSets()),
            definitions.schemas(),
            new TreeMap<>(ledger.totals()),
            inputs));
  }

  /** The first day of the figures, or the as-of date without any. */
  private static LocalDate first(Staging staging, LocalDate asOf) throws IOException {
    int first = Days.of(asOf);
    try (ParquetSetReader rows =
        ParquetSetReader.open(staging.publicFolder(), "jobs_realised", List.of(PERIOD_START))) {
      for (Object[] row = rows.next(); row != null; row = rows.next()) {
        first = Math.min(first, (Integer) row[0]);
      }
    }
    return Days.date(first);
  }
}

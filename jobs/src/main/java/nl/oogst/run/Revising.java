package nl.oogst.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.Days;
import nl.oogst.release.OutputFailure;
import nl.oogst.release.ParquetSetWriter;
import nl.oogst.release.ReleaseStore;
import nl.oogst.release.Staging;
import nl.oogst.release.revision.ComparedRelease;
import nl.oogst.release.revision.Measured;
import nl.oogst.release.revision.Revision;
import nl.oogst.release.revision.RevisionRows;
import nl.oogst.release.revision.Revisions;
import nl.oogst.release.revision.Rules;

/**
 * Writes what changed since the release before: the one that was current when this one was first
 * published. On an empty output folder there is none, and nothing changed.
 */
final class Revising {
  /** The register as it was, so that figures of the release can be added up again. */
  static final String REGISTER = "restricted/register/proeftuinen.csv";

  private Revising() {}

  /**
   * Writes the register and the revisions, exact and published.
   *
   * @param measured what the figures were made of
   * @param others the data sets that were written already
   * @return all of them
   */
  static List<Outcome.DataSet> write(
      Staging staging,
      Staging.Source source,
      Definitions definitions,
      Inbox inbox,
      Settings settings,
      Measured measured,
      List<Outcome.DataSet> others)
      throws IOException {
    keepRegister(staging, source, settings.data().resolve("register"));
    List<Object[]> exact = List.of();
    List<Object[]> published = List.of();
    Optional<Path> previous = Identity.previous(new ReleaseStore(settings.out()), source);
    if (previous.isPresent()) {
      ComparedRelease before = ComparedRelease.of(previous.get());
      ComparedRelease now =
          new ComparedRelease(
              source.releaseId(),
              staging.publicFolder().getParent(),
              Days.of(inbox.asOf()),
              source.programVersion(),
              source.digests());
      Revisions revisions = new Revisions(before, now, definitions.dataSets());
      List<Revision> found = revisions.exact(rules(definitions, inbox.register()), measured);
      RevisionRows rows = new RevisionRows(definitions.dataSets(), before.id());
      exact = rows.exact(found);
      published = rows.published(revisions.published(), found, definitions.disclosure());
    }
    DataSetSchema schema = definitions.dataSet(Revisions.DATA_SET);
    String file = schema.name() + ".parquet";
    write(
        staging,
        staging.path("restricted/unprotected/" + file),
        schema.in(DataSetSchema.Zone.RESTRICTED),
        exact,
        definitions);
    Path open = staging.path("public/" + file);
    List<Outcome.DataSet> all = new ArrayList<>(others);
    int publicOnes =
        (int) all.stream().filter(one -> one.file().startsWith(open.getParent())).count();
    all.add(publicOnes, write(staging, open, schema, published, definitions));
    return all;
  }

  /** Keeps the register as it was read: what happened to it since ends the run. */
  private static void keepRegister(Staging staging, Staging.Source source, Path register)
      throws IOException {
    Path file = register.resolve("proeftuinen.csv");
    try (OutputStream out = staging.create(REGISTER)) {
      out.write(Files.readAllBytes(file));
    } catch (IOException e) {
      throw OutputFailure.of("read", file, e);
    }
    if (!Digests.ofFolder(register).equals(source.digests().get("register"))) {
      throw OutputFailure.of(
          "use", register, new IOException("it changed during the run; run again"));
    }
  }

  static Rules rules(Definitions definitions, List<nl.oogst.model.Proeftuin> register) {
    return new Rules(
        definitions.breakdowns(),
        definitions.banen(),
        definitions.schemas().codelist("end_reasons"),
        register);
  }

  private static Outcome.DataSet write(
      Staging staging,
      Path file,
      DataSetSchema schema,
      List<Object[]> rows,
      Definitions definitions)
      throws OutputFailure {
    try (ParquetSetWriter writer =
        ParquetSetWriter.open(file, schema, Labels.footer(schema, definitions.schemas()))) {
      for (Object[] row : rows) {
        writer.write(row);
      }
    }
    staging.rows(file, rows.size());
    return new Outcome.DataSet(schema.name(), file, rows.size());
  }
}

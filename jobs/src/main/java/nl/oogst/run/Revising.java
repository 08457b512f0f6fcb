package nl.oogst.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.Days;
import nl.oogst.release.Beside;
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
    DataSetSchema schema = definitions.dataSet(Revisions.DATA_SET);
    String file = schema.name() + ".parquet";
    Path closed = staging.path("restricted/unprotected/" + file);
    Path open = staging.path("public/" + file);
    DataSetSchema exactSchema = schema.in(DataSetSchema.Zone.RESTRICTED);
    Optional<Path> previous = Identity.previous(new ReleaseStore(settings.out()), source);
    Supplier<Outcome.DataSet> written;
    try (Beside beside = Beside.threads(2)) {
      Found found =
          previous.isEmpty()
              ? Found.NOTHING
              : found(beside, previous.get(), staging, source, definitions, inbox, measured);
      beside.run(() -> write(staging, closed, exactSchema, found.exact().call(), definitions));
      written =
          beside.run(() -> write(staging, open, schema, found.published().call(), definitions));
      beside.finish();
    }
    List<Outcome.DataSet> all = new ArrayList<>(others);
    int publicOnes =
        (int) all.stream().filter(one -> one.file().startsWith(open.getParent())).count();
    all.add(publicOnes, written.get());
    return all;
  }

  /** The rows of both zones, which are made when they are asked for. */
  private record Found(Callable<List<Object[]>> exact, Callable<List<Object[]>> published) {
    static final Found NOTHING = new Found(List::of, List::of);
  }

  /** Looks for what changed; published figures are compared beside the exact ones. */
  private static Found found(
      Beside beside,
      Path previous,
      Staging staging,
      Staging.Source source,
      Definitions definitions,
      Inbox inbox,
      Measured measured)
      throws IOException {
    ComparedRelease before = ComparedRelease.of(previous);
    ComparedRelease now =
        new ComparedRelease(
            source.releaseId(),
            staging.publicFolder().getParent(),
            Days.of(inbox.asOf()),
            source.programVersion(),
            source.digests());
    Revisions revisions = new Revisions(before, now, definitions.dataSets());
    Supplier<List<Revision>> published = beside.run(revisions::published);
    List<Revision> exact = revisions.exact(rules(definitions, inbox.register()), measured);
    beside.finish();
    return new Found(
        () -> new RevisionRows(definitions.dataSets(), before.id()).exact(exact),
        () ->
            new RevisionRows(definitions.dataSets(), before.id())
                .published(published.get(), exact, definitions.disclosure()));
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

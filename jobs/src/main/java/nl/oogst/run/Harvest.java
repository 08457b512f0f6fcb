package nl.oogst.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import nl.oogst.model.Delivery;
import nl.oogst.model.IssueCode;
import nl.oogst.release.Beside;
import nl.oogst.release.Keys;
import nl.oogst.release.ReleaseStore;
import nl.oogst.release.Staging;
import org.apache.spark.api.java.JavaSparkContext;

/** The main job: deliveries in, a published release out. */
public final class Harvest {
  private final Settings settings;
  private final ReleaseStore store;
  private final Consumer<String> progress;
  private final long started = System.nanoTime();

  private Harvest(Settings settings, ReleaseStore store, Consumer<String> progress) {
    this.settings = settings;
    this.store = store;
    this.progress = progress;
  }

  /**
   * Runs the main job.
   *
   * @param progress takes a line about what is being done
   * @throws WrongUse and {@link nl.oogst.model.SchemaMistake} for what the operator must put right
   * @throws IOException when the output cannot be written; the release that was current still is
   */
  public static Outcome run(Settings settings, Consumer<String> progress) throws IOException {
    return run(settings, new ReleaseStore(settings.out()), progress);
  }

  /**
   * Runs the main job on releases that may lie elsewhere.
   *
   * @param store whose folder is the output folder of the settings
   * @see #run(Settings, Consumer)
   */
  public static Outcome run(Settings settings, ReleaseStore store, Consumer<String> progress)
      throws IOException {
    return new Harvest(settings, store, progress).run();
  }

  private Outcome run() throws IOException {
    SparkStart.check(settings.master());
    checkKey();
    Definitions definitions = Definitions.load(settings);
    String linkKey = settings.linkKey() == null ? null : hex(Keys.read(settings.linkKey()));
    FileDigests digests = FileDigests.of(settings.out());
    Inbox inbox = InboxScan.scan(settings, definitions.schemas(), digests);
    Describing.check(store, definitions);
    progress.accept(
        "deliveries: " + inbox.deliveries().size() + ", " + inbox.files().size() + " files found");
    try (Staging staging = store.begin()) {
      digests.keep();
      Keys.Key key =
          settings.disclosureKey() == null
              ? Keys.disclosure(settings.out())
              : Keys.read(settings.disclosureKey());
      Staging.Source source = Identity.of(store, inbox, settings, linkKey, key);
      Describing.checkNotWithdrawn(store, source.releaseId());
      staging.makeCurrent(source.releaseId());
      Optional<Outcome> current = alreadyCurrent(source.releaseId(), inbox);
      if (current.isPresent()) {
        return current.get();
      }
      store.fetchEarlier(source.digests().get("previous"));
      return harvest(definitions, inbox, linkKey, key.bytes(), staging, source);
    }
  }

  /** The key must outlive this machine, and must not lie beside the releases. */
  private void checkKey() {
    if (store.origin().isPresent() && settings.disclosureKey() == null) {
      throw new WrongUse(
          "With releases in an object store, give the disclosure key with --disclosure-key-file: it"
              + " never lies beside them, and every run needs the same one. Make it once with"
              + " 'openssl rand -hex 32' into a file of mode 0600, and keep a copy elsewhere.");
    }
  }

  private static String hex(Keys.Key key) {
    return HexFormat.of().formatHex(key.bytes());
  }

  private Optional<Outcome> alreadyCurrent(String releaseId, Inbox inbox) throws IOException {
    boolean same =
        store.current().filter(current -> current.releaseId().equals(releaseId)).isPresent();
    return same
        ? Optional.of(
            new Outcome(
                Outcome.Kind.ALREADY_CURRENT,
                releaseId,
                store.releaseFolder(releaseId),
                inbox.deliveries().size(),
                0,
                Map.of(),
                List.of(),
                List.of(),
                false,
                took()))
        : Optional.empty();
  }

  private Duration took() {
    return Duration.ofNanos(System.nanoTime() - started);
  }

  private Outcome harvest(
      Definitions definitions,
      Inbox inbox,
      String linkKey,
      byte[] disclosureKey,
      Staging staging,
      Staging.Source found)
      throws IOException {
    List<Outcome.DataSet> dataSets;
    Ledger ledger;
    Set<Integer> refused;
    List<Refusal> refusals;
    List<String> unrecognised;
    Staging.Source source;
    GateStep gate;
    Stages stages;
    CutFiles cut;
    Kept kept = Kept.of(settings, definitions, inbox, linkKey);
    Path scratch = staging.scratchFolder();
    try (Beside beside = Beside.threads(1)) {
      Supplier<KeptProeftuinen> shelf = beside.run(() -> KeptProeftuinen.of(settings, inbox, kept));
      try (JavaSparkContext spark =
          SparkStart.open(settings.master(), scratch.resolve("spark"), Partitions.bulk(inbox))) {
        if (!spark.isLocal()) {
          SharedOutput.check(spark, store.folder(), scratch);
        }
        beside.finish();
        stages =
            new Stages(
                spark, settings, definitions, inbox, linkKey, disclosureKey, shelf.get(), progress);
        stages.readAndResolve();
        List<String> changed = changed(stages, inbox);
        if (!changed.isEmpty() && changed.size() == inbox.deliveries().size()) {
          throw new InputGone(settings.data(), changed.size());
        }
        source = Identity.without(changed, found);
        KeptGate told = KeptGate.of(settings.out(), kept.room());
        gate = new GateStep(store, source.releaseId(), settings.strict(), told, progress);
        dataSets = stages.write(staging, gate);
        ledger = stages.ledger();
        refused = stages.intake().refused();
        cut = stages.cut();
        refusals = stages.intake().refusals();
        unrecognised = unrecognised(inbox, stages);
      }
    }
    Scratch.remove(scratch);
    List<String> attention = attention(definitions, inbox, ledger, refusals, settings.strict());
    boolean problems = !attention.isEmpty();
    attention.addAll(unrecognised);
    attention.addAll(gate.attention());
    boolean publish = !(settings.strict() && problems);
    Path folder = null;
    if (publish) {
      progress.accept("comparing with the release before");
      dataSets =
          Revising.write(
              staging, source, definitions, inbox, settings, stages.measured(), dataSets);
      progress.accept("reporting");
      describe(definitions, inbox, ledger, staging, source);
      progress.accept("publishing release " + source.releaseId());
      folder = staging.publish(source).folder();
    }
    kept.prune(inbox, refused, cut);
    stages.finish();
    return new Outcome(
        publish ? Outcome.Kind.PUBLISHED : Outcome.Kind.HELD_BACK,
        source.releaseId(),
        folder,
        inbox.deliveries().size(),
        proeftuinen(inbox, refused),
        ledger.totals(),
        publish ? dataSets : List.of(),
        attention,
        problems,
        took());
  }

  /** Writes what people and programs read about the data sets, which are finished. */
  private void describe(
      Definitions definitions, Inbox inbox, Ledger ledger, Staging staging, Staging.Source source)
      throws IOException {
    try (Beside beside = Beside.threads(2)) {
      beside.run(
          () -> {
            Describing.write(staging, source, definitions, inbox, ledger);
            return true;
          });
      Reporting.write(staging, source, definitions, store, beside);
      beside.finish();
    }
  }

  /** Deliveries that are left out because they changed, or went, while they were read. */
  private static List<String> changed(Stages stages, Inbox inbox) {
    return stages.intake().refusals().stream()
        .filter(refusal -> refusal.code().equals(IssueCode.FILE_CHANGED.code()))
        .map(refusal -> inbox.deliveries().get(refusal.delivery()))
        .map(delivery -> delivery.proeftuin() + "/" + delivery.folder())
        .distinct()
        .sorted()
        .toList();
  }

  private static int proeftuinen(Inbox inbox, Set<Integer> refused) {
    Set<String> names = new HashSet<>();
    for (Delivery delivery : inbox.deliveries()) {
      if (!refused.contains(delivery.index())) {
        names.add(delivery.proeftuin());
      }
    }
    return names.size();
  }

  /** What makes a run end with exit code 3, a line each. */
  private static List<String> attention(
      Definitions definitions, Inbox inbox, Ledger ledger, List<Refusal> refusals, boolean strict) {
    List<String> lines = new ArrayList<>();
    Map<Integer, Boolean> said = new HashMap<>();
    for (Refusal refusal : refusals) {
      if (said.putIfAbsent(refusal.delivery(), true) == null) {
        lines.add(refused(inbox.deliveries().get(refusal.delivery()), refusal, definitions));
      }
    }
    for (Delivery delivery : inbox.deliveries()) {
      Ledger.Quarantined quarantined = ledger.quarantined(delivery.index());
      double tolerance = definitions.tolerance(delivery.proeftuin());
      if (quarantined.share() > tolerance) {
        lines.add(
            String.format(
                Locale.ROOT,
                "%s/%s: %d of %d rows quarantined (%.2f %%), more than the tolerance of %.2f %%."
                    + " %s",
                delivery.proeftuin(),
                delivery.folder(),
                quarantined.rows(),
                quarantined.records(),
                quarantined.share() * 100,
                tolerance * 100,
                strict
                    ? "Run without --strict to see why in restricted/issues."
                    : "restricted/issues says why; ask for a corrected delivery."));
      }
    }
    return lines;
  }

  /** Files in which no table was recognised: what is in them counts nowhere. */
  private static List<String> unrecognised(Inbox inbox, Stages stages) {
    List<String> lines = new ArrayList<>();
    for (FileReport report : stages.intake().reports()) {
      Delivery delivery = inbox.deliveries().get(report.delivery());
      if (!stages.intake().refused().contains(report.delivery()) && report.nothingRecognised()) {
        lines.add(
            delivery.proeftuin()
                + "/"
                + delivery.folder()
                + ": no table in "
                + String.join(", ", report.inner())
                + " was recognised, so nothing in it counts. Name its columns in a profile.");
      }
    }
    return lines;
  }

  private static String refused(Delivery delivery, Refusal refusal, Definitions definitions) {
    StringBuilder line =
        new StringBuilder(delivery.proeftuin())
            .append('/')
            .append(delivery.folder())
            .append(": refused (")
            .append(refusal.code());
    if (refusal.file() != null) {
      line.append(", ").append(refusal.file());
    }
    if (refusal.field() != null) {
      line.append(", column ").append(refusal.field());
    }
    if (refusal.code().equals(IssueCode.BSN_FOUND.code())) {
      line.append(", values: ").append(refusal.found());
    }
    line.append("). ");
    line.append(
        definitions
            .schemas()
            .issue(IssueCode.valueOf(refusal.code().toUpperCase(Locale.ROOT)))
            .remedy()
            .en());
    return line.toString();
  }
}

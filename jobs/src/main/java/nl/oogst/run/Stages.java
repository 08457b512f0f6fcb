package nl.oogst.run;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import nl.oogst.measure.Frame;
import nl.oogst.measure.Measure;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.Days;
import nl.oogst.model.Period;
import nl.oogst.protect.RecordKeys;
import nl.oogst.release.Beside;
import nl.oogst.release.Staging;
import nl.oogst.release.revision.Measured;
import nl.oogst.report.IssueTally;
import nl.oogst.resolve.ContractMarks;
import nl.oogst.resolve.Identities;
import nl.oogst.resolve.LinkBlock;
import nl.oogst.resolve.Linking;
import nl.oogst.resolve.Resolution;
import nl.oogst.resolve.SmallItems;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.storage.StorageLevel;
import scala.Option;
import scala.Tuple2;

/** The Spark jobs of a run, in their order: few, and each over the whole. */
final class Stages {
  private final JavaSparkContext spark;
  private final Settings settings;
  private final Definitions definitions;
  private final Inbox inbox;
  private final String linkKey;
  private final byte[] disclosureKey;
  private final Consumer<String> progress;
  private final KeptProeftuinen shelf;
  private final Partitions partitions;
  private final StorageLevel kept;

  private Intake intake;
  private RestrictedRows rows;
  private Shared<RestrictedRows> sharedRows;
  private CutFiles cut;
  private JavaRDD<byte[]> read;
  private Packed resolved;
  private Resolved totals;
  private SortedMap<String, Resolved> byProeftuin;
  private List<SmallItems.Seen> items;
  private List<Resolution.PlacedIssue> statements;
  private Ledger ledger;
  private Measured measured;

  /**
   * The stages of a run, or of a check.
   *
   * @param shelf what earlier runs kept; null when nothing is kept
   */
  Stages(
      JavaSparkContext spark,
      Settings settings,
      Definitions definitions,
      Inbox inbox,
      String linkKey,
      byte[] disclosureKey,
      KeptProeftuinen shelf,
      Consumer<String> progress) {
    this.spark = spark;
    this.settings = settings;
    this.definitions = definitions;
    this.inbox = inbox;
    this.linkKey = linkKey;
    this.disclosureKey = disclosureKey;
    this.shelf = shelf;
    this.progress = progress;
    this.partitions =
        shelf == null
            ? Partitions.of(inbox, Set.of(), 0, spark.defaultParallelism())
            : Partitions.of(inbox, shelf.passed(), shelf.bytes(), spark.defaultParallelism());
    // much data would fill the memory that sorting needs, and is on disk as soon
    this.kept =
        Partitions.bulk(inbox) ? StorageLevel.DISK_ONLY() : StorageLevel.MEMORY_AND_DISK_SER();
  }

  Ledger ledger() {
    return ledger;
  }

  Intake intake() {
    return intake;
  }

  /** Which files were read in parts. */
  CutFiles cut() {
    return cut;
  }

  void readAndResolve() {
    progress.accept("reading");
    read();
    progress.accept("resolving");
    ResolveStage.Outcome outcome =
        new ResolveStage(spark, inbox, definitions, shelf, partitions, kept)
            .resolve(read, intake, sharedRows);
    resolved = outcome.packs();
    byProeftuin = outcome.byProeftuin();
    totals = outcome.totals();
    items = outcome.items();
    compareStatements();
    ledger = new Ledger(inbox.deliveries(), intake, totals);
  }

  private void read() {
    Reading reading = new Reading(definitions.schemas(), definitions.profiles(), linkKey);
    ReadStage.Read all =
        new ReadStage(spark, inbox, reading, shelf == null ? null : shelf.files(), partitions, kept)
            .read(unread());
    read = all.packs();
    cut = all.cut();
    List<FileReport> reports = all.reports();
    if (shelf != null) {
      reports.addAll(shelf.reports());
    }
    long known = reports.stream().filter(FileReport::kept).count();
    if (known > 0) {
      progress.accept("files read: " + (reports.size() - known) + "; known already: " + known);
    }
    intake = new Intake(inbox, reports);
    rows = new RestrictedRows(intake.names(), definitions.schemas(), definitions.dataSets());
    sharedRows = Shared.of(spark, rows, RestrictedRows.class);
  }

  /** The deliveries that need not be opened: refused already, or known with all they came to. */
  private Set<Integer> unread() {
    Set<Integer> unread = new HashSet<>(shelf == null ? Set.of() : shelf.passed());
    inbox.refusals().forEach(refusal -> unread.add(refusal.delivery()));
    return unread;
  }

  /** Keeps what was resolved for the next run, once this one has ended well. */
  void finish() {
    shelf.finish();
  }

  /** Lays what is stated beside the placements; a pass over those who state anything, no others. */
  private void compareStatements() {
    StatementTallies tallies = new StatementTallies(items, intake.names(), intake.knowledge());
    Set<String> stating = new HashSet<>(tallies.proeftuinen());
    if (!stating.isEmpty()) {
      resolved
          .all(ResolveTask.PLACEMENT)
          .filter(pair -> stating.contains(StatementTask.proeftuin(pair._2())))
          .mapToPair(pair -> StatementTask.keyed(pair._2()))
          .repartitionAndSortWithinPartitions(new HashPartitioner(partitions.shuffle()))
          .mapPartitions(new StatementTask(tallies, Days.of(inbox.asOf())))
          .collect()
          .forEach(part -> tallies.merge(JavaBytes.read(part, StatementTallies.class)));
    }
    statements = tallies.issues(definitions.changes());
    totals.issues(statements);
  }

  /**
   * All issues, without measuring or writing anything.
   *
   * @param keep how many examples of each kind are kept
   */
  IssueTally tally(int keep) {
    Identities identities = link();
    DataSetSchema issues = definitions.dataSet("issues");
    String key = issues.name() + Output.PART;
    TallyTask task = new TallyTask(issues, new ArrayList<>(inbox.deliveries()), keep);
    IssueTally tally = new IssueTally(keep);
    resolved
        .all(ResolveTask.ROW, ResolveTask.SETTLED_ROW)
        .filter(pair -> pair._1().startsWith(key, 1))
        .mapPartitions(task)
        .collect()
        .forEach(part -> tally.merge(JavaBytes.read(part, IssueTally.class)));
    DriverIssues rest = new DriverIssues(definitions, inbox, intake);
    rest.ofDeliveries(ledger, tally::add);
    rest.ofStatements(statements, tally::add);
    rest.ofPersons(identities.doubtful(), tally::add);
    return tally;
  }

  /** What the figures were made of. */
  Measured measured() {
    return measured;
  }

  /** Measures, protects and writes everything into the staging folder. */
  List<Outcome.DataSet> write(Staging staging, GateStep gate) throws IOException {
    progress.accept("linking");
    Identities identities = link();
    progress.accept("measuring");
    Frame frame = frame();
    Written written = new Written(inbox, items, intake.names());
    Measures measures = new Measures(frame, definitions, inbox.register(), written, disclosureKey);
    // as many as there are links: once on each machine, not with every task
    Shared<Identities> who = Shared.of(spark, identities.withoutLinks(), Identities.class);
    KeptFigures figures =
        new KeptFigures(
            shelf,
            frame,
            byProeftuin,
            proeftuin -> Digests.of(frame.first().toString(), measures.basis(proeftuin)),
            new LinkedPersons(identities, new RecordKeys(disclosureKey)::of));
    PersonTask.AllCells cells = measure(measures.all(), who, figures);
    measured = measures.measured(cells);
    progress.accept("writing");
    try (Beside beside = Beside.threads(2)) {
      Supplier<List<Outcome.DataSet>> restricted =
          beside.run(() -> restricted(identities, who).write(staging));
      PublicSets publicSets = new PublicSets(definitions, staging, gate, beside);
      measures.write(cells, publicSets);
      if (Partitions.bulk(inbox) && !gate.light(Runtime.getRuntime().maxMemory())) {
        // what the gate reads of earlier releases does not come on top of what is sorted
        beside.finish();
      }
      writePublic(measures, written, publicSets);
      beside.finish();
      List<Outcome.DataSet> dataSets = new ArrayList<>(publicSets.written());
      dataSets.addAll(restricted.get());
      return dataSets;
    }
  }

  private void writePublic(Measures measures, Written written, PublicSets publicSets)
      throws IOException {
    measures.write(ledger.delivered(), items, intake.names(), publicSets);
    measures.write(written, publicSets);
    publicSets.writeOpen(
        "reference_figures",
        Publications.referenceFigures(
            settings.schemas(), definitions.dataSet("reference_figures")));
    publicSets.writeOpen("proeftuinen", Publications.proeftuinen(inbox.register()));
    measures.writeTargets(publicSets);
  }

  private RestrictedSets restricted(Identities identities, Shared<Identities> who) {
    List<Tuple2<String, byte[]>> ofDriver = new ArrayList<>();
    new DriverRows(definitions, inbox, rows, intake)
        .add(ledger, identities, statements, (schema, row) -> ofDriver.add(keyed(schema, row)));
    return new RestrictedSets(definitions, resolved, byProeftuin, shelf, sharedRows, who, ofDriver);
  }

  private static Tuple2<String, byte[]> keyed(DataSetSchema schema, Object[] row) {
    return new Tuple2<>(ResolveTask.rowKey(schema, row), RowCodec.toBytes(row));
  }

  private Identities link() {
    ContractMarks shared =
        ContractMarks.shared(byProeftuin.values().stream().map(Resolved::contracts).toList());
    if (shared.isEmpty() && totals.jobsWithLink() == 0) {
      return Linking.NOTHING;
    }
    int asOf = Days.of(inbox.asOf());
    List<LinkBlock> blocks =
        resolved
            .all(ResolveTask.LINK)
            .mapToPair(pair -> new Tuple2<>(pair._1().substring(1), pair._2()))
            .filter(pair -> shared.mayTell(pair._1()))
            .groupByKey(partitions.shuffle())
            .map(group -> new Tuple2<>(group._1(), LinkBlock.packed(group._2())))
            .filter(group -> LinkBlock.of(group._1(), group._2(), asOf).tells())
            .collect()
            .stream()
            .map(group -> LinkBlock.of(group._1(), group._2(), asOf))
            .toList();
    return Linking.link(blocks, totals.jobsWithLink(), definitions.linking());
  }

  private Frame frame() {
    LocalDate first = Days.date(ResolveTask.firstStart(totals, Days.of(inbox.asOf())));
    Map<String, String> phases = new HashMap<>();
    inbox.register().forEach(p -> phases.put(p.id(), p.phase()));
    Map<Period, Frame.Coverage> coverage =
        Coverages.of(
            Period.covering(first, inbox.asOf()),
            inbox.register(),
            inbox.deliveries(),
            intake.refused());
    return new Frame(inbox.asOf(), first, definitions.breakdowns(), phases, coverage);
  }

  private PersonTask.AllCells measure(
      List<Measure> measures, Shared<Identities> who, KeptFigures figures) {
    PersonTask task =
        new PersonTask(measures, disclosureKey, Days.of(inbox.asOf()), figures.keeping());
    PersonPartitions places = figures.partitions(partitions.shuffle());
    JavaPairRDD<String, byte[]> sorted =
        figures
            .placements(spark, resolved, who, partitions.shuffle())
            .repartitionAndSortWithinPartitions(places);
    List<byte[]> tasks =
        JavaPairRDD.fromRDD(
                sorted
                    .rdd()
                    .coalesce(
                        partitions.measuring(), false, Option.apply(places.neighbours()), null),
                sorted.kClassTag(),
                sorted.vClassTag())
            .mapPartitions(task)
            .collect();
    PersonTask.AllCells all = task.empty();
    List<SettledPersons.Part> parts = new ArrayList<>();
    Set<String> spoiled = new HashSet<>();
    for (byte[] bytes : tasks) {
      PersonTask.Added added = JavaBytes.read(bytes, PersonTask.Added.class);
      all.merge(added.cells());
      parts.addAll(added.parts());
      spoiled.addAll(added.spoiled());
    }
    figures.addKnown(measures, all);
    figures.made(parts, spoiled, measures, all);
    return all;
  }
}

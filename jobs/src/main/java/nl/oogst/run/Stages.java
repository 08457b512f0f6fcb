package nl.oogst.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import nl.oogst.measure.Engagement;
import nl.oogst.measure.Frame;
import nl.oogst.measure.Measure;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.Days;
import nl.oogst.model.Period;
import nl.oogst.release.Staging;
import nl.oogst.report.IssueTally;
import nl.oogst.resolve.Identities;
import nl.oogst.resolve.LinkBlock;
import nl.oogst.resolve.Linking;
import nl.oogst.resolve.Resolution;
import nl.oogst.resolve.ResolvedCodec;
import nl.oogst.resolve.ResolvedPlacement;
import nl.oogst.resolve.SmallItems;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.storage.StorageLevel;
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
  private final Kept keep;
  private final Partitions partitions;
  private final StorageLevel kept;

  private Intake intake;
  private RestrictedRows rows;
  private CutFiles cut;
  private JavaRDD<byte[]> read;
  private JavaRDD<byte[]> resolved;
  private Resolved totals;
  private List<SmallItems.Seen> items;
  private List<Resolution.PlacedIssue> statements;
  private Ledger ledger;

  Stages(
      JavaSparkContext spark,
      Settings settings,
      Definitions definitions,
      Inbox inbox,
      String linkKey,
      byte[] disclosureKey,
      Kept keep,
      Consumer<String> progress) {
    this.spark = spark;
    this.settings = settings;
    this.definitions = definitions;
    this.inbox = inbox;
    this.linkKey = linkKey;
    this.disclosureKey = disclosureKey;
    this.keep = keep;
    this.progress = progress;
    this.partitions = Partitions.of(inbox, spark.defaultParallelism());
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
    resolve();
    compareStatements();
    ledger = new Ledger(inbox.deliveries(), intake, totals);
  }

  private void read() {
    Reading reading = new Reading(definitions.schemas(), definitions.profiles(), linkKey);
    ReadStage.Read all = new ReadStage(spark, inbox, reading, keep, partitions, kept).read();
    read = all.packs();
    cut = all.cut();
    List<FileReport> reports = all.reports();
    long known = reports.stream().filter(FileReport::kept).count();
    if (known > 0) {
      progress.accept("files read: " + (reports.size() - known) + "; known already: " + known);
    }
    intake = new Intake(inbox, reports);
    rows = new RestrictedRows(intake.names(), definitions.schemas(), definitions.dataSets());
  }

  static JavaPairRDD<String, byte[]> only(JavaRDD<byte[]> packs, Character... kinds) {
    Set<Character> asked = Set.of(kinds);
    return packs.filter(pack -> asked.contains(Packs.kind(pack))).flatMapToPair(Packs::open);
  }

  private void resolve() {
    int asOf = Days.of(inbox.asOf());
    ResolveTask task =
        new ResolveTask(
            new GroupResolver(intake.knowledge(), intake.refused(), definitions.changes(), asOf),
            rows,
            new HashMap<>(definitions.dataSets()));
    resolved =
        only(read, Output.PLACEMENT, Output.SMALL_ITEM)
            .repartitionAndSortWithinPartitions(new HashPartitioner(partitions.shuffle()))
            .mapPartitionsToPair(task)
            .mapPartitions(Packs::new)
            .persist(kept);
    totals = new Resolved();
    for (Tuple2<String, byte[]> part : only(resolved, ResolveTask.TOTALS).collect()) {
      totals.add(JavaBytes.read(part._2(), Resolved.class));
    }
  }

  /** Lays what is stated beside the placements; a pass over those who state anything, no others. */
  private void compareStatements() {
    items = new ArrayList<>();
    for (Tuple2<String, byte[]> item : only(resolved, ResolveTask.SMALL_ITEM).collect()) {
      items.add(SmallItems.read(item._2()));
    }
    items.sort(Comparator.comparing(SmallItems.Seen::place));
    StatementTallies tallies = new StatementTallies(items, intake.names(), intake.knowledge());
    Set<String> stating = new HashSet<>(tallies.proeftuinen());
    if (!stating.isEmpty()) {
      only(resolved, ResolveTask.PLACEMENT)
          .filter(pair -> stating.contains(StatementTask.proeftuin(pair._2())))
          .mapToPair(pair -> StatementTask.keyed(pair._2()))
          .repartitionAndSortWithinPartitions(new HashPartitioner(partitions.shuffle()))
          .mapPartitions(new StatementTask(tallies))
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
    RestrictedRows make = rows;
    Set<Integer> out = intake.refused();
    DataSetSchema issues = definitions.dataSet("issues");
    String key = ResolveTask.ROW + issues.name() + Output.PART;
    TallyTask task = new TallyTask(issues, new ArrayList<>(inbox.deliveries()), keep);
    JavaPairRDD<String, byte[]> fromReading =
        only(read, Output.ISSUE)
            .flatMapToPair(
                pair -> {
                  Object[] row = make.readIssue(pair._2(), out);
                  List<Tuple2<String, byte[]>> one = new ArrayList<>(1);
                  if (row != null) {
                    one.add(new Tuple2<>(key, RowCodec.toBytes(row)));
                  }
                  return one.iterator();
                });
    IssueTally tally = new IssueTally(keep);
    fromReading
        .union(only(resolved, ResolveTask.ROW).filter(pair -> pair._1().startsWith(key)))
        .mapPartitions(task)
        .collect()
        .forEach(part -> tally.merge(JavaBytes.read(part, IssueTally.class)));
    DriverIssues rest = new DriverIssues(definitions, inbox, intake);
    rest.ofDeliveries(ledger, tally::add);
    rest.ofStatements(statements, tally::add);
    rest.ofPersons(identities.doubtful(), tally::add);
    return tally;
  }

  /** Measures, protects and writes everything into the staging folder. */
  List<Outcome.DataSet> write(Staging staging, GateStep gate) throws IOException {
    progress.accept("linking");
    Identities identities = link();
    progress.accept("measuring");
    Frame frame = frame();
    Written written = new Written(inbox, items, intake.names());
    Measures measures = new Measures(frame, definitions, inbox.register(), written, disclosureKey);
    PersonTask.AllCells cells = measure(measures.all(), identities);
    progress.accept("writing");
    // what fills the memory by itself is not joined by anything else
    try (Beside beside = Partitions.bulk(inbox) ? Beside.inTurn() : Beside.threads(2)) {
      Supplier<List<Outcome.DataSet>> restricted =
          beside.run(() -> writeRestricted(staging, identities));
      PublicSets publicSets = new PublicSets(definitions, staging, gate, beside);
      writePublic(measures, cells, written, publicSets);
      beside.finish();
      List<Outcome.DataSet> dataSets = new ArrayList<>(publicSets.written());
      dataSets.addAll(restricted.get());
      return dataSets;
    }
  }

  private void writePublic(
      Measures measures, PersonTask.AllCells cells, Written written, PublicSets publicSets)
      throws IOException {
    measures.write(cells, publicSets);
    measures.write(ledger.delivered(), items, intake.names(), publicSets);
    measures.write(written, publicSets);
    publicSets.writeOpen(
        "reference_figures",
        Publications.referenceFigures(
            settings.schemas(), definitions.dataSet("reference_figures")));
    publicSets.writeOpen("proeftuinen", Publications.proeftuinen(inbox.register()));
    measures.writeTargets(publicSets);
  }

  private Identities link() {
    if (!totals.linkable()) {
      return Linking.NOTHING;
    }
    List<LinkBlock> blocks =
        only(resolved, ResolveTask.LINK)
            .mapToPair(pair -> new Tuple2<>(pair._1().substring(1), pair._2()))
            .groupByKey(partitions.shuffle())
            .map(group -> new Tuple2<>(group._1(), LinkBlock.packed(group._2())))
            .filter(group -> LinkBlock.of(group._1(), group._2()).tells())
            .collect()
            .stream()
            .map(group -> LinkBlock.of(group._1(), group._2()))
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

  private PersonTask.AllCells measure(List<Measure> measures, Identities identities) {
    PersonTask task = new PersonTask(measures, disclosureKey);
    PersonTask.AllCells all = task.empty();
    List<byte[]> parts =
        only(resolved, ResolveTask.PLACEMENT)
            .mapToPair(pair -> PersonTask.keyed(pair._2(), identities))
            .repartitionAndSortWithinPartitions(new HashPartitioner(partitions.shuffle()))
            .coalesce(partitions.measuring())
            .mapPartitions(task)
            .collect();
    for (byte[] part : parts) {
      all = all.merge(JavaBytes.read(part, PersonTask.AllCells.class));
    }
    return all;
  }

  private List<Outcome.DataSet> writeRestricted(Staging staging, Identities identities)
      throws IOException {
    List<String> dataSets = new ArrayList<>();
    Map<String, Map<String, String>> footers = new HashMap<>();
    for (DataSetSchema schema : definitions.dataSets().values()) {
      if (schema.zone() == DataSetSchema.Zone.RESTRICTED) {
        dataSets.add(schema.name());
        footers.put(schema.name(), Labels.footer(schema, definitions.schemas()));
      }
    }
    WriteTask task =
        new WriteTask(
            dataSets,
            new HashMap<>(definitions.dataSets()),
            footers,
            staging.scratchFolder().resolve("written"),
            rows);
    Map<String, Outcome.DataSet> written = new LinkedHashMap<>();
    for (Tuple2<String, Long> one :
        allRows(identities)
            .repartitionAndSortWithinPartitions(new WriteTask.ByDataSet(dataSets))
            .mapPartitionsWithIndex(task, true)
            .collect()) {
      Path file = staging.adopt(Path.of(one._1()));
      staging.rows(file, one._2());
      String name = WriteTask.dataSet(file);
      written.merge(
          name,
          new Outcome.DataSet(name, file, one._2()),
          (first, more) -> new Outcome.DataSet(name, first.file(), first.rows() + more.rows()));
    }
    return List.copyOf(written.values());
  }

  /** The rows of all restricted data sets, keyed by data set and place in it. */
  private JavaPairRDD<String, byte[]> allRows(Identities identities) {
    RestrictedRows make = rows;
    Set<Integer> out = intake.refused();
    DataSetSchema issues = definitions.dataSet("issues");
    DataSetSchema quarantine = definitions.dataSet("quarantine");
    DataSetSchema placements = definitions.dataSet("placements");
    JavaPairRDD<String, byte[]> fromReading =
        only(read, Output.ISSUE, Output.BAD_VALUE)
            .flatMapToPair(
                pair -> {
                  List<Tuple2<String, byte[]>> one = new ArrayList<>(1);
                  if (pair._1().charAt(0) == Output.ISSUE) {
                    add(one, issues, make.readIssue(pair._2(), out));
                  } else {
                    add(one, quarantine, make.readBadValue(pair._2(), out));
                  }
                  return one.iterator();
                });
    JavaPairRDD<String, byte[]> fromPlacements =
        only(resolved, ResolveTask.PLACEMENT)
            .mapToPair(
                pair -> {
                  ResolvedPlacement placement = ResolvedCodec.readLife(pair._2());
                  String id = placement.state().placementId();
                  Identities.Job job = identities.job(placement.proeftuin(), id);
                  Engagement engagement = new Engagement(placement, job.id(), job.records());
                  String person =
                      identities.person(placement.proeftuin(), placement.state().personId());
                  return keyed(placements, make.placement(engagement, person));
                });
    return fromReading
        .union(only(resolved, ResolveTask.ROW))
        .union(fromPlacements)
        .union(spark.parallelizePairs(driverRows(identities), 1));
  }

  private static void add(List<Tuple2<String, byte[]>> rows, DataSetSchema schema, Object[] row) {
    if (row != null) {
      rows.add(keyed(schema, row));
    }
  }

  private static Tuple2<String, byte[]> keyed(DataSetSchema schema, Object[] row) {
    return new Tuple2<>(ResolveTask.rowKey(schema, row), RowCodec.toBytes(row));
  }

  private List<Tuple2<String, byte[]>> driverRows(Identities identities) {
    List<Tuple2<String, byte[]>> all = new ArrayList<>();
    new DriverRows(definitions, inbox, rows, intake)
        .add(ledger, identities, statements, (schema, row) -> add(all, schema, row));
    return all;
  }
}

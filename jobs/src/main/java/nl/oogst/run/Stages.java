package nl.oogst.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import nl.oogst.measure.Engagement;
import nl.oogst.measure.Frame;
import nl.oogst.measure.Measure;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.Days;
import nl.oogst.model.DeliveredFile;
import nl.oogst.model.Delivery;
import nl.oogst.model.Period;
import nl.oogst.release.Staging;
import nl.oogst.resolve.Identities;
import nl.oogst.resolve.Knowledge;
import nl.oogst.resolve.LinkBlock;
import nl.oogst.resolve.Linking;
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
  private final Partitions partitions;
  private final StorageLevel kept;

  private final Set<Integer> refused = new HashSet<>();
  private final List<Refusal> refusals = new ArrayList<>();
  private List<FileReport> reports;
  private Names names;
  private RestrictedRows rows;
  private JavaRDD<byte[]> read;
  private JavaRDD<byte[]> resolved;
  private Resolved totals;
  private Ledger ledger;

  Stages(
      JavaSparkContext spark,
      Settings settings,
      Definitions definitions,
      Inbox inbox,
      String linkKey,
      byte[] disclosureKey,
      Consumer<String> progress) {
    this.spark = spark;
    this.settings = settings;
    this.definitions = definitions;
    this.inbox = inbox;
    this.linkKey = linkKey;
    this.disclosureKey = disclosureKey;
    this.progress = progress;
    this.partitions = Partitions.of(inbox, spark.defaultParallelism());
    // much data would fill the memory that sorting needs, and is on disk as soon
    this.kept =
        Partitions.bulk(inbox) ? StorageLevel.DISK_ONLY() : StorageLevel.MEMORY_AND_DISK_SER();
  }

  Ledger ledger() {
    return ledger;
  }

  List<FileReport> reports() {
    return reports;
  }

  Set<Integer> refused() {
    return refused;
  }

  List<Refusal> refusals() {
    return refusals;
  }

  void readAndResolve() {
    progress.accept("reading");
    read();
    progress.accept("resolving");
    resolve();
    ledger = new Ledger(inbox.deliveries(), refused, reports, totals, names);
  }

  private void read() {
    inbox.refusals().forEach(this::refuse);
    List<byte[]> lists = new ArrayList<>();
    for (List<DeliveredFile> files : partitions.files(inbox, refused)) {
      lists.add(JavaBytes.write(new ArrayList<>(files)));
    }
    Reading reading = new Reading(definitions.schemas(), definitions.profiles(), linkKey);
    read =
        spark
            .parallelize(lists, Math.max(1, lists.size()))
            .mapPartitionsToPair(new ReadTask(reading, new ArrayList<>(inbox.deliveries())))
            .mapPartitions(Packs::new)
            .persist(kept);
    reports = new ArrayList<>();
    for (Tuple2<String, byte[]> report : only(read, Output.REPORT).collect()) {
      reports.add(JavaBytes.read(report._2(), FileReport.class));
    }
    reports.sort(Comparator.comparingInt(FileReport::file));
    for (FileReport report : reports) {
      report.refusals().forEach(this::refuse);
    }
    names = new Names(new ArrayList<>(inbox.deliveries()), reports);
    rows = new RestrictedRows(names, definitions.schemas(), definitions.dataSets());
  }

  private void refuse(Refusal refusal) {
    refused.add(refusal.delivery());
    refusals.add(refusal);
  }

  private static JavaPairRDD<String, byte[]> only(JavaRDD<byte[]> packs, Character... kinds) {
    Set<Character> asked = Set.of(kinds);
    return packs.filter(pack -> asked.contains(Packs.kind(pack))).flatMapToPair(Packs::open);
  }

  private void resolve() {
    int asOf = Days.of(inbox.asOf());
    ResolveTask task =
        new ResolveTask(
            knowledge(), new HashSet<>(refused), rows, new HashMap<>(definitions.dataSets()), asOf);
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

  /** What the accepted deliveries of each proeftuin say about placements. */
  private Map<String, Knowledge> knowledge() {
    Map<Integer, Knowledge.Mode> modes = new HashMap<>();
    Map<Integer, Integer> reference = new HashMap<>();
    for (FileReport report : reports) {
      modes.merge(
          report.delivery(), report.placements(), (a, b) -> a == Knowledge.Mode.NONE ? b : a);
      reference.merge(report.delivery(), report.newestReferenceDate(), Math::max);
    }
    Map<String, List<Knowledge.Entry>> entries = new TreeMap<>();
    for (Delivery delivery : inbox.deliveries()) {
      if (!refused.contains(delivery.index())) {
        int own = reference.getOrDefault(delivery.index(), Days.NONE);
        entries
            .computeIfAbsent(delivery.proeftuin(), p -> new ArrayList<>())
            .add(
                new Knowledge.Entry(
                    delivery.index(),
                    own == Days.NONE ? Days.of(delivery.date()) : own,
                    modes.getOrDefault(delivery.index(), Knowledge.Mode.NONE)));
      }
    }
    Map<String, Knowledge> knowledge = new HashMap<>();
    entries.forEach((proeftuin, its) -> knowledge.put(proeftuin, new Knowledge(its)));
    return knowledge;
  }

  /** Measures, protects and writes everything into the staging folder. */
  List<Outcome.DataSet> write(Staging staging, GateStep gate) throws IOException {
    progress.accept("linking");
    Identities identities = link();
    progress.accept("measuring");
    Frame frame = frame();
    List<SmallItems.Seen> items = new ArrayList<>();
    for (Tuple2<String, byte[]> item : only(resolved, ResolveTask.SMALL_ITEM).collect()) {
      items.add(SmallItems.read(item._2()));
    }
    items.sort(Comparator.comparing(SmallItems.Seen::place));
    Written written = new Written(inbox, items, names);
    Measures measures = new Measures(frame, definitions, inbox.register(), written, disclosureKey);
    PersonTask.AllCells cells = measure(measures.all(), identities);
    progress.accept("writing");
    PublicSets publicSets = new PublicSets(definitions, staging, gate);
    measures.write(cells, publicSets);
    measures.write(ledger.delivered(), items, names, publicSets);
    measures.write(written, publicSets);
    publicSets.writeOpen(
        "reference_figures",
        Publications.referenceFigures(
            settings.schemas(), definitions.dataSet("reference_figures")));
    List<Outcome.DataSet> dataSets = new ArrayList<>(publicSets.written());
    dataSets.addAll(writeRestricted(staging, identities));
    return dataSets;
  }

  private Identities link() {
    if (!totals.linkable()) {
      return new Identities(Map.of(), Map.of(), Map.of(), List.of(), List.of());
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
            Period.covering(first, inbox.asOf()), inbox.register(), inbox.deliveries(), refused);
    return new Frame(inbox.asOf(), first, definitions.breakdowns(), phases, coverage);
  }

  private PersonTask.AllCells measure(List<Measure> measures, Identities identities) {
    PersonTask task = new PersonTask(measures, disclosureKey);
    PersonTask.AllCells all = task.empty();
    List<byte[]> parts =
        only(resolved, ResolveTask.PLACEMENT)
            .mapToPair(pair -> PersonTask.keyed(pair._2(), identities))
            .repartitionAndSortWithinPartitions(new HashPartitioner(partitions.shuffle()))
            // cells are as large for a few persons as for many, and no person is in two parts
            .coalesce(Math.min(partitions.shuffle(), spark.defaultParallelism()))
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
    Path folder = staging.restrictedFolder();
    WriteTask task =
        new WriteTask(dataSets, new HashMap<>(definitions.dataSets()), footers, folder, rows);
    List<Outcome.DataSet> written = new ArrayList<>();
    for (Tuple2<String, Long> one :
        allRows(identities)
            .repartitionAndSortWithinPartitions(new WriteTask.ByDataSet(dataSets))
            .mapPartitionsWithIndex(task, true)
            .collect()) {
      Path file = folder.resolve(one._1() + ".parquet");
      staging.rows(file, one._2());
      written.add(new Outcome.DataSet(one._1(), file, one._2()));
    }
    return written;
  }

  /** The rows of all restricted data sets, keyed by data set and place in it. */
  private JavaPairRDD<String, byte[]> allRows(Identities identities) {
    RestrictedRows make = rows;
    Set<Integer> out = new HashSet<>(refused);
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
    new DriverRows(definitions, inbox, rows, refused)
        .add(ledger, refusals, identities, (schema, row) -> add(all, schema, row));
    return all;
  }
}

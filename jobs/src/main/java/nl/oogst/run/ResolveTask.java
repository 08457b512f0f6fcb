package nl.oogst.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.Days;
import nl.oogst.model.IssueCode;
import nl.oogst.resolve.Knowledge;
import nl.oogst.resolve.LinkBlock;
import nl.oogst.resolve.PlacementResolver;
import nl.oogst.resolve.Resolution;
import nl.oogst.resolve.ResolvedCodec;
import nl.oogst.resolve.ResolvedPlacement;
import nl.oogst.resolve.Sightings;
import nl.oogst.resolve.SmallItems;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import scala.Tuple2;

/** Resolves the placements and small items of one partition, which come sorted by key. */
final class ResolveTask
    implements PairFlatMapFunction<Iterator<Tuple2<String, byte[]>>, String, byte[]> {
  private static final long serialVersionUID = 1L;

  /** A resolved placement. */
  static final char PLACEMENT = 'p';

  /** A row of a restricted data set, with the data set behind it. */
  static final char ROW = 'r';

  /** A job under a key that it may share with others. */
  static final char LINK = 'k';

  /** A {@link Resolved}. */
  static final char TOTALS = 't';

  /** An accepted small item. */
  static final char SMALL_ITEM = 's';

  private final Map<String, Knowledge> knowledge;
  private final Set<Integer> refused;
  private final RestrictedRows rows;
  private final Map<String, DataSetSchema> schemas;
  private final int asOf;
  private final boolean several;

  ResolveTask(
      Map<String, Knowledge> knowledge,
      Set<Integer> refused,
      RestrictedRows rows,
      Map<String, DataSetSchema> schemas,
      int asOf) {
    this.knowledge = knowledge;
    this.refused = refused;
    this.rows = rows;
    this.schemas = schemas;
    this.asOf = asOf;
    this.several = knowledge.size() > 1;
  }

  @Override
  public Iterator<Tuple2<String, byte[]>> call(Iterator<Tuple2<String, byte[]>> sorted) {
    return new Iterator<>() {
      private final SortedGroups groups = new SortedGroups(sorted);
      private final Deque<Tuple2<String, byte[]>> ready = new ArrayDeque<>();
      private final Resolved totals = new Resolved();
      private boolean done;

      @Override
      public boolean hasNext() {
        while (ready.isEmpty() && !done) {
          if (groups.hasNext()) {
            SortedGroups.Group group = groups.next();
            if (group.key().charAt(0) == Output.PLACEMENT) {
              placement(group, totals, ready);
            } else {
              smallItem(group, totals, ready);
            }
          } else {
            done = true;
            ready.add(new Tuple2<>(String.valueOf(TOTALS), JavaBytes.write(totals)));
          }
        }
        return !ready.isEmpty();
      }

      @Override
      public Tuple2<String, byte[]> next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return ready.remove();
      }
    };
  }

  private void placement(
      SortedGroups.Group group, Resolved totals, Deque<Tuple2<String, byte[]>> out) {
    String key = group.key();
    int part = key.indexOf(Output.PART);
    String proeftuin = key.substring(1, part);
    String placementId = key.substring(part + 1);
    Sightings sightings = new Sightings();
    group.values().forEach(sightings::add);
    Resolution resolution =
        PlacementResolver.resolve(
            proeftuin, sightings, knowledge.getOrDefault(proeftuin, NOTHING), asOf);
    count(resolution.rows(), resolution.issues(), totals);
    for (Resolution.PlacedIssue issue : resolution.issues()) {
      add(out, "issues", rows.issue(issue));
      if (issue.issue().code() == IssueCode.ORPHAN_PAID_HOURS) {
        add(out, "quarantine", rows.orphan(issue));
      }
    }
    if (!resolution.hours().isEmpty()) {
      out.add(PackedHours.pair(proeftuin, placementId, resolution.hours()));
    }
    ResolvedPlacement placement = resolution.placement();
    if (placement == null) {
      return;
    }
    totals.placement(
        placement.state().startDate(),
        several && placement.isJob() && placement.state().contractId() != null,
        placement.isJob() && placement.state().link() != null);
    for (Resolution.PastState past : resolution.history()) {
      add(out, "placement_history", rows.history(proeftuin, placementId, past));
    }
    LinkBlock.keys(placement, several, (link, job) -> out.add(new Tuple2<>(LINK + link, job)));
    out.add(new Tuple2<>(String.valueOf(PLACEMENT), ResolvedCodec.toBytes(placement)));
  }

  private static final Knowledge NOTHING = new Knowledge(List.of());

  private void add(Deque<Tuple2<String, byte[]>> out, String dataSet, Object[] row) {
    DataSetSchema schema = schemas.get(dataSet);
    out.add(new Tuple2<>(rowKey(schema, row), RowCodec.toBytes(row)));
  }

  /** The key that sends a row to its data set and to its place in it. */
  static String rowKey(DataSetSchema schema, Object[] row) {
    boolean unique = !schema.name().equals("issues") && !schema.name().equals("quarantine");
    String key = unique ? RowCodec.sortKey(schema, row) : RowCodec.fullSortKey(schema, row);
    return ROW + schema.name() + Output.PART + key;
  }

  private void smallItem(
      SortedGroups.Group group, Resolved totals, Deque<Tuple2<String, byte[]>> out) {
    List<SmallItems.Seen> seen = new ArrayList<>();
    for (byte[] value : group.values()) {
      SmallItems.Seen item = SmallItems.read(value);
      if (!refused.contains(item.place().delivery())) {
        seen.add(item);
      }
    }
    if (seen.isEmpty()) {
      return;
    }
    SmallItems.Outcome outcome = SmallItems.resolve(seen);
    count(outcome.rows(), outcome.issues(), totals);
    outcome.issues().forEach(issue -> add(out, "issues", rows.issue(issue)));
    SmallItems.Seen accepted = outcome.accepted();
    add(out, RestrictedRows.dataSet(accepted.item()), rows.smallItem(accepted));
    out.add(new Tuple2<>(SMALL_ITEM + group.key().substring(1), SmallItems.toBytes(accepted)));
  }

  private static void count(
      List<Resolution.RowState> states, List<Resolution.PlacedIssue> issues, Resolved totals) {
    for (Resolution.RowState state : states) {
      totals.row(state.file(), state.entity(), state.state().name().toLowerCase(Locale.ROOT));
    }
    for (Resolution.PlacedIssue issue : issues) {
      totals.issue(issue.place().delivery(), issue.issue().code().code());
    }
  }

  /** The first day of a frame without any placement. */
  static int firstStart(Resolved totals, int asOf) {
    return totals.firstStart() == Days.FOREVER ? asOf : Math.min(totals.firstStart(), asOf);
  }
}

package nl.oogst.run;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.Days;
import nl.oogst.model.IssueCode;
import nl.oogst.resolve.ByteReader;
import nl.oogst.resolve.ByteWriter;
import nl.oogst.resolve.LinkBlock;
import nl.oogst.resolve.Origin;
import nl.oogst.resolve.Resolution;
import nl.oogst.resolve.ResolvedCodec;
import nl.oogst.resolve.ResolvedPlacement;
import nl.oogst.resolve.SmallItems;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import scala.Tuple2;

/**
 * Resolves what was read, which comes sorted by proeftuin. What it yields of a proeftuin depends on
 * the deliveries of that proeftuin alone, not on the as-of date: numbers of deliveries and files
 * count from its first, and what is open stays open. So a later run can go on from what it yields,
 * and lay only the rows of later deliveries beside it. A mark stands before each proeftuin.
 */
final class ResolveTask
    implements PairFlatMapFunction<Iterator<Tuple2<String, byte[]>>, String, byte[]> {
  private static final long serialVersionUID = 1L;

  /** A resolved placement. */
  static final char PLACEMENT = 'p';

  /** A row of a restricted data set, with the data set behind it. */
  static final char ROW = 'r';

  /** A row of the history of placements, which has sections. */
  static final char HISTORY = 'h';

  /** A job under a key that it may share with others. */
  static final char LINK = 'k';

  /** A row of a restricted data set that no later delivery changes. */
  static final char SETTLED_ROW = 'w';

  /** The part of {@link #TOTALS} that no later delivery changes. */
  static final char SETTLED = 'u';

  /** Rows that wait for their placement, with its number and its proeftuin behind them. */
  static final char WAITING = 'm';

  /** A {@link Resolved}, of the proeftuin that is named behind it. */
  static final char TOTALS = 't';

  /** An accepted small item, with its proeftuin behind it. */
  static final char SMALL_ITEM = 's';

  private final GroupResolver resolver;
  private final Shared<RestrictedRows> shared;
  private final Names names;
  private final Set<Integer> refused;

  ResolveTask(
      GroupResolver resolver, Shared<RestrictedRows> rows, Names names, Set<Integer> refused) {
    this.resolver = resolver;
    this.shared = rows;
    this.names = names;
    this.refused = refused;
  }

  /** What was read, under a key that brings a proeftuin together. */
  static Tuple2<String, byte[]> keyed(Tuple2<String, byte[]> read) {
    String key = read._1();
    int part = key.indexOf(Output.PART);
    String proeftuin = proeftuin(key);
    // rows of no placement have nothing to be together for: spread, so that none are too many
    String rest =
        part < 0 ? Integer.toHexString(Arrays.hashCode(read._2())) : key.substring(part + 1);
    return new Tuple2<>(proeftuin + Output.PART + key.charAt(0) + rest, read._2());
  }

  /** The proeftuin in a key that begins with its kind. */
  static String proeftuin(String key) {
    int part = key.indexOf(Output.PART);
    return part < 0 ? key.substring(1) : key.substring(1, part);
  }

  @Override
  public Iterator<Tuple2<String, byte[]>> call(Iterator<Tuple2<String, byte[]>> sorted) {
    return new Resolving(sorted);
  }

  /** One partition. */
  private final class Resolving implements Iterator<Tuple2<String, byte[]>> {
    private final SortedGroups groups;
    private final RestrictedRows rows = shared.get();
    private final String historyKey;
    private final int[] historySort;
    private final Deque<Tuple2<String, byte[]>> ready = new ArrayDeque<>();
    private String proeftuin;
    private Origin origin;
    private Resolved totals;
    private Resolved settled;

    Resolving(Iterator<Tuple2<String, byte[]>> sorted) {
      this.groups = new SortedGroups(sorted);
      DataSetSchema history = rows.schema("placement_history");
      this.historyKey = HISTORY + history.name() + Output.PART;
      this.historySort = history.sortPlaces();
    }

    @Override
    public boolean hasNext() {
      while (ready.isEmpty() && groups.hasNext()) {
        SortedGroups.Group group = groups.next();
        int part = group.key().indexOf(Output.PART);
        begin(group.key().substring(0, part));
        String rest = group.key().substring(part + 2);
        switch (group.key().charAt(part + 1)) {
          case Output.PLACEMENT -> placement(rest, group);
          case Output.SMALL_ITEM -> smallItem(rest, group);
          case SETTLED_ROW -> group.values().forEach(this::settledRow);
          case SETTLED -> group.values().forEach(this::settled);
          case Output.ISSUE ->
              group
                  .values()
                  .forEach(one -> add(SETTLED_ROW, "issues", rows.readIssue(one, refused)));
          default ->
              group
                  .values()
                  .forEach(one -> add(SETTLED_ROW, "quarantine", rows.readBadValue(one, refused)));
        }
      }
      if (ready.isEmpty() && proeftuin != null) {
        end();
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

    private void begin(String next) {
      if (next.equals(proeftuin)) {
        return;
      }
      if (proeftuin != null) {
        end();
      }
      proeftuin = next;
      origin = names.origin(next);
      totals = new Resolved();
      settled = new Resolved();
      ready.add(new Tuple2<>(Packs.MARK + next, new byte[0]));
    }

    private void end() {
      ready.add(new Tuple2<>(TOTALS + proeftuin, JavaBytes.write(totals.own(origin))));
      ready.add(new Tuple2<>(SETTLED + proeftuin, JavaBytes.write(settled.own(origin))));
      proeftuin = null;
    }

    private void placement(String placementId, SortedGroups.Group group) {
      Resolution resolution = resolver.placement(proeftuin, group.values(), totals);
      GroupResolver.count(resolution.settled(), settled);
      resolution.settled().issues().forEach(i -> add(SETTLED_ROW, "issues", rows.issue(i)));
      for (Resolution.PlacedIssue issue : resolution.open().issues()) {
        add(ROW, "issues", rows.issue(issue));
        if (issue.issue().code() == IssueCode.ORPHAN_PAID_HOURS) {
          add(ROW, "quarantine", rows.orphan(issue));
        }
      }
      ResolvedPlacement placement = resolution.placement();
      if (placement == null) {
        waiting(placementId, resolution.waiting().toBytes(origin));
        if (!resolution.hours().isEmpty()) {
          ByteWriter hours = new ByteWriter();
          ResolvedCodec.writeHours(hours, resolution.hours(), origin);
          ready.add(PackedHours.pair(proeftuin, placementId, hours.toBytes()));
        }
        return;
      }
      totals.pastStates(resolution.history().size());
      for (Resolution.PastState past : resolution.history()) {
        Object[] row = rows.history(proeftuin, placementId, past);
        String key = historyKey + RowCodec.sortKey(historySort, row);
        ready.add(new Tuple2<>(key, RowCodec.toBytes(row)));
      }
      LinkBlock.keys(placement, resolver.several(), this::link);
      ready.add(new Tuple2<>(String.valueOf(PLACEMENT), resolution.toBytes(origin)));
    }

    private void link(String key, byte[] job) {
      totals.link(key);
      ready.add(new Tuple2<>(LINK + key, job));
    }

    private void waiting(String placementId, byte[] rows) {
      if (rows.length > 0) {
        ready.add(new Tuple2<>(WAITING + proeftuin + Output.PART + placementId, rows));
      }
    }

    private void smallItem(String key, SortedGroups.Group group) {
      SmallItems.Outcome outcome = resolver.smallItem(group.values(), totals);
      if (outcome == null) {
        return;
      }
      GroupResolver.count(outcome.settled(), settled);
      outcome.issues().forEach(issue -> add(SETTLED_ROW, "issues", rows.issue(issue)));
      SmallItems.Seen accepted = outcome.accepted();
      add(ROW, RestrictedRows.dataSet(accepted.item()), rows.smallItem(accepted));
      SmallItems.Seen own = new SmallItems.Seen(origin.own(accepted.place()), accepted.item());
      ready.add(new Tuple2<>(SMALL_ITEM + proeftuin + Output.PART + key, SmallItems.toBytes(own)));
    }

    /** A row that an earlier run settled, with its key before it. */
    private void settledRow(byte[] row) {
      ByteReader in = new ByteReader(row);
      ready.add(new Tuple2<>(in.readText(), in.readRest()));
    }

    private void settled(byte[] of) {
      Resolved earlier = JavaBytes.read(of, Resolved.class).ofRun(origin);
      settled.add(earlier);
      totals.add(earlier);
    }

    private void add(char kind, String dataSet, Object[] row) {
      if (row != null) {
        DataSetSchema schema = rows.schema(dataSet);
        ready.add(new Tuple2<>(kind + rowKey(schema, row).substring(1), RowCodec.toBytes(row)));
      }
    }
  }

  /** The key that sends a row to its data set and to its place in it. */
  static String rowKey(DataSetSchema schema, Object[] row) {
    boolean unique = !schema.name().equals("issues") && !schema.name().equals("quarantine");
    String key = unique ? RowCodec.sortKey(schema, row) : RowCodec.fullSortKey(schema, row);
    return ROW + schema.name() + Output.PART + key;
  }

  /** The first day of a frame without any placement. */
  static int firstStart(Resolved totals, int asOf) {
    return totals.firstStart() == Days.FOREVER ? asOf : Math.min(totals.firstStart(), asOf);
  }
}

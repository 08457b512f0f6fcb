package nl.oogst.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.Days;
import nl.oogst.model.IssueCode;
import nl.oogst.resolve.LinkBlock;
import nl.oogst.resolve.Resolution;
import nl.oogst.resolve.ResolvedCodec;
import nl.oogst.resolve.ResolvedPlacement;
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

  private final GroupResolver resolver;
  private final RestrictedRows rows;
  private final Map<String, DataSetSchema> schemas;

  ResolveTask(GroupResolver resolver, RestrictedRows rows, Map<String, DataSetSchema> schemas) {
    this.resolver = resolver;
    this.rows = rows;
    this.schemas = schemas;
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
    Resolution resolution = resolver.placement(proeftuin, group.values(), totals);
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
    for (Resolution.PastState past : resolution.history()) {
      add(out, "placement_history", rows.history(proeftuin, placementId, past));
    }
    LinkBlock.keys(
        placement, resolver.several(), (link, job) -> out.add(new Tuple2<>(LINK + link, job)));
    out.add(new Tuple2<>(String.valueOf(PLACEMENT), ResolvedCodec.toBytes(placement)));
  }

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
    SmallItems.Outcome outcome = resolver.smallItem(group.values(), totals);
    if (outcome == null) {
      return;
    }
    outcome.issues().forEach(issue -> add(out, "issues", rows.issue(issue)));
    SmallItems.Seen accepted = outcome.accepted();
    add(out, RestrictedRows.dataSet(accepted.item()), rows.smallItem(accepted));
    out.add(new Tuple2<>(SMALL_ITEM + group.key().substring(1), SmallItems.toBytes(accepted)));
  }

  /** The first day of a frame without any placement. */
  static int firstStart(Resolved totals, int asOf) {
    return totals.firstStart() == Days.FOREVER ? asOf : Math.min(totals.firstStart(), asOf);
  }
}

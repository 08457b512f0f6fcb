package nl.oogst.run;

import java.util.Iterator;
import java.util.List;
import nl.oogst.resolve.ByteReader;
import nl.oogst.resolve.ResolvedCodec;
import nl.oogst.resolve.ResolvedPlacement;
import org.apache.spark.api.java.function.FlatMapFunction;
import scala.Tuple2;

/** Counts the placements of one partition, sorted by person, for the statements they concern. */
final class StatementTask implements FlatMapFunction<Iterator<Tuple2<String, byte[]>>, byte[]> {
  private static final long serialVersionUID = 1L;

  private final byte[] empty;
  private final int asOf;

  StatementTask(StatementTallies empty, int asOf) {
    this.empty = JavaBytes.write(empty);
    this.asOf = asOf;
  }

  /** A resolved placement under its own person number. */
  static Tuple2<String, byte[]> keyed(byte[] resolved) {
    ResolvedCodec.Ids ids = ResolvedCodec.readIds(resolved);
    return new Tuple2<>(ids.proeftuin() + Output.PART + ids.personId(), resolved);
  }

  /** The proeftuin of a resolved placement. */
  static String proeftuin(byte[] resolved) {
    return new ByteReader(resolved).readText();
  }

  @Override
  public Iterator<byte[]> call(Iterator<Tuple2<String, byte[]>> sorted) {
    StatementTallies tallies = JavaBytes.read(empty, StatementTallies.class);
    SortedGroups persons = new SortedGroups(sorted);
    while (persons.hasNext()) {
      List<ResolvedPlacement> placements =
          persons.next().values().stream()
              .map(bytes -> ResolvedCodec.readLife(new ByteReader(bytes), asOf))
              .toList();
      tallies.add(placements.get(0).proeftuin(), placements);
    }
    return List.of(JavaBytes.write(tallies)).iterator();
  }
}

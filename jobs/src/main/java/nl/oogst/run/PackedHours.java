package nl.oogst.run;

import java.util.ArrayList;
import java.util.List;
import nl.oogst.resolve.ByteReader;
import nl.oogst.resolve.ByteWriter;
import nl.oogst.resolve.ResolvedCodec;
import nl.oogst.resolve.ResolvedPlacement;
import scala.Tuple2;

/**
 * The paid hours of a placement on their way to their data set: packed together, since they lie
 * together there and are by far the most rows.
 */
final class PackedHours {
  static final String DATA_SET = "paid_hours";
  private static final char COLUMN = '\u0001';

  private PackedHours() {}

  /** Hours as {@link ResolvedCodec#writeHours} wrote them. */
  static Tuple2<String, byte[]> pair(String proeftuin, String placementId, byte[] hours) {
    ByteWriter out = new ByteWriter().putText(proeftuin).putText(placementId).putBytes(hours);
    String key =
        ResolveTask.ROW + DATA_SET + Output.PART + proeftuin + COLUMN + placementId + COLUMN;
    return new Tuple2<>(key, out.toBytes());
  }

  /** The rows of the data set, in order of their pay periods. */
  static List<Object[]> rows(byte[] packed, RestrictedRows rows) {
    ByteReader in = new ByteReader(packed);
    String proeftuin = in.readText();
    String placementId = in.readText();
    List<Object[]> all = new ArrayList<>();
    for (ResolvedPlacement.Hours hours : ResolvedCodec.readHours(in)) {
      all.add(rows.hours(proeftuin, placementId, hours));
    }
    return all;
  }
}

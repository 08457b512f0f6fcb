package nl.oogst.measure;

import java.util.List;
import nl.oogst.model.DataSetSchema;

/**
 * A data set that is computed from counts as a zone may know them, so that its public rows tell
 * nothing that rounded counts do not.
 */
public interface FromCounts extends Measure {

  /** The rows as a zone sees them, without {@link Figure} values. */
  List<Object[]> rows(Cells cells, DataSetSchema schema, Counting counting);

  @Override
  default List<Object[]> rows(Cells cells, DataSetSchema schema) {
    return rows(cells, schema, Counting.EXACT);
  }
}

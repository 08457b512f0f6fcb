package nl.oogst.release.records;

import java.io.Closeable;
import nl.oogst.release.OutputFailure;
import nl.oogst.release.ParquetColumns;

/** Rows of a data set that is in the order of records, those of one placement at a time. */
final class RowsByPlacement implements Closeable {
  private final ParquetColumns columns;
  private final int proeftuin;
  private final int placement;
  private String wanted = "";
  private boolean atRow = true;
  private boolean taken = true;
  private String lastProeftuin;
  private String lastPlacement;
  private String key = "";
  private int order;

  RowsByPlacement(ParquetColumns columns) {
    this.columns = columns;
    this.proeftuin = columns.indexOf("proeftuin");
    this.placement = columns.indexOf("placement_id");
  }

  /** Asks for the rows of a placement, which comes after the one before it. */
  void of(String itsProeftuin, String itsPlacement) {
    columns.passTo(itsProeftuin, itsPlacement);
    wanted = ReleasedRecord.key(itsProeftuin, itsPlacement);
    order = key.compareTo(wanted);
  }

  /**
   * Goes to the next row of the placement; false when it has no more. Rows of placements that
   * nobody asks for, which may be in no release, are passed over.
   */
  boolean next() throws OutputFailure {
    if (taken) {
      atRow = columns.next();
      taken = false;
    }
    while (atRow) {
      int order = order();
      if (order >= 0) {
        taken = order == 0;
        return taken;
      }
      atRow = columns.next();
    }
    return false;
  }

  /** Where the row at hand stands to what is wanted, as most often the row before did. */
  private int order() throws OutputFailure {
    String itsProeftuin = columns.text(proeftuin);
    String itsPlacement = columns.text(placement);
    if (!itsPlacement.equals(lastPlacement) || !itsProeftuin.equals(lastProeftuin)) {
      lastProeftuin = itsProeftuin;
      lastPlacement = itsPlacement;
      key = ReleasedRecord.key(itsProeftuin, itsPlacement);
      order = key.compareTo(wanted);
    }
    return order;
  }

  @Override
  public void close() throws OutputFailure {
    columns.close();
  }
}

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
  private String key;

  RowsByPlacement(ParquetColumns columns) {
    this.columns = columns;
    this.proeftuin = columns.indexOf("proeftuin");
    this.placement = columns.indexOf("placement_id");
  }

  /** Asks for the rows of a placement, which comes after the one before it. */
  void of(String itsProeftuin, String itsPlacement) {
    columns.passTo(itsProeftuin, itsPlacement);
    wanted = ReleasedRecord.key(itsProeftuin, itsPlacement);
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
      int order = key().compareTo(wanted);
      if (order >= 0) {
        taken = order == 0;
        return taken;
      }
      atRow = columns.next();
    }
    return false;
  }

  /** The key of the row at hand, which most often is that of the row before. */
  private String key() throws OutputFailure {
    String itsProeftuin = columns.text(proeftuin);
    String itsPlacement = columns.text(placement);
    if (!itsPlacement.equals(lastPlacement) || !itsProeftuin.equals(lastProeftuin)) {
      lastProeftuin = itsProeftuin;
      lastPlacement = itsPlacement;
      key = ReleasedRecord.key(itsProeftuin, itsPlacement);
    }
    return key;
  }

  @Override
  public void close() throws OutputFailure {
    columns.close();
  }
}

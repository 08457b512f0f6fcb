package nl.oogst.read;

/** A part of a text. It knows the table from its first rows, and gives the records of the part. */
public interface PartSource extends TableSource {
  /**
   * Whether the records were those that reading the whole text gives at this place: they started as
   * the part says, ended where the next one starts, on its line and with its character set, and
   * nothing was open there. Asked when all were read. When it holds of every part, the parts
   * together are the whole.
   */
  boolean isRegular();
}

package nl.oogst.read;

/** What a file turned out to be, judged by its content. */
public enum Format {
  /** Delimited text, whatever its extension. */
  DELIMITED,
  /** An Excel workbook (Office Open XML). */
  XLSX,
  /** One JSON document: an array of records, or objects that hold such arrays. */
  JSON,
  /** One JSON record a line. */
  JSON_LINES
}

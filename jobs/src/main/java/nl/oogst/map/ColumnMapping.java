package nl.oogst.map;

/**
 * What one column means.
 *
 * @param index place of the column, from 0
 * @param field the canonical field, or null when the column is not used
 * @param certainty 0 to 1
 * @param dateFormat the profile's format for dates in this column, or null
 * @param question the field that this column may be, to be asked; null when nothing comes near
 */
public record ColumnMapping(
    int index,
    String header,
    String field,
    Reason reason,
    double certainty,
    String dateFormat,
    String question) {

  ColumnMapping with(String newField, Reason newReason) {
    return new ColumnMapping(index, header, newField, newReason, certainty, dateFormat, question);
  }
}

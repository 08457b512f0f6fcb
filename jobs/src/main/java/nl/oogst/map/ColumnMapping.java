package nl.oogst.map;

import java.util.List;

/**
 * What one column means.
 *
 * @param index place of the column, from 0
 * @param field the canonical field, or null when the column is not used
 * @param also a second field that the same column gives: a pay period has both a first and a last
 *     day; null for nearly every column
 * @param beside place of a column that holds the year of this column's pay periods; -1 when they
 *     hold it themselves, as in nearly every column
 * @param certainty 0 to 1
 * @param dateFormat the profile's format for dates in this column, or null
 * @param question the field that this column may be, to be asked; null when nothing comes near
 * @param candidates the fields that it looks like, the likeliest first; empty unless it was matched
 *     by likeness
 */
public record ColumnMapping(
    int index,
    String header,
    String field,
    String also,
    int beside,
    Reason reason,
    double certainty,
    String dateFormat,
    String question,
    List<Candidate> candidates) {

  /** A field that a column looks like, and how much. */
  public record Candidate(String field, double certainty) {}

  public ColumnMapping {
    candidates = List.copyOf(candidates);
  }

  /** A column that no likeness was needed for. */
  ColumnMapping(int index, String header, String field, Reason reason, double certainty) {
    this(index, header, field, null, -1, reason, certainty, null, null, List.of());
  }

  ColumnMapping withFormat(String format) {
    return new ColumnMapping(
        index, header, field, also, beside, reason, certainty, format, question, candidates);
  }

  ColumnMapping withQuestion(String asked) {
    return new ColumnMapping(
        index, header, field, also, beside, reason, certainty, dateFormat, asked, candidates);
  }

  ColumnMapping withCandidates(List<Candidate> found) {
    return new ColumnMapping(
        index, header, field, also, beside, reason, certainty, dateFormat, question, found);
  }

  ColumnMapping withAlso(String second) {
    return new ColumnMapping(
        index, header, field, second, beside, reason, certainty, dateFormat, question, candidates);
  }

  ColumnMapping withBeside(int year) {
    return new ColumnMapping(
        index, header, field, also, year, reason, certainty, dateFormat, question, candidates);
  }

  /** Whether the column gives this field, alone or together with another one. */
  public boolean gives(String name) {
    return name.equals(field) || name.equals(also);
  }
}

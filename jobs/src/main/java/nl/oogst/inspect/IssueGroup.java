package nl.oogst.inspect;

import java.util.List;
import nl.oogst.model.IssueCode;

/**
 * Issues of one kind about one column.
 *
 * @param field canonical field or header, or null for whole rows or the table
 * @param count how many there are
 * @param examples the first of them
 */
public record IssueGroup(IssueCode code, String field, long count, List<Example> examples) {
  public IssueGroup {
    examples = List.copyOf(examples);
  }

  /**
   * One issue.
   *
   * @param line physical line; 0 for the table as a whole
   * @param found what stood there, masked in person fields, or null
   * @param expected what was expected, or null
   */
  public record Example(long line, String found, String expected) {}
}

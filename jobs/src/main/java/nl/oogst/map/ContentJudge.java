package nl.oogst.map;

import java.util.List;
import nl.oogst.model.Field;

/** Tells how well the values of a column fit a field, for headers that only look like its name. */
public interface ContentJudge {
  /** No content is looked at. */
  ContentJudge NONE = (field, values) -> -1;

  /**
   * The share of filled values that can be read as values of the field, 0 to 1; negative when the
   * values tell nothing, as for free text.
   */
  double fit(Field field, List<String> values);
}

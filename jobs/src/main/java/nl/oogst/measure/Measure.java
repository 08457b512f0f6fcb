package nl.oogst.measure;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import nl.oogst.model.DataSetSchema;

/**
 * One data set of figures about persons. What a person contributes is added to cells, persons in
 * any order and in any number of parts; the parts merge; rows follow from the whole.
 */
public interface Measure extends Serializable {

  /** The data set, as {@code schemas/datasets} names it. */
  String dataSet();

  /** Cells without anybody. */
  Cells empty();

  /** Adds what one person contributes; no person may be added twice. */
  void add(Person person, Cells cells);

  /**
   * Adds what is different if persons who may be one are one; each of them was added before.
   *
   * @param persons two or more, in order of their names
   */
  default void addPossiblyOne(List<Person> persons, Cells cells) {}

  /**
   * What the sums of persons who are in one proeftuin alone depend on, besides what is known of
   * them, the rules, and the day that the frame begins on.
   */
  default String basis(String proeftuin) {
    return "";
  }

  /**
   * Where an amount of cells that were added up at an earlier as-of date has its place at this one.
   * Both frames begin on the same day.
   *
   * @param then its place then
   * @param asOf the as-of date then
   */
  default int place(int then, LocalDate asOf) {
    return then;
  }

  /**
   * The rows of the data set, a complete grid: each slice that ever occurs, in every period.
   * Figures are {@link Figure} values, not yet protected.
   */
  List<Object[]> rows(Cells cells, DataSetSchema schema);
}

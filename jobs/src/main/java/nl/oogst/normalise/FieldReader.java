package nl.oogst.normalise;

import nl.oogst.model.Field;
import nl.oogst.read.CellType;

/**
 * Reads the cells of one column into one field. Not thread-safe: it remembers texts it has seen.
 */
abstract class FieldReader {
  private final Field field;
  private final int slot;

  FieldReader(Field field, int slot) {
    this.field = field;
    this.slot = slot;
  }

  final Field field() {
    return field;
  }

  final int slot() {
    return slot;
  }

  /** Reads a stripped, non-empty text, sets the value and adds issues about how it was read. */
  abstract Reading read(String text, CellType type, Values values);

  /** What a sender should have written, in Dutch. */
  abstract String expected();
}

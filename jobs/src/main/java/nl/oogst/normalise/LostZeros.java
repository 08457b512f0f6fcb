package nl.oogst.normalise;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.oogst.model.Elfproef;
import nl.oogst.read.CellType;

/**
 * Citizen service numbers of eight digits: a sheet drops the zero that some begin with. One number
 * in eleven passes by chance, so a column counts only while all its numbers of eight digits pass;
 * in a text, where nothing shows that a zero was dropped, at least two of them.
 */
final class LostZeros {
  private static final int DIGITS = 8;
  private static final int ENOUGH = 2;

  private final int column;
  private final boolean possible;
  private final boolean likely;

  /**
   * @param sample the first data rows
   */
  LostZeros(int column, List<List<String>> sample) {
    this.column = column;
    Set<String> passing = new HashSet<>();
    boolean others = false;
    for (List<String> row : sample) {
      String digits = column < row.size() ? digits(row.get(column)) : null;
      if (digits != null) {
        boolean passes = Elfproef.isBsnWithoutItsZero(digits);
        others |= !passes;
        if (passes) {
          passing.add(digits);
        }
      }
    }
    possible = !others;
    likely = possible && passing.size() >= ENOUGH;
  }

  int column() {
    return column;
  }

  boolean found(String cell, CellType type) {
    if (!possible || (type != CellType.NUMBER && !likely)) {
      return false;
    }
    String digits = digits(cell);
    return digits != null && Elfproef.isBsnWithoutItsZero(digits);
  }

  /** The eight digits of a cell that holds nothing else; else null. */
  private static String digits(String cell) {
    String text = CellText.of(cell);
    String number = text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    if (number.length() != DIGITS) {
      return null;
    }
    for (int i = 0; i < DIGITS; i++) {
      if (number.charAt(i) < '0' || number.charAt(i) > '9') {
        return null;
      }
    }
    return number;
  }
}

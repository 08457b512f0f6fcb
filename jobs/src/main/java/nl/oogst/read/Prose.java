package nl.oogst.read;

import java.util.List;

/** Tells a sheet of explanation from a table that nobody recognised. */
public final class Prose {
  private Prose() {}

  /**
   * Whether there is nothing but words: never two cells beside each other, most of them of more
   * than one word, and none that looks like a record pasted into one cell.
   *
   * @param sample the first data rows
   */
  public static boolean only(List<String> headers, List<List<String>> sample) {
    int cells = 0;
    int sentences = 0;
    for (int r = -1; r < sample.size(); r++) {
      int filled = 0;
      for (String cell : r < 0 ? headers : sample.get(r)) {
        if (cell.isBlank()) {
          continue;
        }
        if (++filled > 1 || isRecord(cell)) {
          return false;
        }
        cells++;
        sentences += cell.strip().indexOf(' ') > 0 ? 1 : 0;
      }
    }
    return cells > 0 && sentences * 2 >= cells;
  }

  /** A cell with delimiters in it, as when a CSV was pasted into one column. */
  private static boolean isRecord(String cell) {
    long delimiters = cell.chars().filter(c -> c == ';' || c == '\t' || c == '|').count();
    return delimiters >= 2;
  }
}

package nl.oogst.map;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import nl.oogst.model.Folding;
import nl.oogst.read.DialectHint;

/**
 * What a profile says of the files or sheets of one kind.
 *
 * @param files glob inside the delivery, after unpacking
 * @param sheet sheet name, or null for any
 * @param dialect what is known of the dialect; parts that are null are sniffed
 * @param columns rules in the order of the profile
 * @param constants field to text
 * @param values field to folded text to code
 */
public record TableRule(
    String files,
    String sheet,
    String entity,
    Mode mode,
    DialectHint dialect,
    Formats formats,
    List<ColumnRule> columns,
    Map<String, String> constants,
    Map<String, Map<String, String>> values)
    implements Serializable {
  public TableRule {
    columns = List.copyOf(columns);
    constants = Map.copyOf(constants);
    values = Map.copyOf(values);
  }

  /**
   * Whether this rule is about a table.
   *
   * @param name the file inside the delivery, such as {@code export.zip/uren.csv}
   * @param sheetName the sheet, or null for text
   */
  boolean covers(String name, String sheetName) {
    return FileGlob.matches(files, name)
        && (sheet == null
            || (sheetName != null && Folding.fold(sheet).equals(Folding.fold(sheetName))));
  }
}

package nl.oogst.map;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import nl.oogst.read.DialectHint;

/**
 * A source profile: how one proeftuin writes its deliveries.
 *
 * @param tolerance share of rows that may be quarantined before a run exits 3; null for the default
 * @param rhythm how often it delivers, or null when that is not fixed
 */
public record Profile(String proeftuin, Double tolerance, Rhythm rhythm, List<TableRule> tables)
    implements Serializable {
  public Profile {
    tables = List.copyOf(tables);
  }

  /** The first rule about a table; empty when the profile does not know it. */
  public Optional<TableRule> find(String file, String sheet) {
    return tables.stream().filter(table -> table.covers(file, sheet)).findFirst();
  }

  /** What is known of a file's dialect before its sheets are known. */
  public DialectHint dialect(String file) {
    return tables.stream()
        .filter(table -> FileGlob.matches(table.files(), file))
        .map(TableRule::dialect)
        .findFirst()
        .orElse(DialectHint.NONE);
  }
}

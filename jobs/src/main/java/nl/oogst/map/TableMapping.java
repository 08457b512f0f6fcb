package nl.oogst.map;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.oogst.model.Folding;
import nl.oogst.model.Issue;

/**
 * What a table means.
 *
 * @param file name inside the delivery
 * @param sheet sheet name, or null
 * @param entity name of the entity, or null when the table is not recognised
 * @param why why it is this entity
 * @param columns one a header, in order
 * @param constants field to text, as the profile writes it
 * @param values field to folded text to code
 * @param missing required fields that neither a column nor a constant gives
 * @param bsnColumns places of columns named for a BSN: the delivery is refused
 * @param issues about the table and its columns; {@code field} holds the header
 */
public record TableMapping(
    String file,
    String sheet,
    String entity,
    Mode mode,
    EntityReason why,
    List<ColumnMapping> columns,
    Formats formats,
    Map<String, String> constants,
    Map<String, Map<String, String>> values,
    List<String> missing,
    List<Integer> bsnColumns,
    List<Issue> issues) {
  public TableMapping {
    columns = List.copyOf(columns);
    constants = Map.copyOf(constants);
    values = Map.copyOf(values);
    missing = List.copyOf(missing);
    bsnColumns = List.copyOf(bsnColumns);
    issues = List.copyOf(issues);
  }

  /** How {@link #values} compares texts: folded, unless nothing but marks stands there. */
  public static String valueKey(String text) {
    String folded = Folding.fold(text);
    return folded.isEmpty() ? text.strip() : folded;
  }

  public boolean recognised() {
    return entity != null;
  }

  /** Whether a column named for a BSN refuses the whole delivery. */
  public boolean refused() {
    return !bsnColumns.isEmpty();
  }

  /** Whether a profile names the entity, rather than the headers. */
  public boolean byProfile() {
    return why == EntityReason.PROFILE;
  }

  /** The column that gives a field. */
  public Optional<ColumnMapping> column(String field) {
    return columns.stream().filter(column -> column.gives(field)).findFirst();
  }

  public boolean has(String field) {
    return constants.containsKey(field) || column(field).isPresent();
  }
}

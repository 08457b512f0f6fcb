package nl.oogst.model;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/**
 * One column of a data set, as {@code schemas/datasets/<name>.json} declares it.
 *
 * @param unit the unit of a measure, or null
 * @param codelist the code list that holds the values, or null
 * @param role what the column is for, or null where the schema leaves it open
 * @param rounding the kind of base that a public measure is rounded to, or null
 * @param required whether null is refused
 * @param values the only values allowed; empty when all are
 */
public record Column(
    String name,
    ColumnType type,
    String title,
    String titleEn,
    String description,
    String descriptionEn,
    String unit,
    String codelist,
    Role role,
    String rounding,
    boolean required,
    List<String> values)
    implements Serializable {

  /** What a column is for. */
  public enum Role {
    /** Says which period a row is about. */
    PERIOD,
    /** Says which group a row is about. */
    DIMENSION,
    /** Names the row itself. */
    KEY,
    /** A figure. */
    MEASURE,
    /** How much the figures can bear: coverage, provisional, disclosure. */
    QUALITY;

    /** The name as schema files write it. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Column {
    name = requireNonNull(name, "name").intern(); // looked up for every value of every row
    requireNonNull(type, "type");
    requireNonNull(title, "title");
    requireNonNull(titleEn, "titleEn");
    requireNonNull(description, "description");
    requireNonNull(descriptionEn, "descriptionEn");
    values = List.copyOf(values);
  }
}

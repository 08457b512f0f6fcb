package nl.oogst.model;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one data set holds, as {@code schemas/datasets/<name>.json} declares it. What is written has
 * exactly these columns, in this order.
 *
 * @param version semantic version of the declaration
 * @param sort the columns that the rows are sorted by; empty when the writer decides
 */
public record DataSetSchema(
    String name,
    String version,
    Zone zone,
    String title,
    String titleEn,
    String description,
    String descriptionEn,
    List<String> sort,
    List<Column> columns)
    implements Serializable {

  /** Who may see a data set. */
  public enum Zone {
    /** Everyone; figures about persons are protected. */
    PUBLIC,
    /** The owner of the output folder only. */
    RESTRICTED;

    /** The name as schema files and release folders write it. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public DataSetSchema {
    requireNonNull(name, "name");
    requireNonNull(version, "version");
    requireNonNull(zone, "zone");
    requireNonNull(title, "title");
    requireNonNull(titleEn, "titleEn");
    requireNonNull(description, "description");
    requireNonNull(descriptionEn, "descriptionEn");
    sort = sort.stream().map(String::intern).toList(); // as the names of columns are
    columns = List.copyOf(columns);
  }

  /**
   * Reads one declaration.
   *
   * @throws SchemaMistake naming the file and the place in it
   */
  public static DataSetSchema load(Path file) {
    return new DataSetSchemaReader(file).read();
  }

  /**
   * Reads every {@code *.json} of a folder, by name of the data set.
   *
   * @throws SchemaMistake naming the file and the place in it
   */
  public static SortedMap<String, DataSetSchema> loadAll(Path folder) {
    var all = new TreeMap<String, DataSetSchema>();
    for (var file : DataSetSchemaReader.filesIn(folder)) {
      var schema = load(file);
      all.put(schema.name(), schema);
    }
    return all;
  }

  /**
   * Where a column stands in a row, from 0.
   *
   * @throws IllegalArgumentException when there is no such column
   */
  @SuppressWarnings({"ReferenceEquality", "StringEquality"}) // a constant is the same object
  public int indexOf(String column) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name() == column) {
        return i;
      }
    }
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(column)) {
        return i;
      }
    }
    throw new IllegalArgumentException("data set " + name + " has no column " + column);
  }

  /** Where the columns stand that the rows are sorted by. */
  public int[] sortPlaces() {
    int[] places = new int[sort.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = indexOf(sort.get(i)); // asked for every row that is sorted
    }
    return places;
  }

  /** The same columns for another zone, such as the figures before protection. */
  public DataSetSchema in(Zone other) {
    return new DataSetSchema(
        name, version, other, title, titleEn, description, descriptionEn, sort, columns);
  }

  /** The columns with one of the roles, in order. */
  public List<Column> withRole(Column.Role role) {
    var found = new ArrayList<Column>();
    for (var column : columns) {
      if (column.role() == role) {
        found.add(column);
      }
    }
    return found;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s %s (%d columns)", name, version, columns.size());
  }
}

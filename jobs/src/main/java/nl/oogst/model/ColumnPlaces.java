package nl.oogst.model;

/** Where the columns of a data set stand in a row, for whoever asks for every row. */
public final class ColumnPlaces {
  private final DataSetSchema schema;
  private final String[] names;

  public ColumnPlaces(DataSetSchema schema) {
    this.schema = schema;
    this.names = schema.columns().stream().map(Column::name).toArray(String[]::new);
  }

  /** How many values a row has. */
  public int width() {
    return names.length;
  }

  /**
   * Where a column stands, from 0.
   *
   * @throws IllegalArgumentException when there is no such column
   */
  @SuppressWarnings({"ReferenceEquality", "StringEquality"}) // a constant is the same object
  public int of(String column) {
    for (int i = 0; i < names.length; i++) {
      if (names[i] == column) {
        return i;
      }
    }
    return schema.indexOf(column);
  }
}

package nl.oogst.protect;

import static java.util.Objects.requireNonNull;

import java.util.List;
import nl.oogst.model.DataSetSchema;

/**
 * A public data set as everyone sees it, beside its exact figures.
 *
 * @param published rows as published
 * @param exact the same rows, in the same order, before protection
 */
public record GateTable(DataSetSchema schema, List<Object[]> published, List<Object[]> exact) {
  public GateTable {
    requireNonNull(schema, "schema");
    if (published.size() != exact.size()) {
      throw new IllegalArgumentException(
          "found %d published and %d exact rows of %s; expected as many of each"
              .formatted(published.size(), exact.size(), schema.name()));
    }
  }
}

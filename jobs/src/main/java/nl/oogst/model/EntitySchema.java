package nl.oogst.model;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/** What one kind of record holds, as {@code schemas/entities/<name>.json} declares it. */
public record EntitySchema(
    String name, Text title, Text description, List<String> key, List<Field> fields)
    implements Serializable {
  public EntitySchema {
    key = List.copyOf(key);
    fields = List.copyOf(fields);
  }

  public Optional<Field> find(String field) {
    return fields.stream().filter(f -> f.name().equals(field)).findFirst();
  }

  /** The place of a field in {@link #fields()}, or -1. */
  public int indexOf(String field) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(field)) {
        return i;
      }
    }
    return -1;
  }
}

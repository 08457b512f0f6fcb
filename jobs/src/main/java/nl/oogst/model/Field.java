package nl.oogst.model;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * A field of an entity.
 *
 * @param name the canonical name
 * @param required whether a record without a readable value is quarantined
 * @param person whether the value tells about one person: checked for BSN, masked in messages
 * @param link whether it only serves to link records of one person; it never leaves memory
 * @param freetext whether people write sentences in it, in which contact data are masked
 * @param codelist the code list of a {@link FieldType#CODE}, else null
 * @param unit the unit of a number, or null
 * @param synonyms headers found in exports, besides name and labels
 */
public record Field(
    String name,
    FieldType type,
    boolean required,
    boolean person,
    boolean link,
    boolean freetext,
    String codelist,
    Text label,
    Text description,
    String unit,
    List<String> synonyms)
    implements Serializable {
  public Field {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    synonyms = List.copyOf(synonyms);
  }
}

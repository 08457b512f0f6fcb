package nl.oogst.normalise;

import java.util.Map;
import java.util.Optional;
import nl.oogst.map.TableMapping;
import nl.oogst.model.Field;
import nl.oogst.read.CellType;

/** Reads yes and no. */
final class BooleanReader extends FieldReader {
  private final Map<String, String> translations;

  BooleanReader(Field field, int slot, Map<String, String> translations) {
    super(field, slot);
    this.translations = translations;
  }

  @Override
  Reading read(String text, CellType type, Values values) {
    String translated = translations.get(TableMapping.valueKey(text));
    Optional<Boolean> value = Booleans.parse(translated == null ? text : translated);
    if (value.isEmpty()) {
      return Blanks.empty(text) ? Reading.EMPTY : Reading.UNREADABLE;
    }
    values.set(slot(), value.get());
    return Reading.VALUE;
  }

  @Override
  String expected() {
    return "ja of nee";
  }
}

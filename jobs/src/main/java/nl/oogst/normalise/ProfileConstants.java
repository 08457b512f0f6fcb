package nl.oogst.normalise;

import java.util.Map;
import nl.oogst.map.DatePattern;
import nl.oogst.map.Formats;
import nl.oogst.map.Profile;
import nl.oogst.map.Profiles;
import nl.oogst.map.TableRule;
import nl.oogst.model.EntitySchema;
import nl.oogst.model.Field;
import nl.oogst.model.SchemaMistake;
import nl.oogst.model.Schemas;
import nl.oogst.read.CellType;

/** Checks that the constants of profiles can be read, before any file is. */
public final class ProfileConstants {
  private ProfileConstants() {}

  /**
   * Reads each constant as its field.
   *
   * @throws SchemaMistake naming the profile and the constant that cannot be read as its field
   */
  public static void check(Profiles profiles, Schemas schemas) {
    for (Profile profile : profiles.all()) {
      int number = 0;
      for (TableRule table : profile.tables()) {
        number++;
        String place = "profiles/" + profile.proeftuin() + ".json tables[" + number + "]";
        EntitySchema entity = schemas.entity(table.entity());
        for (Map.Entry<String, String> constant : table.constants().entrySet()) {
          check(place, entity, table.formats(), constant, schemas);
        }
      }
    }
  }

  private static void check(
      String place,
      EntitySchema entity,
      Formats formats,
      Map.Entry<String, String> constant,
      Schemas schemas) {
    int slot = entity.indexOf(constant.getKey());
    Field field = entity.fields().get(slot);
    Values values = new Values(entity);
    FieldReader reader =
        switch (field.type()) {
          case TEXT -> new TextReader(field, slot, false, text -> text);
          case CODE ->
              new CodeReader(field, slot, schemas.codelist(field.codelist()), Map.of(), false);
          case DATE ->
              new DateReader(
                  field,
                  slot,
                  formats.date() == null
                      ? null
                      : new PatternDates(DatePattern.compile(formats.date()).orElseThrow()),
                  ColumnStyle.usual(field));
          case DECIMAL -> new NumberReader(field, slot, ColumnStyle.usual(field));
          case BOOLEAN -> new BooleanReader(field, slot, Map.of());
          case PERIOD -> new PeriodReader(field, slot);
        };
    if (reader.read(CellText.of(constant.getValue()), CellType.TEXT, values) != Reading.VALUE) {
      throw new SchemaMistake(
          place + " constants '" + field.name() + "'",
          "'" + constant.getValue() + "' cannot be read as a " + kind(field));
    }
  }

  private static String kind(Field field) {
    return switch (field.type()) {
      case TEXT -> "text";
      case CODE -> "code of " + field.codelist();
      case DATE -> "date that exists";
      case DECIMAL -> "number";
      case BOOLEAN -> "truth value";
      case PERIOD -> "year or quarter";
    };
  }
}

package nl.oogst.normalise;

import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import nl.oogst.map.ColumnMapping;
import nl.oogst.map.DatePattern;
import nl.oogst.map.TableMapping;
import nl.oogst.model.EntitySchema;
import nl.oogst.model.Field;
import nl.oogst.model.Schemas;

/** Chooses the reader of each field of a table. */
record FieldReaders(
    TableMapping mapping,
    EntitySchema entity,
    Schemas schemas,
    ColumnStyles styles,
    UnaryOperator<String> mask,
    Set<String> lenient) {

  FieldReader create(Field field) {
    int slot = entity.indexOf(field.name());
    Map<String, String> translations = mapping.values().getOrDefault(field.name(), Map.of());
    PayPeriodStyle periods = styles.payPeriods(field);
    if (periods != null) {
      return new PayPeriodReader(field, slot, !periods.isFirst(field), periods);
    }
    return switch (field.type()) {
      case TEXT -> new TextReader(field, slot, isKey(field), mask);
      case CODE ->
          new CodeReader(
              field,
              slot,
              schemas.codelist(field.codelist()),
              translations,
              lenient.contains(field.name()));
      case DATE -> new DateReader(field, slot, pattern(field), styles.of(field));
      case DECIMAL -> new NumberReader(field, slot, styles.of(field));
      case BOOLEAN -> new BooleanReader(field, slot, translations);
      case PERIOD -> new PeriodReader(field, slot);
    };
  }

  private boolean isKey(Field field) {
    return entity.key().contains(field.name()) || field.name().equals("person_id");
  }

  private PatternDates pattern(Field field) {
    String own = mapping.column(field.name()).map(ColumnMapping::dateFormat).orElse(null);
    String pattern = own == null ? mapping.formats().date() : own;
    return pattern == null ? null : new PatternDates(DatePattern.compile(pattern).orElseThrow());
  }
}

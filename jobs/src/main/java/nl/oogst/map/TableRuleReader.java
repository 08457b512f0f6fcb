package nl.oogst.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import nl.oogst.model.EntitySchema;
import nl.oogst.model.Field;
import nl.oogst.model.FieldType;
import nl.oogst.model.Folding;
import nl.oogst.model.SchemaMistake;
import nl.oogst.model.Schemas;
import nl.oogst.read.DialectHint;

/** Reads one entry of a profile's {@code tables}. */
final class TableRuleReader {
  private static final Set<String> KEYS =
      Set.of(
          "files",
          "sheet",
          "entity",
          "mode",
          "dialect",
          "formats",
          "columns",
          "constants",
          "values");
  private static final Set<String> DIALECT =
      Set.of("encoding", "delimiter", "quoteChar", "escapeChar", "doubleQuote", "headerRows");

  private final JsonPart table;
  private final Schemas schemas;
  private EntitySchema entity;

  TableRuleReader(JsonPart table, Schemas schemas) {
    this.table = table.object(KEYS);
    this.schemas = schemas;
  }

  TableRule read() {
    entity = entity();
    List<ColumnRule> columns = columns();
    return new TableRule(
        files(),
        table.at("sheet").missing() ? null : table.at("sheet").text(),
        entity.name(),
        table.at("mode").missing()
            ? Mode.SNAPSHOT
            : ProfileReader.oneOf(table.at("mode"), Mode.values()),
        dialect(table.at("dialect")),
        formats(table.at("formats")),
        columns,
        constants(columns),
        values());
  }

  private EntitySchema entity() {
    JsonPart part = table.at("entity");
    String name = part.text();
    List<String> known = new ArrayList<>();
    for (EntitySchema one : schemas.entities()) {
      if (one.name().equals(name)) {
        return one;
      }
      known.add(one.name());
    }
    throw part.mistake("'" + name + "' is no entity; known: " + String.join(", ", known));
  }

  private String files() {
    JsonPart part = table.at("files");
    String mistake = FileGlob.mistake(part.text());
    if (mistake != null) {
      throw part.mistake("'" + part.text() + "' is no file pattern: " + mistake);
    }
    return part.text();
  }

  private static DialectHint dialect(JsonPart part) {
    if (part.missing()) {
      return DialectHint.NONE;
    }
    part.object(DIALECT);
    try {
      return new DialectHint(
          part.at("encoding").optionalText(),
          part.at("delimiter").optionalText(),
          part.at("quoteChar").optionalText(),
          escape(part),
          headerRows(part.at("headerRows")));
    } catch (IllegalArgumentException e) {
      throw part.mistake(e.getMessage());
    }
  }

  /** {@code doubleQuote} is Frictionless' word for an escape that is the quote itself. */
  private static String escape(JsonPart part) {
    JsonPart doubled = part.at("doubleQuote");
    if (doubled.missing()) {
      return part.at("escapeChar").optionalText();
    }
    if (!doubled.node().isBoolean()) {
      throw doubled.mistake("expected true or false, found " + doubled.shown());
    }
    String escape = part.at("escapeChar").optionalText();
    String quote = part.at("quoteChar").optionalText();
    return escape == null && doubled.node().booleanValue()
        ? (quote == null ? "\"" : quote)
        : escape;
  }

  private static List<Integer> headerRows(JsonPart part) {
    if (part.missing()) {
      return null;
    }
    List<Integer> rows = new ArrayList<>();
    for (JsonPart row : part.list()) {
      if (!row.node().isInt() || row.node().intValue() < 1) {
        throw row.mistake("expected a row number from 1, found " + row.shown());
      }
      rows.add(row.node().intValue());
    }
    return rows;
  }

  private static Formats formats(JsonPart part) {
    if (part.missing()) {
      return Formats.NONE;
    }
    part.object(Set.of("decimalChar", "groupChar", "date"));
    String decimal = mark(part.at("decimalChar"), Set.of(",", "."));
    String group = mark(part.at("groupChar"), Set.of(",", ".", " ", "'", "\u00a0", "\u202f", ""));
    if (decimal != null && decimal.equals(group)) {
      throw part.mistake("decimalChar and groupChar are both '" + decimal + "'");
    }
    return new Formats(decimal, group, datePattern(part.at("date")));
  }

  private static String mark(JsonPart part, Set<String> known) {
    String mark = part.optionalText();
    if (mark != null && !known.contains(mark)) {
      throw part.mistake("'" + mark + "' is no such mark; expected a comma or a point");
    }
    return mark;
  }

  private static String datePattern(JsonPart part) {
    if (part.missing()) {
      return null;
    }
    String pattern = part.text();
    if (DatePattern.compile(pattern).isEmpty()) {
      throw part.mistake(
          "'"
              + pattern
              + "' is no date pattern; expected d, M and y in some order, such as d-M-yyyy");
    }
    return pattern;
  }

  private List<ColumnRule> columns() {
    List<ColumnRule> rules = new ArrayList<>();
    Map<String, String> fields = new HashMap<>();
    Map<String, String> headers = new HashMap<>();
    table
        .at("columns")
        .members()
        .forEach(
            (header, part) -> {
              String other = headers.putIfAbsent(Folding.fold(header), header);
              if (other != null) {
                throw part.mistake("this is the same header as '" + other + "'");
              }
              ColumnRule rule = column(header, part);
              if (rule.field() != null && fields.putIfAbsent(rule.field(), header) != null) {
                throw part.mistake(
                    "the field '"
                        + rule.field()
                        + "' is given twice, also by '"
                        + fields.get(rule.field())
                        + "'");
              }
              rules.add(rule);
            });
    return rules;
  }

  private ColumnRule column(String header, JsonPart part) {
    if (part.isNull()) {
      return new ColumnRule(header, null, null);
    }
    if (part.isText()) {
      return new ColumnRule(header, field(part, part.text()).name(), null);
    }
    part.object(Set.of("field", "format"));
    Field field = field(part.at("field"), part.at("field").text());
    String format = datePattern(part.at("format"));
    if (format != null && field.type() != FieldType.DATE) {
      throw part.at("format").mistake("'" + field.name() + "' is no date, so it has no format");
    }
    return new ColumnRule(header, field.name(), format);
  }

  private Field field(JsonPart part, String name) {
    if (name.startsWith(ProfileProposal.QUESTION)) {
      throw part.mistake(
          "this is still a question: is it the column for"
              + name.substring(1)
              + "? Name the field, or null when the column is not wanted");
    }
    return entity
        .find(name)
        .orElseThrow(
            () ->
                part.mistake(
                    "'"
                        + name
                        + "' is no field of "
                        + entity.name()
                        + "; known: "
                        + String.join(", ", entity.fields().stream().map(Field::name).toList())));
  }

  private Map<String, String> constants(List<ColumnRule> columns) {
    Map<String, String> constants = new LinkedHashMap<>();
    table
        .at("constants")
        .members()
        .forEach(
            (name, part) -> {
              Field field = field(part, name);
              if (columns.stream().anyMatch(column -> name.equals(column.field()))) {
                throw part.mistake("the field '" + name + "' is given twice, also by a column");
              }
              if (part.scalar().equals(ProfileProposal.QUESTION)) {
                throw part.mistake(
                    "this is still a question: give one value for every row, or take it out and"
                        + " name the column that gives it under columns");
              }
              if (field.type() == FieldType.CODE) {
                known(
                    field, part, text -> schemas.codelist(field.codelist()).find(text).isPresent());
              }
              constants.put(name, part.scalar());
            });
    return constants;
  }

  private Map<String, Map<String, String>> values() {
    Map<String, Map<String, String>> values = new LinkedHashMap<>();
    table
        .at("values")
        .members()
        .forEach(
            (name, part) -> {
              Field field = field(part, name);
              Map<String, String> codes = new LinkedHashMap<>();
              part.members().forEach((text, code) -> value(field, codes, text, code));
              values.put(name, codes);
            });
    return values;
  }

  private void value(Field field, Map<String, String> codes, String text, JsonPart part) {
    switch (field.type()) {
      case CODE ->
          known(field, part, code -> schemas.codelist(field.codelist()).code(code).isPresent());
      case BOOLEAN -> {
        if (!part.scalar().equals("true") && !part.scalar().equals("false")) {
          throw part.mistake("expected true or false, found " + part.shown());
        }
      }
      case TEXT, DATE, DECIMAL, PERIOD ->
          throw part.mistake("'" + field.name() + "' has no codes to translate to");
    }
    String other = codes.putIfAbsent(TableMapping.valueKey(text), part.scalar());
    if (other != null) {
      throw part.mistake("this is the same text as another one, which stands for '" + other + "'");
    }
  }

  private void known(Field field, JsonPart part, Predicate<String> test) {
    if (!test.test(part.scalar())) {
      List<String> codes = new ArrayList<>();
      schemas.codelist(field.codelist()).codes().forEach(code -> codes.add(code.code()));
      throw new SchemaMistake(
          part.place(),
          "'"
              + part.scalar()
              + "' is no code of "
              + field.codelist()
              + "; known: "
              + String.join(", ", codes));
    }
  }
}

package nl.oogst.sample;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The source profile that says how the files of a proeftuin are to be read. */
final class Profiles {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, String> CODE_LISTS =
      Map.ofEntries(
          Map.entry("placement.attribution", "attributions"),
          Map.entry("placement.route", "routes"),
          Map.entry("placement.contract_form", "contract_forms"),
          Map.entry("placement.target_group", "target_groups"),
          Map.entry("placement.register_ground", "register_grounds"),
          Map.entry("placement.end_reason", "end_reasons"),
          Map.entry("placement.valuation_scheme", "valuation_schemes"),
          Map.entry("indicator.indicator", "indicators"),
          Map.entry("practice.phase", "phases"),
          Map.entry("lesson.phase", "phases"),
          Map.entry("lesson.theme", "themes"),
          Map.entry("lesson.kind", "lesson_kinds"),
          Map.entry("lesson.role", "roles"),
          Map.entry("statement.measure", "statement_measures"));

  private final Proeftuin proeftuin;
  private final Style style;

  private Profiles(Proeftuin proeftuin) {
    this.proeftuin = proeftuin;
    this.style = Style.of(proeftuin);
  }

  /** Null for a proeftuin that nothing needs to be said about. */
  static String of(Proeftuin proeftuin) {
    if (!proeftuin.hasProfile() && !proeftuin.rhythm().equals("year")) {
      return null;
    }
    ObjectNode profile = JsonNodeFactory.instance.objectNode();
    profile.put("proeftuin", proeftuin.id());
    profile.put("tolerance", 0.2);
    if (proeftuin.rhythm().equals("year")) {
      profile.put("rhythm", "year");
    }
    ArrayNode tables = profile.putArray("tables");
    if (!proeftuin.hasProfile()) {
      return text(profile);
    }
    var profiles = new Profiles(proeftuin);
    tables.add(profiles.table("placement", "plaatsingen", new Placements(proeftuin).fields()));
    if (!proeftuin.hours().equals("none")) {
      tables.add(profiles.table("paid_hours", "uren", PaidHours.FIELDS));
    }
    profiles.add(tables, "lessons", "lesson", "lessen", Lessons.FIELDS);
    profiles.add(tables, "practices", "practice", "werkwijzen", Extras.PRACTICE);
    profiles.add(tables, "indicators", "indicator", "metingen", Extras.INDICATOR);
    profiles.add(tables, "statements", "statement", "opgaven", Extras.STATEMENT);
    return text(profile);
  }

  private void add(
      ArrayNode tables, String habit, String entity, String name, List<String> fields) {
    if (proeftuin.does(habit)) {
      tables.add(table(entity, name, fields));
    }
  }

  private ObjectNode table(String entity, String name, List<String> fields) {
    ObjectNode table = JsonNodeFactory.instance.objectNode();
    if (proeftuin.form() == Form.XLSX) {
      table.put("files", "*.xlsx");
      table.put("sheet", XlsxForm.title(entity));
    } else {
      table.put("files", files(name));
    }
    table.put("entity", entity);
    boolean delta =
        (entity.equals("placement") && proeftuin.does("delta")) || entity.equals("paid_hours");
    table.put("mode", delta ? "delta" : "snapshot");
    dialect(table);
    formats(table);
    columns(table, entity, fields);
    if (entity.equals("placement") && !fields.contains("organisation")) {
      table.putObject("constants").put("organisation", proeftuin.organisations().get(0));
    }
    values(table, entity, fields);
    return table;
  }

  private String files(String name) {
    return switch (proeftuin.form()) {
      case ZIP, GZIP -> name + ".csv"; // the name inside the archive
      case JSON, JSON_LINES -> name + ".json*";
      case TSV -> name + (proeftuin.wording() == Wording.OWN ? ".txt" : ".tsv");
      default -> name + "*.csv";
    };
  }

  /** Said for some, left to be found for others. */
  private void dialect(ObjectNode table) {
    switch (proeftuin.form()) {
      case EXCEL_CSV -> {
        if (!proeftuin.does("peildatum")) {
          ObjectNode dialect = table.putObject("dialect");
          dialect.put("delimiter", ";").put("encoding", "windows-1252");
          CsvForm.headerRows(proeftuin.form()).forEach(dialect.putArray("headerRows")::add);
        }
      }
      case TSV -> {
        ObjectNode dialect = table.putObject("dialect");
        dialect.put("delimiter", "\t");
        CsvForm.headerRows(proeftuin.form()).forEach(dialect.putArray("headerRows")::add);
      }
      case GZIP -> table.putObject("dialect").put("delimiter", "|");
      default -> {
        // found by looking
      }
    }
  }

  private void formats(ObjectNode table) {
    if (style.grouping()) {
      table.putObject("formats").put("decimalChar", ",").put("groupChar", ".");
    } else if (style.dates().equals("yyyyMMdd")) {
      table.putObject("formats").put("date", "yyyyMMdd");
    } else if (style.decimalComma()) {
      table.putObject("formats").put("decimalChar", ",");
    }
  }

  private void columns(ObjectNode table, String entity, List<String> fields) {
    ObjectNode columns = table.putObject("columns");
    for (String field : fields) {
      String header = proeftuin.wording().header(entity, field);
      if (field.equals("remark")) {
        columns.putNull(header); // known, and left out
      } else {
        columns.put(column(entity, field, header), field);
      }
    }
  }

  private String column(String entity, String field, String header) {
    return switch (proeftuin.form()) {
      case TSV -> Wording.group(entity, field) + " " + header;
      case JSON -> {
        String path = JsonForm.path(entity, field, header);
        yield path.contains("/") ? "/" + path : path;
      }
      default -> header;
    };
  }

  private void values(ObjectNode table, String entity, List<String> fields) {
    ObjectNode values = JsonNodeFactory.instance.objectNode();
    for (String field : fields) {
      String list = CODE_LISTS.get(entity + "." + field);
      if (list != null) {
        ObjectNode words = values.putObject(field);
        Words.words(list, proeftuin.wording()).forEach((code, word) -> words.put(word, code));
      }
    }
    if (!values.isEmpty()) {
      table.set("values", values);
    }
  }

  private static String text(ObjectNode profile) {
    var indenter = new DefaultIndenter("  ", "\n");
    var printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(indenter);
    try {
      return JSON.writer(printer).writeValueAsString(profile) + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

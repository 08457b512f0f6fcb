package nl.oogst.map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import nl.oogst.read.DialectHint;

/**
 * Writes a source profile to start from. It runs as it is when every required field was found; else
 * the open questions stand in it as {@code "? field"} or {@code "?"}, which no profile accepts, so
 * that none is overlooked.
 */
public final class ProfileProposal {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What marks an open question. */
  static final String QUESTION = "?";

  /**
   * A table as it was read.
   *
   * @param dialect what was said of its dialect, not what was found out; null for nothing
   */
  public record Table(TableMapping mapping, DialectHint dialect) {}

  private final String proeftuin;
  private final Map<String, Table> rules = new LinkedHashMap<>();
  private final List<String> remarks = new ArrayList<>();

  /**
   * @param tables tables as they were mapped; those that were not recognised are left out
   */
  public ProfileProposal(String proeftuin, List<Table> tables) {
    this.proeftuin = proeftuin;
    Map<String, List<Table>> byPattern = new LinkedHashMap<>();
    for (Table table : tables) {
      if (table.mapping().recognised()) {
        byPattern
            .computeIfAbsent(pattern(table.mapping().file()), p -> new ArrayList<>())
            .add(table);
      } else {
        remarks.add(place(table.mapping()) + " was not recognised and is left out.");
      }
    }
    byPattern.forEach(this::rules);
  }

  private static String place(TableMapping mapping) {
    return mapping.file() + (mapping.sheet() == null ? "" : " (" + mapping.sheet() + ")");
  }

  /** One rule for tables that are alike; else one for each file, sheet or path in a document. */
  private void rules(String pattern, List<Table> alike) {
    if (same(alike)) {
      rules.put(key(pattern, null), alike.get(0));
      return;
    }
    Map<String, List<Table>> places = new LinkedHashMap<>();
    boolean oneFile = alike.stream().map(table -> table.mapping().file()).distinct().count() == 1;
    for (Table table : alike) {
      String files = oneFile ? pattern : quoted(last(table.mapping().file()));
      places
          .computeIfAbsent(key(files, table.mapping().sheet()), p -> new ArrayList<>())
          .add(table);
    }
    places.forEach(
        (place, tables) -> {
          if (same(tables)) {
            rules.put(place, tables.get(0));
          } else {
            remarks.add(
                place(tables.get(0).mapping())
                    + " holds tables of several kinds; a profile cannot tell them apart, so they"
                    + " are left to their headers.");
          }
        });
  }

  private static boolean same(List<Table> tables) {
    return tables.stream().map(table -> table.mapping().entity()).distinct().count() == 1
        && tables.stream().map(ProfileProposal::headers).distinct().count() == 1;
  }

  private static List<String> headers(Table table) {
    return table.mapping().columns().stream().map(ColumnMapping::header).toList();
  }

  private static String key(String files, String sheet) {
    return sheet == null ? files : files + "\n" + sheet;
  }

  /** The profile as JSON with a line end behind it. */
  public String json() {
    ObjectNode root = JSON.createObjectNode();
    root.put("proeftuin", proeftuin);
    var tables = root.putArray("tables");
    rules.forEach((place, table) -> rule(tables.addObject(), place, table));
    try {
      DefaultIndenter lines = new DefaultIndenter("  ", "\n");
      return JSON.writer(
                  new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines))
              .writeValueAsString(root)
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a profile could not be written as JSON", e);
    }
  }

  /** What must be said before the profile can be used, and what it leaves out; a sentence each. */
  public List<String> remarks() {
    List<String> all = new ArrayList<>(remarks);
    int questions = 0;
    for (Table table : rules.values()) {
      for (String field : table.mapping().missing()) {
        questions++;
        all.add(
            place(table.mapping())
                + ": which column gives "
                + field
                + "? Name it under columns, or give one value under constants.");
      }
    }
    if (questions > 0) {
      all.add(
          "The profile has "
              + questions
              + (questions == 1 ? " open question" : " open questions")
              + ", marked with '?'. No run accepts it until they are answered.");
    }
    return all;
  }

  private static String last(String file) {
    return file.substring(file.lastIndexOf('/') + 1);
  }

  private static String quoted(String name) {
    return name.replaceAll("[\\[\\]{}?*\\\\]", "?");
  }

  /** The last part of the name; digits, which change from delivery to delivery, as a star. */
  private static String pattern(String file) {
    String name = last(file);
    int dot = name.lastIndexOf('.');
    String stem = dot < 0 ? name : name.substring(0, dot);
    String stars = quoted(stem).replaceAll("\\d[\\d_ .-]*", "*");
    boolean telling = stars.chars().anyMatch(Character::isLetter);
    return (telling ? stars : quoted(stem)) + (dot < 0 ? "" : name.substring(dot));
  }

  private static void rule(ObjectNode node, String place, Table table) {
    TableMapping mapping = table.mapping();
    int sheet = place.indexOf('\n');
    node.put("files", sheet < 0 ? place : place.substring(0, sheet));
    if (sheet >= 0 || (mapping.sheet() != null && !mapping.sheet().startsWith("/"))) {
      node.put("sheet", mapping.sheet());
    }
    node.put("entity", mapping.entity());
    node.put("mode", mapping.mode() == Mode.DELTA ? "delta" : "snapshot");
    dialect(node, table.dialect());
    formats(node, mapping.formats());
    ObjectNode columns = node.putObject("columns");
    Set<String> headers = new HashSet<>();
    Set<String> asked = new HashSet<>();
    for (ColumnMapping column : mapping.columns()) {
      // the year beside a column of pay periods is found by its header, as it was here
      boolean own = !column.header().isBlank() && column.reason() != Reason.BESIDE;
      if (own && headers.add(TableMapping.valueKey(column.header()))) {
        column(columns, column, mapping, asked);
      }
    }
    constants(node, mapping, asked);
    values(node, mapping);
  }

  private static void dialect(ObjectNode node, DialectHint hint) {
    if (hint == null || hint.equals(DialectHint.NONE)) {
      return;
    }
    ObjectNode dialect = node.putObject("dialect");
    put(dialect, "encoding", hint.encoding());
    put(dialect, "delimiter", hint.delimiter());
    put(dialect, "quoteChar", hint.quoteChar());
    put(dialect, "escapeChar", hint.escapeChar());
    if (hint.headerRows() != null) {
      var rows = dialect.putArray("headerRows");
      hint.headerRows().forEach(rows::add);
    }
  }

  private static void put(ObjectNode node, String key, String value) {
    if (value != null) {
      node.put(key, value);
    }
  }

  private static void formats(ObjectNode node, Formats formats) {
    if (!formats.equals(Formats.NONE)) {
      ObjectNode declared = node.putObject("formats");
      put(declared, "decimalChar", formats.decimalChar());
      put(declared, "groupChar", formats.groupChar());
      put(declared, "date", formats.date());
    }
  }

  private static void column(
      ObjectNode columns, ColumnMapping column, TableMapping mapping, Set<String> asked) {
    String field = column.field();
    if (field != null && column.dateFormat() != null) {
      columns.putObject(column.header()).put("field", field).put("format", column.dateFormat());
    } else if (field != null) {
      columns.put(column.header(), field);
    } else if (mapping.missing().contains(Objects.toString(column.question(), ""))) {
      asked.add(column.question());
      columns.put(column.header(), QUESTION + " " + column.question());
    } else {
      columns.putNull(column.header());
    }
  }

  private static void constants(ObjectNode node, TableMapping mapping, Set<String> asked) {
    List<String> open = mapping.missing().stream().filter(field -> !asked.contains(field)).toList();
    if (open.isEmpty() && mapping.constants().isEmpty()) {
      return;
    }
    ObjectNode constants = node.putObject("constants");
    new TreeMap<>(mapping.constants()).forEach(constants::put);
    open.forEach(field -> constants.put(field, QUESTION));
  }

  private static void values(ObjectNode node, TableMapping mapping) {
    if (mapping.values().isEmpty()) {
      return;
    }
    ObjectNode values = node.putObject("values");
    new TreeMap<>(mapping.values())
        .forEach(
            (field, texts) -> {
              ObjectNode codes = values.putObject(field);
              new TreeMap<>(texts).forEach(codes::put);
            });
  }
}

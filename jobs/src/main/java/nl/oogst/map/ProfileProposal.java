package nl.oogst.map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes a source profile to start from. It runs as it is when every required field was found; else
 * the open questions stand in it as {@code "? field"} or {@code "?"}, which no profile accepts, so
 * that none is overlooked.
 */
public final class ProfileProposal {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ProfileProposal() {}

  /**
   * The profile as JSON with a line end behind it.
   *
   * @param mappings tables as they were mapped; those that were not recognised are left out
   */
  public static String json(String proeftuin, List<TableMapping> mappings) {
    ObjectNode root = JSON.createObjectNode();
    root.put("proeftuin", proeftuin);
    var tables = root.putArray("tables");
    Set<String> seen = new HashSet<>();
    for (TableMapping mapping : mappings) {
      String pattern = pattern(mapping.file());
      if (mapping.recognised() && seen.add(pattern + "\n" + mapping.sheet())) {
        table(tables.addObject(), pattern, mapping);
      }
    }
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

  /** What must still be said before the profile can be used, a line each. */
  public static List<String> questions(List<TableMapping> mappings) {
    return List.of();
  }

  /** The last part of the name; digits, which change from delivery to delivery, as a star. */
  private static String pattern(String file) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    String stem = dot < 0 ? name : name.substring(0, dot);
    String stars = stem.replaceAll("[\\[\\]{}?\\\\]", "?").replaceAll("\\d[\\d_ .-]*", "*");
    return stars + (dot < 0 ? "" : name.substring(dot));
  }

  private static void table(ObjectNode table, String pattern, TableMapping mapping) {
    table.put("files", pattern);
    if (mapping.sheet() != null && !mapping.sheet().startsWith("/")) {
      table.put("sheet", mapping.sheet());
    }
    table.put("entity", mapping.entity());
    table.put("mode", mapping.mode() == Mode.DELTA ? "delta" : "snapshot");
    ObjectNode columns = table.putObject("columns");
    Set<String> headers = new HashSet<>();
    for (ColumnMapping column : mapping.columns()) {
      if (!column.header().isBlank() && headers.add(TableMapping.valueKey(column.header()))) {
        column(columns, column, mapping);
      }
    }
    if (!mapping.missing().isEmpty() || !mapping.constants().isEmpty()) {
      ObjectNode constants = table.putObject("constants");
      mapping.constants().entrySet().stream()
          .sorted(java.util.Map.Entry.comparingByKey())
          .forEach(constant -> constants.put(constant.getKey(), constant.getValue()));
      mapping.missing().forEach(field -> constants.put(field, "?"));
    }
  }

  private static void column(ObjectNode columns, ColumnMapping column, TableMapping mapping) {
    if (column.field() != null) {
      columns.put(column.header(), column.field());
    } else if (column.question() != null && mapping.missing().contains(column.question())) {
      columns.put(column.header(), "? " + column.question());
    } else {
      columns.putNull(column.header());
    }
  }
}

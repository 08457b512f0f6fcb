package nl.oogst.run;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.oogst.model.Column;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.Days;
import nl.oogst.model.Proeftuin;
import nl.oogst.model.SchemaMistake;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Public rows that need no protection: published figures, and the proeftuinen of the register. */
final class Publications {
  private static final CSVFormat CSV =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  private Publications() {}

  /**
   * The published figures of {@code schemas/reference}, as they stand there.
   *
   * @throws SchemaMistake when the file does not fit its data set
   */
  static List<Object[]> referenceFigures(Path schemas, DataSetSchema schema) {
    Path file = schemas.resolve("reference").resolve("reference_figures.csv");
    List<Object[]> rows = new ArrayList<>();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (CSVRecord record : CSV.parse(reader)) {
        Object[] row = new Object[schema.columns().size()];
        for (int i = 0; i < row.length; i++) {
          row[i] = value(schema.columns().get(i), record, file);
        }
        rows.add(row);
      }
    } catch (IOException | UncheckedIOException e) {
      throw new SchemaMistake(file.toString(), "this file cannot be read as CSV in UTF-8");
    }
    return rows;
  }

  /** The proeftuinen as data set {@code proeftuinen} has them: the register without its euros. */
  static List<Object[]> proeftuinen(List<Proeftuin> register) {
    return register.stream()
        .map(
            proeftuin ->
                new Object[] {
                  proeftuin.id(),
                  proeftuin.name(),
                  proeftuin.organisation(),
                  proeftuin.category(),
                  proeftuin.phase(),
                  proeftuin.round(),
                  proeftuin.start(),
                  proeftuin.end(),
                  "open"
                })
        .toList();
  }

  private static Object value(Column column, CSVRecord record, Path file) {
    String text = record.isSet(column.name()) ? record.get(column.name()) : "";
    try {
      return text.isEmpty()
          ? null
          : switch (column.type()) {
            case NUMBER -> (Object) Double.valueOf(text);
            case INTEGER -> Long.valueOf(text);
            case DATE -> Days.of(LocalDate.parse(text));
            case BOOLEAN -> Boolean.valueOf(text);
            case STRING, OBJECT -> text;
          };
    } catch (NumberFormatException | java.time.format.DateTimeParseException e) {
      throw new SchemaMistake(
          file + " line " + (record.getRecordNumber() + 1),
          "'" + text + "' is no " + column.type().code() + " for " + column.name());
    }
  }
}

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
import nl.oogst.model.Item;
import nl.oogst.model.SchemaMistake;
import nl.oogst.resolve.SmallItems;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Public rows that need no protection: lessons meant for publishing, and published figures. */
final class Publications {
  private static final CSVFormat CSV =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
  private static final String OPEN = "open";

  private Publications() {}

  /** The lessons that their proeftuin marked as publishable. */
  static List<Object[]> lessonNotes(
      List<SmallItems.Seen> items, Names names, DataSetSchema schema) {
    List<Object[]> rows = new ArrayList<>();
    for (SmallItems.Seen seen : items) {
      if (seen.item() instanceof Item.Lesson lesson && lesson.publishable()) {
        Object[] row = new Object[schema.columns().size()];
        row[schema.indexOf("proeftuin")] = names.delivery(seen.place().delivery()).proeftuin();
        row[schema.indexOf("lesson_id")] = lesson.lessonId();
        row[schema.indexOf("date")] = lesson.date();
        row[schema.indexOf("period")] = Integer.toString(Days.date(lesson.date()).getYear());
        row[schema.indexOf("phase")] = lesson.phase();
        row[schema.indexOf("theme")] = lesson.theme();
        row[schema.indexOf("kind")] = lesson.kind();
        row[schema.indexOf("practice")] = lesson.practice();
        row[schema.indexOf("role")] = lesson.role();
        row[schema.indexOf("text")] = lesson.text();
        row[schema.indexOf("disclosure")] = OPEN;
        rows.add(row);
      }
    }
    return rows;
  }

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

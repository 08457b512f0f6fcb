package nl.oogst.run;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.oogst.model.Code;
import nl.oogst.model.Days;
import nl.oogst.model.Item;
import nl.oogst.model.Proeftuin;
import nl.oogst.model.Schemas;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * The register that the Adviesteam keeps: {@code proeftuinen.csv} and, if there is one, {@code
 * practices.csv}, in UTF-8 with commas and ISO dates. A mistake in it stops the run before any
 * delivery is read, since every figure rests on it.
 */
record Register(List<Proeftuin> proeftuinen, List<Inbox.PracticeInUse> practices) {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).get();

  static Register read(Path folder, Schemas schemas) {
    Map<String, Proeftuin> proeftuinen = new TreeMap<>();
    Path file = folder.resolve("proeftuinen.csv");
    for (CSVRecord row : rows(file, true)) {
      Line line = new Line(file, row, schemas);
      Proeftuin proeftuin = proeftuin(line);
      if (proeftuinen.put(proeftuin.id(), proeftuin) != null) {
        throw line.mistake("proeftuin_id", proeftuin.id(), "each proeftuin once");
      }
    }
    List<Inbox.PracticeInUse> practices = new ArrayList<>();
    file = folder.resolve("practices.csv");
    for (CSVRecord row : rows(file, false)) {
      practices.add(practice(new Line(file, row, schemas), proeftuinen));
    }
    return new Register(List.copyOf(proeftuinen.values()), practices);
  }

  private static Proeftuin proeftuin(Line line) {
    return new Proeftuin(
        line.required("proeftuin_id"),
        line.required("name"),
        line.code("organisation", "organisations", true),
        line.text("category"),
        line.code("phase", "phases", false),
        line.text("round"),
        line.date("start_date", false),
        line.date("end_date", false),
        line.number("contract_value_eur"),
        line.number("obligation_eur"));
  }

  private static Inbox.PracticeInUse practice(Line line, Map<String, Proeftuin> proeftuinen) {
    String proeftuin = line.required("proeftuin_id");
    if (!proeftuinen.containsKey(proeftuin)) {
      throw line.mistake("proeftuin_id", proeftuin, "a proeftuin_id of proeftuinen.csv");
    }
    return new Inbox.PracticeInUse(
        proeftuin,
        line.row().getRecordNumber() + 1,
        new Item.Practice(
            line.code("practice", "practices", true),
            Days.of(line.date("from", true)),
            Days.of(line.date("to", false)),
            line.code("phase", "phases", false)));
  }

  private static List<CSVRecord> rows(Path file, boolean required) {
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      reader.mark(1);
      if (reader.read() != '\ufeff') {
        reader.reset();
      }
      return FORMAT.parse(reader).getRecords();
    } catch (NoSuchFileException e) {
      if (!required) {
        return List.of();
      }
      throw new WrongUse(
          "The register '" + file + "' is missing. It lists the proeftuinen, one a line.");
    } catch (IOException
        | UncheckedIOException
        | IllegalStateException
        | IllegalArgumentException e) {
      throw new WrongUse(
          "The register '"
              + file
              + "' cannot be read as CSV in UTF-8 with commas and one header"
              + " row. Save it again from the program that made it, as CSV in UTF-8.");
    }
  }

  /** One line of the register, and how to say what is wrong with it. */
  private record Line(Path file, CSVRecord row, Schemas schemas) {

    String text(String column) {
      String value = row.isSet(column) ? row.get(column) : "";
      return value.isEmpty() ? null : value;
    }

    String required(String column) {
      String value = text(column);
      if (value == null) {
        throw mistake(column, "nothing", "a value");
      }
      return value;
    }

    String code(String column, String list, boolean required) {
      String value = required ? required(column) : text(column);
      return value == null
          ? null
          : schemas
              .codelist(list)
              .find(value)
              .map(Code::code)
              .orElseThrow(() -> mistake(column, value, "a code of codelists/" + list + ".csv"));
    }

    LocalDate date(String column, boolean required) {
      String value = required ? required(column) : text(column);
      try {
        return value == null ? null : LocalDate.parse(value);
      } catch (DateTimeParseException e) {
        throw mistake(column, value, "a date as 2025-01-31");
      }
    }

    BigDecimal number(String column) {
      String value = text(column);
      try {
        return value == null ? null : new BigDecimal(value);
      } catch (NumberFormatException e) {
        throw mistake(column, value, "a number as 1234.50");
      }
    }

    WrongUse mistake(String column, String found, String expected) {
      return new WrongUse(
          file
              + " line "
              + (row.getRecordNumber() + 1)
              + ", column "
              + column
              + ": found '"
              + found
              + "', expected "
              + expected
              + ".");
    }
  }
}

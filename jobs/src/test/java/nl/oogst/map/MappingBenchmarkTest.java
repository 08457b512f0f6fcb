package nl.oogst.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.oogst.model.Schemas;
import nl.oogst.normalise.ColumnContent;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How well headers are mapped that are on no list: tables as municipalities, payroll packages, HR
 * systems and people who keep a sheet by hand export them, with a few values each. Columns without
 * a field must not map. The held-out tables were written before the matching was, and never used to
 * improve it.
 */
class MappingBenchmarkTest {
  private static final Schemas SCHEMAS =
      Schemas.load(Path.of(System.getProperty("oogst.root", "..")).resolve("schemas"));
  private static final TableMapper MAPPER = new TableMapper(SCHEMAS, new ColumnContent(SCHEMAS));

  /** Counts over all columns, and what went wrong. */
  private static final class Score {
    private int meant;
    private int mapped;
    private int right;
    private final List<String> wrong = new ArrayList<>();
    private final List<String> missed = new ArrayList<>();

    double precision() {
      return (double) right / mapped;
    }

    double recall() {
      return (double) right / meant;
    }
  }

  private static Score score(String file) throws IOException {
    Score score = new Score();
    for (List<CSVRecord> table : tables(file).values()) {
      List<String> headers = table.stream().map(line -> line.get("header")).toList();
      TableMapping mapping =
          MAPPER.map(table.get(0).get("table"), null, headers, rows(table), null);
      String entity = table.get(0).get("entity");
      for (int i = 0; i < table.size(); i++) {
        boolean recognised = entity.equals(mapping.entity());
        String found = mapping.columns().get(i).field();
        judge(score, table.get(i), recognised || found == null ? found : "?" + found);
      }
    }
    return score;
  }

  private static void judge(Score score, CSVRecord line, String found) {
    String expected = line.get("field").isEmpty() ? null : line.get("field");
    score.meant += expected == null ? 0 : 1;
    score.mapped += found == null ? 0 : 1;
    score.right += found != null && found.equals(expected) ? 1 : 0;
    String shown =
        line.get("table") + " '" + line.get("header") + "': " + found + " instead of " + expected;
    if (found != null && !found.equals(expected)) {
      score.wrong.add(shown);
    } else if (found == null && expected != null) {
      score.missed.add(shown);
    }
  }

  private static Map<String, List<CSVRecord>> tables(String file) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    Map<String, List<CSVRecord>> tables = new LinkedHashMap<>();
    try (Reader reader =
        new InputStreamReader(
            MappingBenchmarkTest.class.getResourceAsStream("/mapping/" + file),
            StandardCharsets.UTF_8)) {
      for (CSVRecord line : format.parse(reader)) {
        tables.computeIfAbsent(line.get("table"), t -> new ArrayList<>()).add(line);
      }
    }
    return tables;
  }

  private static List<List<String>> rows(List<CSVRecord> columns) {
    List<List<String>> rows = new ArrayList<>();
    for (int row = 0; row < 3; row++) {
      List<String> cells = new ArrayList<>();
      for (CSVRecord column : columns) {
        String[] values = column.get("values").split("\\|", -1);
        cells.add(row < values.length ? values[row] : "");
      }
      rows.add(cells);
    }
    return rows;
  }

  @ParameterizedTest
  @ValueSource(strings = {"headers.csv", "headers-held-out.csv"})
  void whatIsMappedIsRight(String file) throws IOException {
    Score score = score(file);
    assertThat(score.precision()).as("wrong: %s", score.wrong).isGreaterThanOrEqualTo(0.98);
    assertThat(score.recall()).as("missed: %s", score.missed).isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void theBenchmarkIsLargeAndNotTheListOfSynonyms() throws IOException {
    int meant = 0;
    int others = 0;
    int listed = 0;
    for (String file : List.of("headers.csv", "headers-held-out.csv")) {
      for (List<CSVRecord> table : tables(file).values()) {
        Headers names =
            new Headers(
                SCHEMAS.entity(table.get(0).get("entity")),
                new HeaderWords(SCHEMAS.rules("headers")),
                null);
        for (CSVRecord line : table) {
          meant += line.get("field").isEmpty() ? 0 : 1;
          others += line.get("field").isEmpty() ? 1 : 0;
          listed += names.find(line.get("header")).isPresent() ? 1 : 0;
        }
      }
    }
    assertThat(meant).isGreaterThanOrEqualTo(150);
    assertThat(others).isGreaterThanOrEqualTo(50);
    assertThat((double) listed / meant).as("share that a list would find").isLessThan(0.4);
  }
}

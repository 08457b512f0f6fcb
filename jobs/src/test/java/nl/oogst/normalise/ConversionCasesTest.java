package nl.oogst.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.oogst.map.Formats;
import nl.oogst.model.Days;
import nl.oogst.model.Fixed;
import nl.oogst.model.IssueCode;
import nl.oogst.model.Item;
import nl.oogst.read.CellType;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every conversion rule of {@code schemas/rules} does what its cases say. */
class ConversionCasesTest {
  private static final Path RULES =
      Path.of(System.getProperty("oogst.root", "..")).resolve("schemas/rules");

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    return csv("conversion-cases.csv").stream()
        .map(
            line ->
                DynamicTest.dynamicTest(
                    line.getRecordNumber() + 1 + " " + line.get("rule") + " " + line.get("input"),
                    () -> check(line)));
  }

  @Test
  void everyRuleHasACaseAndEveryCaseARule() throws IOException {
    Set<String> rules = column("conversions.csv");
    assertThat(column("conversion-cases.csv")).isEqualTo(rules);
  }

  private static Set<String> column(String file) throws IOException {
    return csv(file).stream()
        .map(line -> line.get("rule"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<CSVRecord> csv(String file) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader reader = Files.newBufferedReader(RULES.resolve(file), StandardCharsets.UTF_8)) {
      return format.parse(reader).getRecords();
    }
  }

  private static void check(CSVRecord line) {
    String[] place = line.get("field").split("\\.", 2);
    List<String> fields = List.of(place[1].split("\\+", -1));
    String header = header(line, fields.get(0));
    Desk desk = Desk.of(place[0]);
    if (!header.equals(fields.get(0))) {
      fields.forEach(desk::without);
    }
    desk.with(header, line.get("input"));
    Formats formats = Formats.NONE;
    for (String part : line.get("context").split(";", -1)) {
      String value = part.substring(part.indexOf('=') + 1);
      switch (part.substring(0, Math.max(0, part.indexOf('=')))) {
        case "", "header" -> {}
        case "cell" -> desk.typed(header, CellType.valueOf(value));
        case "date" -> formats = new Formats(null, null, value);
        case "decimalChar" -> formats = new Formats(value, null, null);
        case "column" -> desk.beside(header, value.split("\\|", -1));
        default -> throw new IllegalArgumentException("unknown context " + part);
      }
    }
    Outcome outcome = desk.formats(formats).outcome();
    String values =
        fields.stream().map(field -> shown(outcome, field)).collect(Collectors.joining(" "));
    assertThat(values.strip()).isEqualTo(line.get("expected_value").strip());
    assertThat(Desk.codes(outcome).stream().map(IssueCode::code).collect(Collectors.joining(" ")))
        .isEqualTo(line.get("expected_issue"));
  }

  /** The column's header: the field's own name unless the case names another one. */
  private static String header(CSVRecord line, String field) {
    for (String part : line.get("context").split(";", -1)) {
      if (part.startsWith("header=")) {
        return part.substring("header=".length());
      }
    }
    return field;
  }

  private static String shown(Outcome outcome, String field) {
    if (!(outcome instanceof Outcome.Kept kept)) {
      return "";
    }
    String name = camel(field);
    RecordComponent component =
        Arrays.stream(kept.item().getClass().getRecordComponents())
            .filter(c -> c.getName().equals(name))
            .findFirst()
            .orElseThrow();
    return shown(value(kept.item(), component));
  }

  private static Object value(Item item, RecordComponent component) {
    try {
      return component.getAccessor().invoke(item);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String shown(Object value) {
    if (value == null || value.equals(Days.NONE) || value.equals(Fixed.NONE)) {
      return "";
    }
    if (value instanceof Integer day) {
      return Days.date(day).toString();
    }
    if (value instanceof Long millionths) {
      return BigDecimal.valueOf(millionths, 6).stripTrailingZeros().toPlainString();
    }
    return value.toString();
  }

  private static String camel(String field) {
    String[] words = field.split("_", -1);
    return words[0]
        + Arrays.stream(words)
            .skip(1)
            .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
            .collect(Collectors.joining());
  }
}

package nl.oogst.release.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaChangeTest {
  private static final String BEFORE =
      """
      {"version": "1.2.3", "title": "T", "title_en": "T", "description": "D", "description_en": "D",
       "sort": ["a"], "fields": [
        {"name": "a", "type": "string", "title": "A", "constraints": {"enum": ["x", "y"]}},
        {"name": "b", "type": "number", "unit": "jobs", "title": "B"}]}
      """;

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a column gone | {\"name\": \"a\" | {\"name\": \"other\" | 2.0.0",
        "a column of another type | \"number\" | \"integer\" | 2.0.0",
        "another unit | \"jobs\" | \"persons\" | 2.0.0",
        "newly required | \"unit\" | \"constraints\": {\"required\": true}, \"unit\" | 2.0.0",
        "a value gone | [\"x\", \"y\"] | [\"x\"] | 2.0.0",
        "a value added | [\"x\", \"y\"] | [\"x\", \"y\", \"z\"] | 1.3.0",
        "a column added | \"title\": \"B\"} | \"title\": \"B\"}, {\"name\": \"c\"} | 1.3.0",
        "another order of rows | [\"a\"] | [\"b\"] | 1.3.0",
        "another text | \"D\" | \"E\" | 1.2.4",
        "another text of a column | \"title\": \"B\" | \"title\": \"Bé\" | 1.2.4"
      })
  void aChangeAsksForTheVersionThatItWeighs(String what, String from, String to, String least)
      throws IOException {
    var before = json(BEFORE);
    var changed = BEFORE.replace(from, to);
    assertThat(changed).as("the case changes something").isNotEqualTo(BEFORE);

    assertThat(SchemaChange.find(before, json(changed)))
        .hasValueSatisfying(
            why -> assertThat(why).contains("raise 'version' to " + least + " or higher"));
    assertThat(SchemaChange.find(before, json(changed.replace("1.2.3", least)))).isEmpty();
    assertThat(SchemaChange.find(before, json(changed.replace("1.2.3", "3.0.0")))).isEmpty();
    if (!least.equals("1.2.4")) {
      assertThat(SchemaChange.find(before, json(changed.replace("1.2.3", "1.2.4")))).isPresent();
    }
  }

  @Test
  void whatIsTheSameNeedsNoOtherVersionAndMayHaveAHigherOne() throws IOException {
    assertThat(SchemaChange.find(json(BEFORE), json(BEFORE))).isEmpty();
    assertThat(SchemaChange.find(json(BEFORE), json(BEFORE.replace("1.2.3", "1.4.0")))).isEmpty();
  }

  @Test
  void aVersionNeverGoesBack() throws IOException {
    assertThat(SchemaChange.find(json(BEFORE), json(BEFORE.replace("1.2.3", "1.1.9"))))
        .hasValueSatisfying(why -> assertThat(why).contains("went back from 1.2.3 to 1.1.9"));
  }
}

package nl.oogst.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialectHintTest {

  private static DialectHint parse(String json) throws JsonProcessingException {
    return DialectHint.parse(new ObjectMapper().readTree(json));
  }

  @Test
  void whatIsNotNamedIsSniffed() throws JsonProcessingException {
    assertThat(parse("{}")).isEqualTo(DialectHint.NONE);
    assertThat(parse("{\"delimiter\":\";\",\"encoding\":\"windows-1252\",\"headerRows\":[4,3]}"))
        .isEqualTo(new DialectHint("windows-1252", ";", null, null, List.of(3, 4)));
  }

  @Test
  void absenceCanBeSaid() throws JsonProcessingException {
    assertThat(parse("{\"quoteChar\":null,\"escapeChar\":null,\"header\":false}"))
        .isEqualTo(new DialectHint(null, null, "", "", List.of()));
    assertThat(parse("{\"doubleQuote\":false}").escapeChar()).isEmpty();
    assertThat(parse("{\"doubleQuote\":true}").escapeChar()).isEqualTo("\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      quoteCharacter = '~',
      value = {
        "[]@JSON object",
        "{\"delimiter\":1}@delimiter",
        "{\"commentChar\":\"€\"}@commentChar",
        "{\"quoteChar\":\"ab\"}@quoteChar",
        "{\"encoding\":\"utf-9\"}@utf-9",
        "{\"headerRows\":[0]}@headerRows",
        "{\"headerRows\":[1.5]}@headerRows",
        "{\"headerRows\":1}@headerRows"
      })
  void mistakesAreNamed(String json, String named) {
    assertThatIllegalArgumentException().isThrownBy(() -> parse(json)).withMessageContaining(named);
  }
}

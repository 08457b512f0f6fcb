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

  @Test
  void spacesInFrontOfCellsAreSkippedWhenTheDialectSaysSo() throws JsonProcessingException {
    DialectHint hint = parse("{\"delimiter\":\",\",\"skipInitialSpace\":true,\"headerRows\":[1]}");
    String text = "nr,  naam, tekst\n1, \"Wit, Ann\",x y\n2,Ben,  \"a\"\"b\"\n 3, \"c\nd\", e \n";
    assertThat(Reading.text(text, hint).only().start().headers())
        .containsExactly("nr", "naam", "tekst");
    assertThat(Reading.text(text, hint).only().data())
        .containsExactly(
            List.of("1", "Wit, Ann", "x y"),
            List.of("2", "Ben", "a\"b"),
            List.of("3", "c\nd", "e "));
    assertThat(Reading.text(text, hint).only().issues()).isEmpty();
  }

  @Test
  void linesThatTheDialectCallsCommentsAreNoRecords() throws JsonProcessingException {
    DialectHint hint = parse("{\"delimiter\":\";\",\"commentChar\":\"%\"}");
    String text = "% gemaakt; op 3 januari\nnr;naam\n1;Ann\n% tussendoor;\n2;Ben\n";
    Reading.Table table = Reading.text(text, hint).only();
    assertThat(table.start().headers()).containsExactly("nr", "naam");
    assertThat(table.data()).containsExactly(List.of("1", "Ann"), List.of("2", "Ben"));
    assertThat(table.of(RowKind.PREAMBLE)).hasSize(2);
    assertThat(table.start().dialect().commentChar()).isEqualTo("%");
  }

  @Test
  void headerRowsAreJoinedAsTheDialectSays() throws JsonProcessingException {
    DialectHint hint = parse("{\"headerRows\":[1,2],\"headerJoin\":\"_\"}");
    Reading.Table table = Reading.text("uren;;naam\nvan;tot;\n1;2;Ann\n3;4;Ben\n", hint).only();
    assertThat(table.start().headers()).containsExactly("uren_van", "uren_tot", "naam");
  }

  @Test
  void whatWasCalledAsciiMayHoldMore() throws JsonProcessingException {
    Reading.Table table =
        Reading.text("nr;naam\n1;Zoë\n2;Ben\n", parse("{\"encoding\":\"ascii\"}")).only();
    assertThat(table.data().get(0)).containsExactly("1", "Zoë");
    assertThat(table.issues()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"utf-8-sig", "utf_8", "latin-1", "cp1252", "iso8859_15", "UTF-16LE"})
  void encodingsHaveTheNamesThatOthersGiveThem(String name) {
    assertThat(DialectHint.charset(name)).isNotNull();
  }
}

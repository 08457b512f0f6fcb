package nl.oogst.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0       | 0       | 0",
        "999     | 999     | 999",
        "12500   | 12.500  | 12,500",
        "1234567 | 1.234.567 | 1,234,567",
        "-1838   | −1.838  | −1,838"
      })
  void aNumberIsWrittenAsItsReadersWriteIt(double value, String nl, String en) {
    assertThat(Language.NL.number(value)).isEqualTo(nl);
    assertThat(Language.EN.number(value)).isEqualTo(en);
  }

  @Test
  void decimalsAreFixedAndNothingIsMinusZero() {
    assertThat(Language.NL.number(1234.56, 1)).isEqualTo("1.234,6");
    assertThat(Language.EN.number(1234.56, 1)).isEqualTo("1,234.6");
    assertThat(Language.NL.number(-0.04, 1)).isEqualTo("0,0");
    assertThat(Language.NL.number(-0.06, 1)).isEqualTo("−0,1");
  }

  @Test
  void aDayHasItsMonthInWords() {
    LocalDate day = LocalDate.of(2026, 3, 1);
    assertThat(Language.NL.date(day)).isEqualTo("1 maart 2026");
    assertThat(Language.EN.date(day)).isEqualTo("1 March 2026");
  }

  @Test
  void oneIsSingularAndNothingElseIs() {
    assertThat(Language.NL.count(1, "baan", "banen")).isEqualTo("1 baan");
    assertThat(Language.NL.count(0, "baan", "banen")).isEqualTo("0 banen");
    assertThat(Language.NL.count(75, "baan", "banen")).isEqualTo("75 banen");
  }

  @Test
  void theLastOfAListIsJoinedByAnd() {
    assertThat(Language.NL.list(List.of())).isEmpty();
    assertThat(Language.NL.list(List.of("a"))).isEqualTo("a");
    assertThat(Language.NL.list(List.of("a", "b"))).isEqualTo("a en b");
    assertThat(Language.EN.list(List.of("a", "b", "c"))).isEqualTo("a, b and c");
  }

  @Test
  void aShareIsInWholePercents() {
    assertThat(Language.NL.percent(0.725)).isEqualTo("73%");
  }
}

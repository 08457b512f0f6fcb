package nl.oogst.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextMaskingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Mail jan.de-vries+werk@voorbeeld.nl.      | Mail [e-mail].
          jan@loket.voorbeeld.example, dan verder   | [e-mail], dan verder
          j.devries (at) voorbeeld.nl               | [e-mail]
          bel 06-12345678 voor hulp                 | bel [telefoon] voor hulp
          bel 0612345678.                           | bel [telefoon].
          06 12 34 56 78                            | [telefoon]
          06 - 12 34 56 78                          | [telefoon]
          06.12.34.56.78                            | [telefoon]
          +31 6 12345678                            | [telefoon]
          +31612345678                              | [telefoon]
          +31 (0)6 1234 5678                        | [telefoon]
          0031 6 12345678                           | [telefoon]
          070-1234567                               | [telefoon]
          070 123 45 67                             | [telefoon]
          (010) 123 45 67 of (0182)-123456          | [telefoon] of [telefoon]
          0182-123456/070-1234567                   | [telefoon]/[telefoon]
          +49 170 1234567                           | [telefoon]
          tel.06-12345678                           | tel.[telefoon]
          BSN 123456782                             | BSN [bsn]
          bsn: 12345672                             | bsn: [bsn]
          1234.56.782                               | [bsn]
          123 456 782                               | [bsn]
          (123-456-782)                             | ([bsn])
          NL91ABNA0417164300                        | [iban]
          nl91 abna 0417 1643 00 graag              | [iban] graag
          BE68 5390 0754 7034                       | [iban]
          06-12345678 en a@b.nl en 123456782        | [telefoon] en [e-mail] en [bsn]
          op 1-2-2024 bel 06-12345678               | op 1-2-2024 bel [telefoon]
          """)
  void whatLeadsToAPersonIsMasked(String text, String masked) {
    assertThat(TextMasking.mask(text)).isEqualTo(new TextMasking.Masked(masked, true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Gestart op 01-02-2024, tot en met 31-12-2025",
        "01-02-2024 - 31-03-2024",
        "01-02-2024 03",
        "periode 01.02.2024/31.03.2024",
        "20240131 en 20240201",
        "2019 2020 2021 2022 2023",
        "van 2023 tot 2024: 1.234,56 euro en 12 345 678,90",
        "€ 123.456.782",
        "€ 123456782 of 123.456.782,00",
        "contract 4500012345",
        "contract IenW-2024-123456782",
        "contract C-0612345678",
        "zaak 201900012345/7",
        "perceel 2024/0612345678",
        "KvK 12345672",
        "123456789 is geen BSN",
        "00012345678",
        "AB12CDEF3456GHIJ7890 als kenmerk",
        "wij @ kantoor",
        "36 uur, 0,8 fte, 25,5 uur per week, 1.331 uur per jaar",
        "35 uur 2024-2025 07:30-16:00 0123"
      })
  void datesAmountsAndContractNumbersStay(String text) {
    assertThat(TextMasking.mask(text)).isEqualTo(new TextMasking.Masked(text, false));
  }

  @Test
  void nullStaysNull() {
    assertThat(TextMasking.mask(null)).isEqualTo(new TextMasking.Masked(null, false));
  }

  @Property
  void noDateIsMasked(@ForAll @IntRange(min = 0, max = 40_000) int day) {
    var date = LocalDate.of(1950, 1, 1).plusDays(day);
    for (var form :
        new String[] {"d-M-yyyy", "dd-MM-yyyy", "dd/MM/yyyy", "dd.MM.yyyy", "yyyyMMdd"}) {
      var text = "van " + date.format(DateTimeFormatter.ofPattern(form, Locale.ROOT));
      var twice = text + " t/m " + text;
      assertThat(TextMasking.mask(text).text()).isEqualTo(text);
      assertThat(TextMasking.mask(twice).text()).isEqualTo(twice);
      assertThat(TextMasking.mask(text + " 12 uur").changed()).isFalse();
    }
  }

  @Property
  void everyMobileNumberIsMaskedInEveryForm(@ForAll @IntRange(min = 0, max = 99_999_999) int rest) {
    var digits = String.format(Locale.ROOT, "%08d", rest);
    var spaced = digits.replaceAll("(..)(?!$)", "$1 ");
    for (var number :
        new String[] {
          "06" + digits, "06-" + digits, "06 " + spaced, "+31 6 " + spaced, "0031 6" + digits
        }) {
      assertThat(TextMasking.mask("bel " + number + " svp").text()).isEqualTo("bel [telefoon] svp");
    }
  }

  @Property
  void everyBsnInAWordOfItsOwnIsMasked(
      @ForAll @IntRange(min = 10_000_000, max = 99_999_999) int start) {
    var bsn = ElfproefTest.complete(start);
    if (bsn != null) {
      assertThat(TextMasking.mask("nr " + bsn + ", ja").text()).isEqualTo("nr [bsn], ja");
    }
  }

  @Property
  void maskingTwiceChangesNothingMore(@ForAll String text) {
    var once = TextMasking.mask(text).text();

    assertThat(TextMasking.mask(once)).isEqualTo(new TextMasking.Masked(once, false));
  }
}

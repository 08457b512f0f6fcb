package nl.oogst.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElfproefTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "123456782",
        "111222333",
        "1234.56.782",
        "123 456 782",
        "123-456-782",
        " 123456782 ",
        "123456782.0",
        "123456782,0",
        "012345672",
        "1234\u00a056782"
      })
  void nineDigitsThatPassAreABsn(String value) {
    assertThat(Elfproef.isBsn(value)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "123456789",
        "000000000",
        "12345672",
        "1234567820",
        "A123456782",
        "123456782A",
        "1234567,82",
        "123/456/782",
        "2024-01-31",
        "x",
        "123456782.5"
      })
  void anythingElseIsNone(String value) {
    assertThat(Elfproef.isBsn(value)).isFalse();
  }

  @Test
  void nullIsNone() {
    assertThat(Elfproef.isBsn(null)).isFalse();
  }

  @Property
  void aPassingNumberFailsWhenOneDigitChanges(
      @ForAll @IntRange(min = 1, max = 99_999_999) int start,
      @ForAll @IntRange(min = 0, max = 8) int place,
      @ForAll @IntRange(min = 1, max = 9) int change) {
    var bsn = complete(start);
    if (bsn == null) {
      return;
    }
    assertThat(Elfproef.isBsn(bsn)).isTrue();
    var digits = bsn.toCharArray();
    digits[place] = (char) ('0' + (digits[place] - '0' + change) % 10);
    assertThat(Elfproef.isBsn(new String(digits))).isFalse();
  }

  /** The BSN that starts with eight digits, or null where the last would need two. */
  static String complete(int eightDigits) {
    var start = String.format(Locale.ROOT, "%08d", eightDigits);
    var sum = 0;
    for (int i = 0; i < 8; i++) {
      sum += (start.charAt(i) - '0') * (9 - i);
    }
    return sum % 11 == 10 ? null : start + sum % 11;
  }
}

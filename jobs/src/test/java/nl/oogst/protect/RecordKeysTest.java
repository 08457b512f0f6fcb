package nl.oogst.protect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RecordKeysTest {
  private static final BigDecimal TWO_TO_64 = new BigDecimal(BigInteger.ONE.shiftLeft(64));

  /** The key whose fraction is the nearest to the one given. */
  static long keyOf(String fraction) {
    return new BigDecimal(fraction)
        .multiply(TWO_TO_64)
        .setScale(0, RoundingMode.HALF_EVEN)
        .toBigInteger()
        .longValue();
  }

  @Test
  void aRecordKeyIsTheStartOfHmacSha256() {
    // RFC 4231, test case 2: 5bdcc146bf60754e6a042426089575c7...
    var key = "Jefe".getBytes(StandardCharsets.US_ASCII);

    assertThat(RecordKey.of(key, "what do ya want for nothing?"))
        .isEqualTo(0x5bdcc146bf60754eL)
        .isEqualTo(new RecordKeys(key).of("what do ya want for nothing?"));
  }

  @Test
  void theSumOfKeysWrapsIntoTheFractionOfTheHandbook() {
    for (var row : SdcTables.read("ckm_handbook_expected.csv")) {
      var sum = new BigDecimal(row.get("sum_record_keys"));
      var key = 0L;
      for (var rest = sum; rest.signum() > 0; rest = rest.subtract(BigDecimal.valueOf(0.9))) {
        key += keyOf(rest.min(BigDecimal.valueOf(0.9)).toPlainString());
      }
      assertThat(RecordKeys.fraction(key))
          .isCloseTo(Double.parseDouble(row.get("cell_key")), within(1e-12));
    }
  }

  @Test
  void lookUpsInTheTableOfTheHandbookGiveItsNoise() {
    var table = SdcTables.read("ckm_handbook_ptable.csv");
    for (var row : SdcTables.read("ckm_handbook_expected.csv")) {
      var count = Integer.parseInt(row.get("count"));
      var u = Double.parseDouble(row.get("cell_key"));
      var line = String.valueOf(Math.min(count, 3));
      var noise =
          table.stream()
              .filter(p -> p.get("i").equals(line))
              .filter(p -> u == 0 || u > Double.parseDouble(p.get("lower")))
              .filter(p -> u <= Double.parseDouble(p.get("upper")))
              .mapToInt(p -> Integer.parseInt(p.get("noise")))
              .findFirst();

      assertThat(noise).as(row.toString()).hasValue(Integer.parseInt(row.get("noise")));
      assertThat(count + noise.getAsInt()).isEqualTo(Integer.parseInt(row.get("published")));
    }
  }

  @Property
  void aFractionLiesBetweenZeroAndOne(@ForAll long key) {
    assertThat(RecordKeys.fraction(key)).isGreaterThanOrEqualTo(0).isLessThan(1);
  }

  @Test
  void fractionsAreSpreadEvenly() {
    var keys = new RecordKeys(new byte[] {1, 2, 3});
    var tenths = new Integer[10];
    Arrays.fill(tenths, 0);
    for (int i = 0; i < 100_000; i++) {
      tenths[(int) (RecordKeys.fraction(keys.of("person-" + i)) * 10)]++;
    }
    // five standard deviations of a binomial count
    assertThat(tenths).allSatisfy(count -> assertThat(count).isBetween(9_525, 10_475));
  }

  @Test
  void anEmptyKeyIsRefused() {
    assertThatThrownBy(() -> new RecordKeys(new byte[0]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the disclosure key is empty");
  }
}

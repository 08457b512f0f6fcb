package nl.oogst.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import nl.oogst.model.Fixed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmountTest {
  private static final String SEED = "1331";

  private static Person person(int i) {
    return new Person("person " + i, 1000L + i, List.of());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void theRecordsOfAJobAddUpToExactlyOne(int k) {
    Amount jobs = new Amount();
    Amount hours = new Amount();
    for (int i = 0; i < k; i++) {
      jobs.addOne(person(1), k);
      hours.add(person(1), 24_500_000, k);
    }

    assertThat(jobs.figure().value()).isEqualTo(1.0);
    assertThat(hours.figure().value()).isEqualTo(24.5);
    assertThat(jobs.figure().persons()).isEqualTo(1);
  }

  @Test
  void thePersonsKeysAreSummedOnceEach() {
    Amount amount = new Amount();
    amount.addOne(person(1), 1);
    amount.addOne(person(1), 1);
    amount.addOne(person(2), 1);

    assertThat(amount.figure().cellKey()).isEqualTo(1001 + 1002);
    assertThat(amount.figure().persons()).isEqualTo(2);
    assertThat(amount.figure().value()).isEqualTo(3);
  }

  @Test
  void theLargestContributionIsThatOfOnePersonAllTogether() {
    Amount amount = new Amount();
    amount.add(person(1), 20 * Fixed.ONE, 1);
    amount.add(person(1), 15 * Fixed.ONE, 1);
    amount.add(person(2), -30 * Fixed.ONE, 1);

    assertThat(amount.figure().largest()).isEqualTo(35);
    assertThat(amount.figure(5).largest()).isEqualTo(7);
    assertThat(amount.figure(5).value()).isEqualTo(1);
  }

  @Test
  void aPersonIsCountedOnce() {
    Amount amount = new Amount();
    amount.addPerson(person(1));
    amount.addPerson(person(1));
    amount.addPerson(person(2));

    assertThat(amount.figure().value()).isEqualTo(2);
  }

  @Property(tries = 200, seed = SEED)
  void neitherTheOrderNorThePartsOfASumMatter(
      @ForAll @Size(min = 1, max = 30)
          List<@LongRange(min = -9_000_000_000_000L, max = 9_000_000_000_000L) Long> numbers,
      @ForAll @IntRange(min = 1, max = 16) int k,
      @ForAll @IntRange(max = 30) int cut,
      @ForAll int seed) {
    List<Integer> order = new ArrayList<>();
    Amount whole = new Amount();
    for (int i = 0; i < numbers.size(); i++) {
      order.add(i);
      whole.add(person(i), numbers.get(i), k);
    }
    Collections.shuffle(order, new Random(seed));
    Amount left = new Amount();
    Amount right = new Amount();
    for (int i = 0; i < order.size(); i++) {
      int p = order.get(i);
      (i < cut ? left : right).add(person(p), numbers.get(p), k);
    }
    left.merge(right);

    assertThat(left.figure()).isEqualTo(whole.figure());
  }
}

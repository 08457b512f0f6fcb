package nl.oogst.protect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LongIntMapTest {
  @Test
  void keepsTheLastValueOfEachKeyAlsoWhenItGrows() {
    LongIntMap map = new LongIntMap();
    Map<Long, Integer> expected = new HashMap<>();
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      long key = random.nextInt(8_000) - 4_000L;
      Integer before = expected.put(key, i);
      assertThat(map.put(key, i)).isEqualTo(before == null ? LongIntMap.NONE : before);
    }
    for (long key = -4_100; key < 4_100; key++) {
      assertThat(map.get(key)).isEqualTo(expected.getOrDefault(key, LongIntMap.NONE));
    }
  }
}

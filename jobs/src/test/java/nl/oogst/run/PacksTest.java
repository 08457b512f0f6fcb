package nl.oogst.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import scala.Tuple2;

class PacksTest {

  private static List<byte[]> packed(List<Tuple2<String, byte[]>> pairs) {
    List<byte[]> packs = new ArrayList<>();
    new Packs(pairs.iterator()).forEachRemaining(packs::add);
    return packs;
  }

  private static String shown(Tuple2<String, byte[]> pair) {
    return pair._1() + "=" + new String(pair._2(), StandardCharsets.ISO_8859_1);
  }

  @Property(tries = 50, seed = "64")
  void thePairsOfAKindComeOutAsTheyWentInAndInTheirOrder(@ForAll long seed) {
    Random random = new Random(seed);
    List<Tuple2<String, byte[]>> pairs = new ArrayList<>();
    for (int i = random.nextInt(300); i > 0; i--) {
      byte[] value = new byte[random.nextInt(2_000)];
      random.nextBytes(value);
      pairs.add(new Tuple2<>("prq".charAt(random.nextInt(3)) + "\u001fκλειδί" + i, value));
    }
    for (char kind : new char[] {'p', 'r', 'q'}) {
      List<String> opened = new ArrayList<>();
      for (byte[] pack : packed(pairs)) {
        if (Packs.kind(pack) == kind) {
          Packs.open(pack).forEachRemaining(pair -> opened.add(shown(pair)));
        }
      }
      assertThat(opened)
          .isEqualTo(
              pairs.stream()
                  .filter(pair -> pair._1().charAt(0) == kind)
                  .map(PacksTest::shown)
                  .collect(Collectors.toList()));
    }
  }

  @Test
  void aPackEndsSoonAfterItIsFull() {
    List<Tuple2<String, byte[]>> pairs = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      pairs.add(new Tuple2<>("p" + i, new byte[1_000]));
    }

    assertThat(packed(pairs)).hasSize(16).allMatch(pack -> pack.length < 67_000);
  }

  @Test
  void withoutPairsThereIsNoPack() {
    Iterator<byte[]> packs = new Packs(new ArrayList<Tuple2<String, byte[]>>().iterator());

    assertThat(packs.hasNext()).isFalse();
    assertThatThrownBy(packs::next).isInstanceOf(NoSuchElementException.class);
  }
}

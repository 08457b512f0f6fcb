package nl.oogst.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ArchivesTest {
  @Property(tries = 200)
  void gzipGivesBackWhatWentIn(@ForAll @IntRange(max = 5000) int size, @ForAll long seed)
      throws IOException {
    byte[] data = new byte[size];
    var rng = Rng.of(seed);
    for (int i = 0; i < size; i++) {
      data[i] = (byte) (i > 40 && rng.chance(0.7) ? data[i - 1 - rng.below(40)] : rng.below(256));
    }
    try (var in = new GZIPInputStream(new ByteArrayInputStream(Archives.gzip(data)))) {
      assertThat(in.readAllBytes()).isEqualTo(data);
    }
  }

  @Test
  void longRepeatsAreFoundAcrossTheWindow() throws IOException {
    byte[] data = "Sociale Werkplaats Nergenshuizen;99991234\n".repeat(5000).getBytes(UTF_8);
    byte[] packed = Archives.gzip(data);
    assertThat(packed.length).isLessThan(data.length / 100);
    try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      assertThat(in.readAllBytes()).isEqualTo(data);
    }
  }

  @Test
  void zipHoldsItsEntries() {
    byte[] zip = Archives.zip(Map.of("plaatsingen.csv", "a;b\n1;2\n".getBytes(UTF_8)));
    assertThat(Archives.entries(zip)).containsOnlyKeys("plaatsingen.csv");
    assertThat(Archives.entries(zip).get("plaatsingen.csv"))
        .asString(UTF_8)
        .isEqualTo("a;b\n1;2\n");
  }
}

package nl.oogst.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
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

  @Test
  void streamedZipHoldsItsEntriesHoweverLarge() throws IOException {
    byte[] large = new byte[(3 << 20) + 5];
    var rng = Rng.of(1);
    for (int i = 0; i < large.length; i++) {
      large[i] = (byte) (i > 40 && rng.chance(0.9) ? large[i - 1 - rng.below(40)] : rng.below(256));
    }
    byte[] whole = Arrays.copyOf(large, 2 << 20); // ends with its block
    byte[][] contents = {large, whole, new byte[0], {7}};
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipStream(out)) {
      for (int i = 0; i < contents.length; i++) {
        try (var entry = zip.entry("part" + i)) {
          entry.write(contents[i]);
        }
      }
    }
    try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
      for (int i = 0; i < contents.length; i++) {
        ZipEntry entry = zip.getNextEntry();
        assertThat(entry.getName()).isEqualTo("part" + i);
        assertThat(zip.readAllBytes()).isEqualTo(contents[i]);
        assertThat(entry.getTimeLocal()).isEqualTo("2018-01-01T00:00:00");
      }
      assertThat(zip.getNextEntry()).isNull();
    }
    assertThat(Archives.entries(out.toByteArray()).get("part1")).isEqualTo(whole);
  }
}

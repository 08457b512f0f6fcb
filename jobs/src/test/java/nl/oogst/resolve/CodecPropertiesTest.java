package nl.oogst.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import nl.oogst.model.Days;
import nl.oogst.model.Item;
import nl.oogst.model.LinkTokens;

class CodecPropertiesTest {
  private static final String SEED = "20190207";

  @Property(tries = 300, seed = SEED)
  void everyNumberAndTextSurvives(
      @ForAll long number, @ForAll int small, @ForAll @StringLength(max = 200) String text) {
    ByteWriter out = new ByteWriter();
    out.putLong(number).putText(text).putText(null).putByte(7).putLong(small).putText("");
    ByteReader in = new ByteReader(out.toBytes());

    assertThat(in.readLong()).isEqualTo(number);
    assertThat(in.readText()).isEqualTo(wellFormed(text));
    assertThat(in.readText()).isNull();
    assertThat(in.readByte()).isEqualTo(7);
    assertThat(in.readInt()).isEqualTo(small);
    assertThat(in.readText()).isEmpty();
    assertThat(in.hasMore()).isFalse();
  }

  /** What UTF-8 can hold of a text: half a surrogate pair becomes a question mark. */
  private static String wellFormed(String text) {
    byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
  }

  @Property(tries = 200, seed = SEED)
  void everyResolvedPlacementSurvives(
      @ForAll @Size(value = 22) List<@StringLength(max = 5) String> texts,
      @ForAll @Size(value = 8) List<Integer> days,
      @ForAll @Size(max = 4) List<Long> hours,
      @ForAll boolean linked,
      @ForAll boolean finished,
      @ForAll boolean vanished) {
    List<String> t = texts.stream().map(s -> s.isEmpty() ? null : wellFormed(s)).toList();
    Item.Placement state =
        new Item.Placement(
            t.get(0),
            t.get(1),
            t.get(2),
            t.get(3),
            t.get(4),
            t.get(5),
            t.get(6),
            t.get(7),
            t.get(8),
            t.get(9),
            t.get(10),
            t.get(11),
            t.get(12),
            days.get(0),
            days.get(1),
            days.get(2),
            days.get(3),
            t.get(13),
            5L * days.get(4),
            7L * days.get(5),
            t.get(14),
            days.get(6),
            linked ? new LinkTokens(t.get(15), t.get(16), t.get(17), t.get(18)) : null);
    List<ResolvedPlacement.Hours> paid = new ArrayList<>();
    List<ResolvedPlacement.Observation> seen = new ArrayList<>();
    for (int i = 0; i < hours.size(); i++) {
      Sightings.Place place = new Sightings.Place(i, 2, 3);
      paid.add(new ResolvedPlacement.Hours(19_000 + i, 19_030 + i, hours.get(i), place));
      seen.add(new ResolvedPlacement.Observation(days.get(i), hours.get(i), i % 2 == 0));
    }
    ResolvedPlacement placement =
        new ResolvedPlacement(
            "a",
            state,
            new Sightings.Place(1, 4096, 77),
            days.get(1),
            days.get(2),
            days.get(3),
            days.get(7),
            finished,
            vanished,
            paid,
            seen);

    assertThat(
            ResolvedCodec.read(
                new ByteReader(ResolvedCodec.toBytes(placement, new byte[] {1, 2}, Origin.RUN)),
                Days.NONE))
        .isEqualTo(placement);
  }
}

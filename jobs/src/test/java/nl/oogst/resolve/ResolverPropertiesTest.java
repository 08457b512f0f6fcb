package nl.oogst.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nl.oogst.model.Days;
import nl.oogst.model.Item;

/** What holds for any deliveries whatever. */
class ResolverPropertiesTest {
  private static final String SEED = "27";
  private static final List<Knowledge.Mode> MODES = List.of(Knowledge.Mode.values());
  private static final int FIRST = Days.of(2023, 1, 1);
  private static final int AS_OF = Days.of(2024, 12, 31);

  /** Random deliveries with random rows of one placement, as parts that can be shuffled. */
  private static final class Chaos {
    private final Random random;
    private final List<Knowledge.Entry> entries = new ArrayList<>();
    private final List<byte[]> parts = new ArrayList<>();
    private int placements;
    private int hours;

    Chaos(long seed) {
      random = new Random(seed);
      int deliveries = 1 + random.nextInt(5);
      for (int d = 0; d < deliveries; d++) {
        Knowledge.Mode mode = MODES.get(random.nextInt(3));
        entries.add(new Knowledge.Entry(d, FIRST + d * 90 + random.nextInt(90), mode));
        int rows = random.nextInt(5);
        for (int line = 2; line < 2 + rows; line++) {
          row(new Sightings.Place(d, d * 2 + random.nextInt(2), line), mode);
        }
      }
    }

    private void row(Sightings.Place place, Knowledge.Mode mode) {
      ByteWriter out = new ByteWriter();
      Sightings.file(out, place.delivery(), place.file());
      int kind = random.nextInt(5);
      if (kind < 2 && mode != Knowledge.Mode.NONE) {
        PlacementOf placement = PlacementOf.id("p").hours(String.valueOf(random.nextInt(3)));
        if (random.nextInt(3) == 0) {
          placement.to(Days.date(FIRST + random.nextInt(600)).toString());
        }
        Sightings.write(out, place.line(), placement.item());
        placements++;
      } else if (kind == 2 && mode != Knowledge.Mode.NONE) {
        Sightings.writeUnusable(out, place.line());
      } else {
        int start = FIRST + random.nextInt(3) * 30;
        Sightings.write(out, place.line(), new Item.PaidHours("p", start, start + 29, 5));
        hours++;
      }
      parts.add(out.toBytes());
    }

    Resolution resolve(List<byte[]> inOrder) {
      Sightings sightings = new Sightings();
      inOrder.forEach(sightings::add);
      return PlacementResolver.resolve(
          "a", sightings, new Knowledge(entries), Deliveries.CHANGES, AS_OF);
    }
  }

  private static long count(Resolution resolution, String entity, Resolution.State state) {
    return resolution.rows().stream()
        .filter(row -> row.entity().equals(entity) && (state == null || row.state() == state))
        .count();
  }

  @Property(tries = 500, seed = SEED)
  void everyRowEndsInExactlyOneState(@ForAll long seed) {
    Chaos chaos = new Chaos(seed);
    Resolution resolution = chaos.resolve(chaos.parts);

    assertThat(count(resolution, "placement", null)).isEqualTo(chaos.placements);
    assertThat(count(resolution, "paid_hours", null)).isEqualTo(chaos.hours);
    assertThat(count(resolution, "placement", Resolution.State.ACCEPTED))
        .isEqualTo(resolution.placement() == null ? 0 : 1);
    assertThat(count(resolution, "paid_hours", Resolution.State.ACCEPTED))
        .isEqualTo(resolution.hours().size());
  }

  @Property(tries = 500, seed = SEED)
  void theOrderInWhichRowsArriveChangesNothing(@ForAll long seed) {
    Chaos chaos = new Chaos(seed);
    List<byte[]> shuffled = new ArrayList<>(chaos.parts);
    Collections.shuffle(shuffled, new Random(~seed));

    assertThat(chaos.resolve(shuffled)).isEqualTo(chaos.resolve(chaos.parts));
  }

  @Property(tries = 500, seed = SEED)
  void knowledgeNeverGoesBeyondWhatWasDelivered(@ForAll long seed) {
    Chaos chaos = new Chaos(seed);
    ResolvedPlacement placement = chaos.resolve(chaos.parts).placement();
    if (placement != null) {
      int newest = chaos.entries.stream().mapToInt(Knowledge.Entry::peildatum).max().orElseThrow();
      assertThat(placement.knownUntil()).isLessThanOrEqualTo(newest);
      assertThat(placement.knownActiveUntil()).isLessThanOrEqualTo(placement.knownUntil());
      assertThat(placement.knownActiveUntil()).isLessThanOrEqualTo(placement.activeUntil());
      assertThat(placement.finished() && placement.vanished()).isFalse();
    }
  }
}

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
import org.junit.jupiter.api.Test;

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
      return resolve(inOrder, entries);
    }

    Resolution resolve(List<byte[]> inOrder, List<Knowledge.Entry> accepted) {
      Sightings sightings = new Sightings();
      inOrder.forEach(sightings::add);
      return PlacementResolver.resolve(
          "a", sightings, new Knowledge(accepted), Deliveries.CHANGES, AS_OF);
    }

    /** The parts of deliveries from one on, up to another. */
    List<byte[]> parts(int from, int to) {
      return parts.stream().filter(part -> from <= delivery(part) && delivery(part) < to).toList();
    }

    private static int delivery(byte[] part) {
      ByteReader in = new ByteReader(part);
      in.readByte();
      return in.readInt();
    }
  }

  /** All that is told of rows, in an order of its own. */
  private static List<String> told(Resolution.Told... all) {
    List<String> told = new ArrayList<>();
    for (Resolution.Told one : all) {
      one.rows().forEach(row -> told.add(row.toString()));
      one.issues().forEach(issue -> told.add(issue.toString()));
    }
    Collections.sort(told);
    return told;
  }

  @Property(tries = 2000, seed = SEED)
  void goingOnFromWhatEarlierDeliveriesCameToGivesWhatAllTogetherGive(@ForAll long seed) {
    Chaos chaos = new Chaos(seed);
    int all = chaos.entries.size();
    // a refused delivery among them is not accepted, now or then
    int refused = new Random(seed).nextInt(2 * all);
    List<Knowledge.Entry> accepted =
        chaos.entries.stream().filter(entry -> entry.delivery() != refused).toList();
    Resolution atOnce = chaos.resolve(chaos.parts, accepted);

    // a run may count its deliveries and files from elsewhere than the next one
    Origin then = Origin.RUN;
    List<byte[]> before = List.of();
    List<Resolution.Told> settled = new ArrayList<>();
    Resolution last = null;
    for (int d = 0; d < all; d++) {
      List<byte[]> seen = new ArrayList<>(before);
      seen.addAll(chaos.parts(d, d + 1));
      Collections.shuffle(seen, new Random(seed + d));
      int now = d;
      last =
          chaos.resolve(seen, accepted.stream().filter(entry -> entry.delivery() <= now).toList());
      settled.add(last.settled());
      before =
          List.of(
              last.placement() == null
                  ? Sightings.waiting(last.waiting().toBytes(then), then)
                  : Sightings.resolved(last.toBytes(then), then));
    }

    assertThat(last.placement()).isEqualTo(atOnce.placement());
    assertThat(last.hours()).isEqualTo(atOnce.hours());
    assertThat(last.history()).isEqualTo(atOnce.history());
    settled.add(last.open());
    assertThat(told(settled.toArray(new Resolution.Told[0])))
        .isEqualTo(told(atOnce.settled(), atOnce.open()));
  }

  @Test
  void numbersCountFromWhereTheProeftuinBeginsInEachRun() {
    Deliveries deliveries =
        Deliveries.of("a")
            .snapshot("2023-03-31")
            .shows(PlacementOf.id("p").hours("20"))
            .paid("2023-01-01", "2023-01-31", "100")
            .unusableRow()
            .snapshot("2023-06-30")
            .shows(PlacementOf.id("p").hours("24"));
    Resolution first = deliveries.resolve("2023-12-31");
    byte[] bytes = first.toBytes(Origin.RUN);
    Past moved = new Sightings().add(Sightings.resolved(bytes, new Origin(3, 40))).past();

    assertThat(moved.newest().place()).isEqualTo(new Sightings.Place(4, 41, 2));
    assertThat(moved.unusable()).isEqualTo(3);
    assertThat(moved.history()).extracting(Resolution.PastState::delivery).containsExactly(3, 4);
    assertThat(moved.hours())
        .extracting(ResolvedPlacement.Hours::place)
        .containsExactly(new Sightings.Place(3, 40, 3));
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

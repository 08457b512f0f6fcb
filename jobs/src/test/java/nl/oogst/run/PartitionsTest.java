package nl.oogst.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.oogst.model.DeliveredFile;
import nl.oogst.model.Delivery;
import org.junit.jupiter.api.Test;

/** The work is split by what moves, not by what lies there. */
class PartitionsTest {
  private static final long MB = 1L << 20;
  private static final int CORES = 2;

  /** One proeftuin with as many deliveries as there are sizes, a file in each. */
  private static Inbox inbox(long... bytes) {
    List<Delivery> deliveries = new ArrayList<>();
    List<DeliveredFile> files = new ArrayList<>();
    LocalDate first = LocalDate.of(2024, 1, 1);
    for (int i = 0; i < bytes.length; i++) {
      LocalDate date = first.plusMonths(i);
      deliveries.add(new Delivery(i, "tuin", date.toString(), date));
      files.add(new DeliveredFile(i, i, "a.csv", "a.csv", bytes[i], 0, null));
    }
    return new Inbox(
        List.of(), List.of(), deliveries, files, List.of(), LocalDate.of(2026, 1, 1), "");
  }

  @Test
  void littleIsSplitByCores() {
    Partitions few = Partitions.of(inbox(MB, MB), Set.of(), 0, CORES);
    assertThat(few).isEqualTo(new Partitions(CORES, CORES, CORES));
  }

  @Test
  void muchIsSplitByItsBytes() {
    Partitions many = Partitions.of(inbox(2048 * MB, 2048 * MB), Set.of(), 0, CORES);
    assertThat(many).isEqualTo(new Partitions(64, 64, 4 * CORES));
  }

  @Test
  void whatIsKnownCountsAsWhatIsKeptOfIt() {
    Inbox inbox = inbox(2048 * MB, 2048 * MB);
    assertThat(Partitions.of(inbox, Set.of(0), 100 * MB, CORES).shuffle()).isEqualTo(32 + 12);
    assertThat(Partitions.of(inbox, Set.of(0, 1), 200 * MB, CORES).shuffle()).isEqualTo(25);
    assertThat(Partitions.of(inbox, Set.of(0, 1), MB, CORES).shuffle()).isEqualTo(4 * CORES);
  }
}

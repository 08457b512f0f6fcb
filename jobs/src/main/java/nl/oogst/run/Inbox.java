package nl.oogst.run;

import java.time.LocalDate;
import java.util.List;
import nl.oogst.model.DeliveredFile;
import nl.oogst.model.Delivery;
import nl.oogst.model.Item;
import nl.oogst.model.Proeftuin;

/**
 * What lies in the data root, before any delivery is opened.
 *
 * @param register the proeftuinen, in order of id
 * @param practices practices in use according to the register, with their proeftuin
 * @param deliveries dated on or before the as-of date
 * @param files of these deliveries
 * @param refusals deliveries that cannot be taken in at all
 * @param asOf the day up to which deliveries count
 * @param digest SHA-256 of everything above, content included
 */
record Inbox(
    List<Proeftuin> register,
    List<PracticeInUse> practices,
    List<Delivery> deliveries,
    List<DeliveredFile> files,
    List<Refusal> refusals,
    LocalDate asOf,
    String digest) {

  /** A practice that the register says a proeftuin uses. */
  record PracticeInUse(String proeftuin, long line, Item.Practice practice) {}

  long bytes() {
    return files.stream().mapToLong(DeliveredFile::bytes).sum();
  }
}

package nl.oogst.run;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.oogst.model.DeliveredFile;
import nl.oogst.model.Delivery;
import nl.oogst.model.Item;
import nl.oogst.model.Proeftuin;
import nl.oogst.resolve.Origin;

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

  /** Where the numbers of each proeftuin begin; all of its own follow one another. */
  Map<String, Origin> origins() {
    Map<String, Integer> first = new HashMap<>();
    deliveries.forEach(delivery -> first.putIfAbsent(delivery.proeftuin(), delivery.index()));
    Map<String, Integer> firstFile = new HashMap<>();
    for (DeliveredFile file : files) {
      firstFile.putIfAbsent(deliveries.get(file.delivery()).proeftuin(), file.index());
    }
    Map<String, Origin> origins = new HashMap<>();
    first.forEach(
        (proeftuin, delivery) ->
            origins.put(
                proeftuin,
                new Origin(delivery, Names.number(firstFile.getOrDefault(proeftuin, 0), 0))));
    return origins;
  }

  long bytes() {
    return files.stream().mapToLong(DeliveredFile::bytes).sum();
  }
}

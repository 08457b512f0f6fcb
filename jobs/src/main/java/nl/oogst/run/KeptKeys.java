package nl.oogst.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.oogst.model.DeliveredFile;
import nl.oogst.model.Delivery;
import nl.oogst.resolve.Origin;

/**
 * What the outcome of each proeftuin depends on, as a name for it: its deliveries with the SHA-256
 * of their files, its profile, fields, code lists and rules, the link key, the program. Also of its
 * first deliveries alone, which is the name that they had before the next one came.
 */
final class KeptKeys {
  private static final String FORM = "3";

  /** What is said of each delivery, by proeftuin and in their order. */
  private final Map<String, List<StringBuilder>> deliveries = new TreeMap<>();

  private final String common;

  KeptKeys(Settings settings, Inbox inbox, Map<String, Origin> origins, Kept kept) {
    for (Delivery delivery : inbox.deliveries()) {
      deliveries
          .computeIfAbsent(delivery.proeftuin(), p -> new ArrayList<>())
          .add(new StringBuilder("delivery ").append(delivery.folder()));
    }
    for (Refusal refusal : inbox.refusals()) {
      of(inbox, origins, refusal.delivery()).append("\nrefused ").append(refusal.code());
    }
    for (DeliveredFile file : inbox.files()) {
      Delivery delivery = inbox.deliveries().get(file.delivery());
      int own = file.index() - origins.get(delivery.proeftuin()).file() / Names.INNER_FILES;
      String content = file.sha256() == null ? "unreadable" : kept.key(delivery, file);
      of(inbox, origins, file.delivery()).append("\nfile ").append(own).append(' ').append(content);
    }
    this.common =
        Digests.of(
            FORM,
            Digests.ofFolder(settings.schemas().resolve("datasets")),
            deliveries.size() > 1 ? "one of several" : "alone"); // which asks for links
  }

  private StringBuilder of(Inbox inbox, Map<String, Origin> origins, int delivery) {
    String proeftuin = inbox.deliveries().get(delivery).proeftuin();
    return deliveries.get(proeftuin).get(delivery - origins.get(proeftuin).delivery());
  }

  /** The proeftuinen. */
  SortedSet<String> proeftuinen() {
    return new TreeSet<>(deliveries.keySet());
  }

  /** How many deliveries there are of a proeftuin. */
  int deliveries(String proeftuin) {
    return deliveries.get(proeftuin).size();
  }

  /** The name of all that a proeftuin delivered. */
  String key(String proeftuin) {
    return key(proeftuin, deliveries(proeftuin));
  }

  /** The name of its first deliveries. */
  String key(String proeftuin, int first) {
    List<String> what = new ArrayList<>(List.of(proeftuin, common));
    deliveries.get(proeftuin).subList(0, first).forEach(one -> what.add(one.toString()));
    return Digests.of(what.toArray(String[]::new));
  }
}

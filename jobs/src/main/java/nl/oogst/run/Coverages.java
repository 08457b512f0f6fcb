package nl.oogst.run;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.oogst.measure.Frame;
import nl.oogst.model.Delivery;
import nl.oogst.model.Period;
import nl.oogst.model.Proeftuin;

/** How many of the running proeftuinen have delivered for each period. */
final class Coverages {
  private Coverages() {}

  static Map<Period, Frame.Coverage> of(
      List<Period> periods,
      List<Proeftuin> register,
      List<Delivery> deliveries,
      Set<Integer> refused) {
    Map<String, LocalDate> newest = new HashMap<>();
    for (Delivery delivery : deliveries) {
      if (!refused.contains(delivery.index())) {
        newest.merge(delivery.proeftuin(), delivery.date(), (a, b) -> a.isAfter(b) ? a : b);
      }
    }
    Map<Period, Frame.Coverage> coverage = new TreeMap<>();
    for (Period period : periods) {
      int running = 0;
      int delivered = 0;
      for (Proeftuin proeftuin : register) {
        if (proeftuin.runsIn(period)) {
          running++;
          LocalDate last = newest.get(proeftuin.id());
          delivered += last != null && !last.isBefore(period.end()) ? 1 : 0;
        }
      }
      coverage.put(period, new Frame.Coverage(running, delivered));
    }
    return coverage;
  }
}

package nl.oogst.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.oogst.model.Delivery;
import nl.oogst.model.Proeftuin;
import nl.oogst.report.Delivered;
import nl.oogst.report.Feedback;
import nl.oogst.report.IssueTally;

/**
 * What reading and resolving found, whichever way it was done.
 *
 * @param tally all issues of all deliveries
 */
record Findings(Intake intake, Ledger ledger, IssueTally tally) {

  /** What is to be told to each proeftuin, in order of id. */
  List<Feedback> feedback(Inbox inbox, Definitions definitions) {
    Map<String, String> names = new HashMap<>();
    for (Proeftuin proeftuin : inbox.register()) {
      names.put(proeftuin.id(), proeftuin.name());
    }
    Map<String, List<Delivered>> deliveries = new TreeMap<>();
    for (Delivery delivery : inbox.deliveries()) {
      deliveries
          .computeIfAbsent(delivery.proeftuin(), p -> new ArrayList<>())
          .add(delivered(delivery, definitions.tolerance(delivery.proeftuin())));
    }
    List<Feedback> all = new ArrayList<>();
    deliveries.forEach((id, its) -> all.add(new Feedback(id, names.getOrDefault(id, id), its)));
    return all;
  }

  private Delivered delivered(Delivery delivery, double tolerance) {
    return new Delivered(
        delivery.folder(),
        delivery.date().equals(LocalDate.MIN) ? null : delivery.date(),
        intake.refused().contains(delivery.index()),
        ledger.totals(delivery.index()),
        ledger.quarantined(delivery.index()).share() > tolerance,
        tally.of(delivery.index()));
  }
}

package nl.oogst.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.oogst.model.Days;
import nl.oogst.model.Delivery;
import nl.oogst.resolve.Knowledge;

/** What reading all files came to: which deliveries are refused, and what the others tell. */
final class Intake {
  private final Inbox inbox;
  private final List<FileReport> reports;
  private final Set<Integer> refused = new HashSet<>();
  private final List<Refusal> refusals = new ArrayList<>();
  private final Names names;

  /**
   * @param reports of all files of the inbox, in any order
   */
  Intake(Inbox inbox, List<FileReport> reports) {
    this.inbox = inbox;
    this.reports = reports.stream().sorted(Comparator.comparingInt(FileReport::file)).toList();
    inbox.refusals().forEach(this::refuse);
    this.reports.forEach(report -> report.refusals().forEach(this::refuse));
    this.names = new Names(new ArrayList<>(inbox.deliveries()), inbox.origins(), this.reports);
  }

  private void refuse(Refusal refusal) {
    refused.add(refusal.delivery());
    refusals.add(refusal);
  }

  List<FileReport> reports() {
    return reports;
  }

  /** The numbers of the deliveries that are refused; a set of its own, which may travel. */
  Set<Integer> refused() {
    return new HashSet<>(refused);
  }

  List<Refusal> refusals() {
    return refusals;
  }

  Names names() {
    return names;
  }

  /** What the accepted deliveries of each proeftuin say about placements. */
  Map<String, Knowledge> knowledge() {
    Map<Integer, Knowledge.Mode> modes = new HashMap<>();
    Map<Integer, Integer> reference = new HashMap<>();
    for (FileReport report : reports) {
      modes.merge(
          report.delivery(), report.placements(), (a, b) -> a == Knowledge.Mode.NONE ? b : a);
      reference.merge(report.delivery(), report.newestReferenceDate(), Math::max);
    }
    Map<String, List<Knowledge.Entry>> entries = new TreeMap<>();
    for (Delivery delivery : inbox.deliveries()) {
      if (!refused.contains(delivery.index())) {
        int own = reference.getOrDefault(delivery.index(), Days.NONE);
        entries
            .computeIfAbsent(delivery.proeftuin(), p -> new ArrayList<>())
            .add(
                new Knowledge.Entry(
                    delivery.index(),
                    own == Days.NONE ? Days.of(delivery.date()) : own,
                    modes.getOrDefault(delivery.index(), Knowledge.Mode.NONE)));
      }
    }
    Map<String, Knowledge> knowledge = new HashMap<>();
    entries.forEach((proeftuin, its) -> knowledge.put(proeftuin, new Knowledge(its)));
    return knowledge;
  }
}

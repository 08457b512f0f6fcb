package nl.oogst.run;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.oogst.model.Item;
import nl.oogst.resolve.ChangeRules;
import nl.oogst.resolve.Knowledge;
import nl.oogst.resolve.Resolution;
import nl.oogst.resolve.ResolvedPlacement;
import nl.oogst.resolve.SmallItems;
import nl.oogst.resolve.StatementTally;

/** The tallies of all proeftuinen that state anything. */
final class StatementTallies implements Serializable {
  private static final long serialVersionUID = 1L;

  private final TreeMap<String, StatementTally> byProeftuin = new TreeMap<>();

  /**
   * Tallies without placements.
   *
   * @param items accepted small items of any kind
   */
  StatementTallies(List<SmallItems.Seen> items, Names names, Map<String, Knowledge> knowledge) {
    Map<String, List<SmallItems.Seen>> stated = new TreeMap<>();
    for (SmallItems.Seen seen : items) {
      if (seen.item() instanceof Item.Statement) {
        String proeftuin = names.delivery(seen.place().delivery()).proeftuin();
        stated.computeIfAbsent(proeftuin, p -> new ArrayList<>()).add(seen);
      }
    }
    stated.forEach(
        (proeftuin, its) -> {
          its.sort(Comparator.comparing(SmallItems.Seen::place));
          byProeftuin.put(proeftuin, new StatementTally(its, knowledge.get(proeftuin).newest()));
        });
  }

  Set<String> proeftuinen() {
    return byProeftuin.keySet();
  }

  /** Adds all placements of one person number. */
  void add(String proeftuin, List<ResolvedPlacement> placements) {
    byProeftuin.get(proeftuin).add(placements);
  }

  /** Adds what another part counted for the same statements. */
  void merge(StatementTallies other) {
    byProeftuin.forEach((proeftuin, tally) -> tally.merge(other.byProeftuin.get(proeftuin)));
  }

  /** The statements that differ from the placements, in order of proeftuin and place. */
  List<Resolution.PlacedIssue> issues(ChangeRules rules) {
    List<Resolution.PlacedIssue> issues = new ArrayList<>();
    byProeftuin.values().forEach(tally -> issues.addAll(tally.issues(rules)));
    return issues;
  }
}

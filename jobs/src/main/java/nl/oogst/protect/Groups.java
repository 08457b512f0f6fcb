package nl.oogst.protect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.oogst.protect.GateReport.Group;

/**
 * Groups of which the figures show that everyone is in one category: whoever knows that somebody
 * belongs to the group then knows the category. Counts of zero can be known from a breakdown that
 * lacks a value as well as from bounds.
 */
final class Groups {
  private Groups() {}

  static List<Group> inOneCategory(
      List<Attack.Placed> tables, LinearSystem system, DisclosureRules rules) {
    List<Group> found = new ArrayList<>();
    for (Attack.Placed placed : tables) {
      for (String column : rules.sensitive()) {
        boolean has =
            placed.table().schema().columns().stream().anyMatch(c -> c.name().equals(column));
        if (has) {
          found.addAll(in(placed, system, column));
        }
      }
    }
    return found;
  }

  private static List<Group> in(Attack.Placed placed, LinearSystem system, String column) {
    TableCells table = placed.table();
    Map<Long, Set<Object>> values = new HashMap<>();
    Map<Long, Integer> somebody = new HashMap<>();
    int at = table.schema().indexOf(column);
    for (int row = 0; row < table.rows(); row++) {
      Object value = table.published(row)[at];
      if (value == null) {
        continue;
      }
      long group = table.cellBut(row, at);
      for (int unknown : placed.unknowns()[row]) {
        if (unknown >= 0 && system.high(unknown) > 0) {
          values.computeIfAbsent(group, g -> new HashSet<>()).add(value);
          if (system.low(unknown) > 0) {
            somebody.putIfAbsent(group, row);
          }
        }
      }
    }
    return somebody.entrySet().stream()
        .filter(entry -> values.get(entry.getKey()).size() == 1)
        .map(Map.Entry::getValue)
        .sorted()
        .map(
            row ->
                new Group(
                    table.schema().name(), table.breakdown(row), table.wordsBut(row, at), column))
        .toList();
  }
}

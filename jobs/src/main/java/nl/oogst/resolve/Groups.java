package nl.oogst.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Connected groups of names; each group is called after its first name in text order. */
final class Groups {
  private final Map<String, String> parents = new HashMap<>();

  void join(String a, String b) {
    String rootA = root(a);
    String rootB = root(b);
    if (rootA.compareTo(rootB) < 0) {
      parents.put(rootB, rootA);
    } else if (!rootA.equals(rootB)) {
      parents.put(rootA, rootB);
    }
  }

  /** The name of the group; the name itself when nothing was joined to it. */
  String root(String name) {
    String parent = parents.getOrDefault(name, name);
    while (!parent.equals(parents.getOrDefault(parent, parent))) {
      parent = parents.get(parent);
    }
    if (!parent.equals(name)) {
      parents.put(name, parent);
    }
    return parent;
  }

  /** All groups of two and more, with their members in text order. */
  Map<String, List<String>> all() {
    Map<String, List<String>> groups = new TreeMap<>();
    List<String> names = new ArrayList<>(parents.keySet());
    for (String name : names) {
      groups.computeIfAbsent(root(name), r -> new ArrayList<>()).add(name);
    }
    groups.forEach(
        (root, members) -> {
          members.add(root);
          List<String> sorted = members.stream().distinct().sorted().toList();
          members.clear();
          members.addAll(sorted);
        });
    return groups;
  }
}

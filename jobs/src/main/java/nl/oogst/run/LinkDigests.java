package nl.oogst.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.oogst.resolve.Identities;

/**
 * What the rows of the placements of each proeftuin take from other proeftuinen: the names of jobs
 * and persons that are linked, and the number of records of a job. As long as that is the same, the
 * rows are.
 */
final class LinkDigests {
  private static final String NOTHING = Digests.of();

  private final Map<String, String> byProeftuin = new HashMap<>();

  LinkDigests(Identities identities) {
    Map<String, List<String>> taken = new HashMap<>();
    identities
        .jobs()
        .forEach((record, job) -> add(taken, record, job.id() + Output.PART + job.records()));
    identities.persons().forEach((number, person) -> add(taken, number, person));
    digest(taken, byProeftuin);
  }

  private static void digest(Map<String, List<String>> all, Map<String, String> digests) {
    all.forEach(
        (proeftuin, lines) -> {
          Collections.sort(lines);
          digests.put(proeftuin, Digests.of(lines.toArray(String[]::new)));
        });
  }

  private static void add(Map<String, List<String>> taken, String own, String name) {
    if (!name.equals(own)) {
      line(taken, own, name);
    }
  }

  private static void line(Map<String, List<String>> lines, String own, String name) {
    // jobs and persons are called after their proeftuin, which has no slash in its name
    String proeftuin = own.substring(0, own.indexOf('/'));
    lines.computeIfAbsent(proeftuin, p -> new ArrayList<>()).add(own + Output.PART + name);
  }

  /** A name for what is taken by one. */
  String of(String proeftuin) {
    return byProeftuin.getOrDefault(proeftuin, NOTHING);
  }
}

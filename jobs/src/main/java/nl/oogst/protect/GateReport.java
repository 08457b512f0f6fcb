package nl.oogst.protect;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the gate tried and what it found. Names cells, never a value of one.
 *
 * @param earlier the earlier releases that took part
 * @param figures exact figures about persons that an attacker is after, and changes of them
 * @param relations how many relations between them, by kind
 * @param looks how often a relation was used to tighten bounds
 * @param programs linear programs solved where bounds came near
 * @param possible counts of 1 to 4 by how many values they can still have; the last stands for 9
 *     and more
 * @param leaks what can be known exactly
 * @param coarsened what was left out so that nothing leaks
 * @param groups groups of which everyone is in one category
 */
public record GateReport(
    List<String> earlier,
    long figures,
    SortedMap<String, Integer> relations,
    long looks,
    long programs,
    List<Long> possible,
    List<Leak> leaks,
    List<Block> coarsened,
    List<Group> groups) {

  /** The file in the restricted zone of a release. */
  public static final String FILE = "restricted/disclosure_audit.json";

  /**
   * A figure that an attacker can know exactly.
   *
   * @param what count, change, amount or contradiction
   * @param cell what the figure is about, as column=value
   */
  public record Leak(
      String what, String dataSet, String measure, String period, String breakdown, String cell) {
    /** For the one who runs the program: what is known, and what to do. */
    public String text() {
      String where =
          "%s %s in %s, %s: ".formatted(dataSet, measure, period, cell.isEmpty() ? "total" : cell);
      return where
          + switch (what) {
            case "contradiction" -> "the published figure does not belong to the exact one";
            case "change" -> "a change can be worked out exactly from the published figures";
            case "count" -> "a count can be worked out exactly from the published figures";
            default -> "an amount can be worked out closely from the published figures";
          };
    }
  }

  /** All rows of a breakdown in a period, of which one measure is left out. */
  public record Block(String dataSet, String measure, String breakdown, String period)
      implements Comparable<Block> {
    @Override
    public int compareTo(Block other) {
      return toString().compareTo(other.toString());
    }
  }

  /** A group of which the published figures show that everyone has the same value. */
  public record Group(String dataSet, String breakdown, String cell, String column) {}

  public GateReport {
    earlier = List.copyOf(earlier);
    relations = new TreeMap<>(relations);
    possible = List.copyOf(possible);
    leaks = List.copyOf(leaks);
    coarsened = List.copyOf(coarsened);
    groups = List.copyOf(groups);
  }

  public boolean clean() {
    return leaks.isEmpty();
  }

  /** The breakdowns that would have to be coarser, with their data set. */
  public List<String> remedies() {
    return leaks.stream()
        .map(leak -> leak.breakdown() + " of " + leak.dataSet())
        .distinct()
        .sorted()
        .toList();
  }

  /** The bytes of the file: indented, keys in a fixed order, LF. */
  public byte[] toJson() {
    ObjectNode root = new ObjectMapper().createObjectNode();
    ObjectNode tried = root.putObject("tried");
    earlier.forEach(tried.putArray("earlier_releases")::add);
    tried.put("figures", figures);
    ObjectNode kinds = tried.putObject("relations");
    relations.forEach(kinds::put);
    tried.put("relations_looked_at", looks);
    tried.put("linear_programs", programs);
    ObjectNode values = tried.putObject("counts_of_1_to_4_by_possible_values");
    for (int i = 0; i < possible.size(); i++) {
      values.put(i + 1 + (i + 1 == possible.size() ? " or more" : ""), possible.get(i));
    }
    var mapper = new ObjectMapper();
    var found = root.putObject("found");
    leaks.forEach(found.putArray("leaks")::addPOJO);
    coarsened.forEach(found.putArray("coarsened")::addPOJO);
    groups.forEach(found.putArray("groups_in_one_category")::addPOJO);
    String text = mapper.valueToTree(root).toPrettyString().replace("\r\n", "\n") + "\n";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The blocks that the report of an earlier release says were left out. */
  public static List<Block> coarsenedIn(byte[] json) throws java.io.IOException {
    List<Block> blocks = new ArrayList<>();
    for (var node : new ObjectMapper().readTree(json).path("found").path("coarsened")) {
      blocks.add(
          new Block(
              node.path("dataSet").asText(),
              node.path("measure").asText(),
              node.path("breakdown").asText(),
              node.path("period").asText()));
    }
    return blocks;
  }
}

package nl.oogst.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.oogst.model.Days;

/** Placements that are laid beside each other; a test adds them and asks what was linked. */
abstract class LinkingCases {
  static final String AS_OF = "2024-03-31";
  static final Linking.Limits LIMITS = new Linking.Limits(6, 0.01);

  final List<ResolvedPlacement> placements = new ArrayList<>();

  LinkingCases with(String proeftuin, PlacementOf placement) {
    placements.add(placement.seen(proeftuin, AS_OF, AS_OF));
    return this;
  }

  static PlacementOf at(String id, String token) {
    return PlacementOf.id(id).employerKvk("12345678").link(token, "sound " + token, null);
  }

  Identities link() {
    Map<String, List<byte[]>> keyed = new TreeMap<>();
    Map<String, ContractMarks> marks = new TreeMap<>();
    for (ResolvedPlacement placement : placements) {
      LinkBlock.keys(
          placement,
          true,
          (key, job) -> {
            marks.computeIfAbsent(placement.proeftuin(), p -> new ContractMarks()).add(key);
            keyed.computeIfAbsent(key, k -> new ArrayList<>()).add(job);
          });
    }
    keyed.keySet().removeIf(key -> !ContractMarks.shared(marks.values()).mayTell(key));
    List<LinkBlock> blocks = new ArrayList<>();
    keyed.forEach(
        (key, jobs) -> {
          LinkBlock block = LinkBlock.of(key, LinkBlock.packed(jobs), Days.NONE);
          if (block.tells()) {
            blocks.add(block);
          }
        });
    long linked = placements.stream().filter(p -> p.state().link() != null).count();
    return Linking.link(blocks, linked, LIMITS);
  }

  private static String text(Link link) {
    return link.rule() + " " + link.tokenKind() + " " + link.jobA() + " " + link.jobB();
  }

  List<String> links() {
    return link().links().stream().map(LinkingCases::text).toList();
  }

  static PlacementOf contract(String id) {
    return PlacementOf.id(id).contract("F-1", "Schoon Werk B.V.").hours("24");
  }
}

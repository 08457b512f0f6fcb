package nl.oogst.resolve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.oogst.resolve.LinkBlock.Member;

/**
 * Finds the records of one job and of one person in different proeftuinen (contract, section 5 rule
 * 4; linking by keyed tokens after the methods page, section 6).
 */
public final class Linking {
  /**
   * The limits of linking.
   *
   * @param maxPersons a group of more person numbers is not merged but reported
   * @param maxShare a token that more than this share of the jobs carry does not count
   */
  public record Limits(int maxPersons, double maxShare) {}

  private final Limits limits;
  private final long jobsWithLink;
  private final Map<String, Link> pairs = new TreeMap<>();
  private final Map<String, Set<String>> births = new HashMap<>();
  private final Groups samePerson = new Groups();
  private final Groups possiblySame = new Groups();

  /** Nobody is anybody else. */
  public static final Identities NOTHING =
      new Identities(Map.of(), Map.of(), Map.of(), List.of(), List.of());

  private Linking(Limits limits, long jobsWithLink) {
    this.limits = limits;
    this.jobsWithLink = jobsWithLink;
  }

  /**
   * Links jobs and persons.
   *
   * @param blocks all blocks that can say anything, in any order
   * @param jobsWithLink the number of jobs that carry tokens
   */
  public static Identities link(List<LinkBlock> blocks, long jobsWithLink, Limits limits) {
    return new Linking(limits, jobsWithLink).link(blocks);
  }

  private Identities link(List<LinkBlock> blocks) {
    for (LinkBlock block : blocks) {
      if (block.kind() != LinkBlock.Kind.CONTRACT && !common(block)) {
        byPerson(block);
      }
    }
    Set<String> joinedByPerson = new HashSet<>();
    pairs.values().forEach(link -> joined(joinedByPerson, link));
    for (LinkBlock block : blocks) {
      if (block.kind() == LinkBlock.Kind.CONTRACT) {
        byContract(block, joinedByPerson);
      }
    }
    return identities(blocks);
  }

  private boolean common(LinkBlock block) {
    int size = block.members().size();
    return size > limits.maxPersons() && size > limits.maxShare() * jobsWithLink;
  }

  private void byPerson(LinkBlock block) {
    List<Member> members =
        block.members().stream()
            .sorted(Comparator.comparing(Member::job).thenComparing(Member::swapped))
            .toList();
    for (int i = 0; i < members.size(); i++) {
      for (int j = i + 1; j < members.size(); j++) {
        pairByPerson(block.kind(), members.get(i), members.get(j));
      }
    }
  }

  private void pairByPerson(LinkBlock.Kind kind, Member a, Member b) {
    if (a.swapped() && b.swapped()) {
      return;
    }
    boolean exact = kind == LinkBlock.Kind.PERSON && !a.swapped() && !b.swapped();
    String nodeA = LinkBlock.node(a.job());
    String nodeB = LinkBlock.node(b.job());
    possiblySame.join(nodeA, nodeB);
    if (exact) {
      born(nodeA, a.job());
      born(nodeB, b.job());
      samePerson.join(nodeA, nodeB);
    }
    boolean sameWork =
        a.job().employer() != null
            && a.job().employer().equals(b.job().employer())
            && a.job().overlaps(b.job());
    if (sameWork && !a.job().proeftuin().equals(b.job().proeftuin())) {
      add("a", a.job(), b.job(), exact ? "A" : kind == LinkBlock.Kind.SOUND ? "B" : "C");
    }
  }

  private void born(String node, LinkCandidate job) {
    if (job.link().birth() != null) {
      births.computeIfAbsent(node, n -> new TreeSet<>()).add(job.link().birth());
    }
  }

  private void add(String rule, LinkCandidate a, LinkCandidate b, String kind) {
    LinkCandidate first = a.compareTo(b) < 0 ? a : b;
    LinkCandidate second = first.equals(a) ? b : a;
    Link link =
        new Link(
            rule,
            first.proeftuin(),
            first.placementId(),
            second.proeftuin(),
            second.placementId(),
            kind);
    pairs.merge(
        link.jobA() + "\u001f" + link.jobB(),
        link,
        (x, y) ->
            Comparator.comparing(Link::rule).thenComparing(Linking::kind).compare(x, y) <= 0
                ? x
                : y);
  }

  private static String kind(Link link) {
    return link.tokenKind() == null ? "" : link.tokenKind();
  }

  private static void joined(Set<String> joined, Link link) {
    joined.add(link.jobA() + "\u001f" + link.proeftuinB());
    joined.add(link.jobB() + "\u001f" + link.proeftuinA());
  }

  /** One to one between each two proeftuinen, in order of placement. */
  private void byContract(LinkBlock block, Set<String> joinedByPerson) {
    Map<String, List<LinkCandidate>> byProeftuin =
        block.members().stream()
            .map(Member::job)
            .sorted()
            .collect(
                Collectors.groupingBy(LinkCandidate::proeftuin, TreeMap::new, Collectors.toList()));
    List<String> proeftuinen = List.copyOf(byProeftuin.keySet());
    for (int i = 0; i < proeftuinen.size(); i++) {
      for (int j = i + 1; j < proeftuinen.size(); j++) {
        List<LinkCandidate> left = free(byProeftuin, proeftuinen, i, j, joinedByPerson);
        List<LinkCandidate> right = free(byProeftuin, proeftuinen, j, i, joinedByPerson);
        pairInOrder(left, new ArrayList<>(right));
      }
    }
  }

  private static List<LinkCandidate> free(
      Map<String, List<LinkCandidate>> byProeftuin,
      List<String> proeftuinen,
      int own,
      int other,
      Set<String> joinedByPerson) {
    return byProeftuin.get(proeftuinen.get(own)).stream()
        .filter(
            job ->
                !joinedByPerson.contains(
                    Link.job(job.proeftuin(), job.placementId())
                        + "\u001f"
                        + proeftuinen.get(other)))
        .toList();
  }

  private void pairInOrder(List<LinkCandidate> left, List<LinkCandidate> right) {
    for (LinkCandidate job : left) {
      for (int i = 0; i < right.size(); i++) {
        if (!job.hasLink() || !right.get(i).hasLink()) {
          add("b", job, right.remove(i), null);
          break;
        }
      }
    }
  }

  private Identities identities(List<LinkBlock> blocks) {
    Groups jobs = new Groups();
    pairs.values().forEach(link -> jobs.join(link.jobA(), link.jobB()));
    Map<String, Identities.Job> jobOf = new HashMap<>();
    jobs.all()
        .forEach(
            (id, records) ->
                records.forEach(r -> jobOf.put(r, new Identities.Job(id, records.size()))));

    List<String> doubtful = new ArrayList<>();
    Groups persons = new Groups();
    samePerson
        .all()
        .forEach(
            (id, members) -> {
              if (contradicts(members)) {
                doubtful.addAll(members);
              } else {
                members.forEach(member -> persons.join(id, member));
              }
            });
    personsOfOneJob(blocks, jobOf, persons);
    Map<String, String> personOf = new HashMap<>();
    persons
        .all()
        .forEach(
            (id, members) ->
                members.forEach(
                    member -> {
                      personOf.put(member, id);
                      possiblySame.join(id, member);
                    }));
    Map<String, String> possible = new HashMap<>();
    possiblySame.all().forEach((id, members) -> members.forEach(m -> possible.put(m, id)));
    return new Identities(jobOf, personOf, possible, List.copyOf(pairs.values()), doubtful);
  }

  private boolean contradicts(List<String> members) {
    Set<String> dates = new HashSet<>();
    members.forEach(member -> dates.addAll(births.getOrDefault(member, Set.of())));
    return members.size() > limits.maxPersons() || dates.size() > 1;
  }

  private static void personsOfOneJob(
      List<LinkBlock> blocks, Map<String, Identities.Job> jobOf, Groups persons) {
    Map<String, String> personOfJob = new HashMap<>();
    for (LinkBlock block : blocks) {
      for (Member member : block.members()) {
        LinkCandidate job = member.job();
        Identities.Job linked = jobOf.get(Link.job(job.proeftuin(), job.placementId()));
        if (linked != null) {
          String node = LinkBlock.node(job);
          String first = personOfJob.putIfAbsent(linked.id(), node);
          if (first != null) {
            persons.join(first, node);
          }
        }
      }
    }
  }
}

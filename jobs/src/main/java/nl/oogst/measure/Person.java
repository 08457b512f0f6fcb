package nl.oogst.measure;

import java.util.Comparator;
import java.util.List;

/**
 * A person with everything known of their placements.
 *
 * @param id the person across proeftuinen
 * @param recordKey the person's record key, from which cell keys are summed
 * @param engagements in order of proeftuin and placement
 * @param inOnePlace whether all engagements belong to the same slices, so that what the person adds
 *     to one of them is added to all
 */
public record Person(String id, long recordKey, List<Engagement> engagements, boolean inOnePlace) {

  public Person(String id, long recordKey, List<Engagement> engagements) {
    this(id, recordKey, inOrder(engagements), alike(engagements));
  }

  private static List<Engagement> inOrder(List<Engagement> engagements) {
    return engagements.stream()
        .sorted(
            Comparator.comparing((Engagement e) -> e.placement().proeftuin())
                .thenComparing(e -> e.state().placementId()))
        .toList();
  }

  private static boolean alike(List<Engagement> engagements) {
    return engagements.stream().skip(1).allMatch(other -> other.alike(engagements.get(0)));
  }

  List<Engagement> jobs() {
    return engagements.stream().filter(Engagement::isJob).toList();
  }
}

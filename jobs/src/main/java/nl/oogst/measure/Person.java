package nl.oogst.measure;

import java.util.Comparator;
import java.util.List;

/**
 * A person with everything known of their placements.
 *
 * @param id the person across proeftuinen
 * @param recordKey the person's record key, from which cell keys are summed
 * @param engagements in order of proeftuin and placement
 */
public record Person(String id, long recordKey, List<Engagement> engagements) {
  public Person {
    engagements =
        engagements.stream()
            .sorted(
                Comparator.comparing((Engagement e) -> e.placement().proeftuin())
                    .thenComparing(e -> e.state().placementId()))
            .toList();
  }

  List<Engagement> jobs() {
    return engagements.stream().filter(Engagement::isJob).toList();
  }
}

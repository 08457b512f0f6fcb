package nl.oogst.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.oogst.model.Days;

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

  private static final Comparator<Engagement> ORDER =
      Comparator.comparing((Engagement e) -> e.placement().proeftuin())
          .thenComparing(e -> e.state().placementId());

  public Person(String id, long recordKey, List<Engagement> engagements) {
    this(id, recordKey, inOrder(engagements), alike(engagements));
  }

  private static List<Engagement> inOrder(List<Engagement> engagements) {
    List<Engagement> sorted = new ArrayList<>(engagements);
    sorted.sort(ORDER);
    return List.copyOf(sorted);
  }

  private static boolean alike(List<Engagement> engagements) {
    for (int i = 1; i < engagements.size(); i++) {
      if (!engagements.get(i).alike(engagements.get(0))) {
        return false;
      }
    }
    return true;
  }

  /** The proeftuin of all engagements; null when they lie in several. */
  public String proeftuin() {
    String proeftuin = engagements.get(0).placement().proeftuin();
    for (Engagement engagement : engagements) {
      if (!engagement.placement().proeftuin().equals(proeftuin)) {
        return null;
      }
    }
    return proeftuin;
  }

  /**
   * Whether what the person adds stays the same at every later as-of date, as long as no delivery
   * tells anything else.
   *
   * @param unsettled {@link Frame#unsettled} of the earlier as-of date
   */
  public boolean settled(int unsettled) {
    for (Engagement engagement : engagements) {
      if (!engagement.placement().overBefore(unsettled)) {
        return false;
      }
    }
    return true;
  }

  List<Engagement> jobs() {
    List<Engagement> jobs = new ArrayList<>(engagements.size());
    for (Engagement engagement : engagements) {
      if (engagement.isJob()) {
        jobs.add(engagement);
      }
    }
    return jobs;
  }

  /** The last day up to which anything of the person is known. */
  int knownUntil() {
    int until = Days.NONE;
    for (Engagement engagement : engagements) {
      until = Math.max(until, engagement.placement().knownUntil());
    }
    return until;
  }
}

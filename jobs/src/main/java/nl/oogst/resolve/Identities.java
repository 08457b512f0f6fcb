package nl.oogst.resolve;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * Which records are one job and one person, across proeftuinen.
 *
 * @param jobs the job of each record that is linked, by proeftuin and placement
 * @param persons the person of each person number that is linked, by proeftuin and number
 * @param possible the group of each person number that may be one person with others, if every
 *     possible link were taken, by proeftuin and number
 * @param links every pair, in order
 * @param doubtful person numbers that were not merged since their group contradicts itself
 */
public record Identities(
    Map<String, Job> jobs,
    Map<String, String> persons,
    Map<String, String> possible,
    List<Link> links,
    List<String> doubtful)
    implements Serializable {

  /** A job and the number of its records, which weigh 1/k each. */
  public record Job(String id, int records) implements Serializable {}

  static String own(String proeftuin, String personId) {
    return proeftuin + "/" + personId;
  }

  public Job job(String proeftuin, String placementId) {
    String own = Link.job(proeftuin, placementId);
    Job job = jobs.get(own);
    return job == null ? new Job(own, 1) : job;
  }

  public String person(String proeftuin, String personId) {
    String own = own(proeftuin, personId);
    return persons.getOrDefault(own, own);
  }

  /** The persons who may be one have the same group; a person alone is one. */
  public String possible(String proeftuin, String personId) {
    String own = own(proeftuin, personId);
    return possible.getOrDefault(own, own);
  }

  /** The same, without the pairs that told it: what rows and sums ask for. */
  public Identities withoutLinks() {
    return new Identities(jobs, persons, possible, List.of(), List.of());
  }
}

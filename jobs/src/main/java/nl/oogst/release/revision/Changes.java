package nl.oogst.release.revision;

import nl.oogst.measure.Frame;

/**
 * The last two of the {@link Steps} between two releases, as what they change.
 *
 * @param corrections from what was told to what is corrected
 * @param links from there to the later release
 */
record Changes(Change corrections, Change links) {

  static Changes none(Rules rules, Frame frame) {
    return new Changes(new Change(rules, frame), new Change(rules, frame));
  }

  void addHours(Steps steps) {
    corrections.addHours(steps.told(), steps.corrected());
    links.addHours(steps.corrected(), steps.now());
  }

  void addPerson(Steps steps) {
    corrections.addPerson(steps.told(), steps.corrected());
    links.addPerson(steps.corrected(), steps.now());
  }

  void merge(Changes other) {
    corrections.merge(other.corrections);
    links.merge(other.links);
  }

  /** How much was added, see {@link World#added}. */
  long added() {
    return corrections.added() + links.added();
  }
}

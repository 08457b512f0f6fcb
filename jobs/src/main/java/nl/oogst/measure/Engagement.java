package nl.oogst.measure;

import java.util.Objects;
import nl.oogst.model.Item;
import nl.oogst.resolve.ResolvedPlacement;

/**
 * A placement of a person with the job it is a record of.
 *
 * @param jobRecords the number of records of the job, k; each weighs 1/k
 */
public record Engagement(ResolvedPlacement placement, String jobId, int jobRecords) {

  public Item.Placement state() {
    return placement.state();
  }

  public boolean isJob() {
    return placement.isJob();
  }

  /** Whether both belong to the same slices, whatever the breakdown. */
  boolean alike(Engagement other) {
    return placement.proeftuin().equals(other.placement.proeftuin())
        && Objects.equals(state().organisation(), other.state().organisation())
        && Objects.equals(state().targetGroup(), other.state().targetGroup())
        && Objects.equals(state().route(), other.state().route())
        && Objects.equals(state().attribution(), other.state().attribution())
        && Objects.equals(state().contractForm(), other.state().contractForm());
  }
}

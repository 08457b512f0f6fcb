package nl.oogst.measure;

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
}

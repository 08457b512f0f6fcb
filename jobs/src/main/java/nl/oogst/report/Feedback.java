package nl.oogst.report;

import java.util.List;
import nl.oogst.model.Severity;

/**
 * What is to be told to one proeftuin.
 *
 * @param id the name of its folder
 * @param name its name in the register; the id when it is not in there
 * @param deliveries all that were checked, oldest first
 */
public record Feedback(String id, String name, List<Delivered> deliveries) {

  /** The newest delivery, refused or not. */
  public Delivered newest() {
    return deliveries.get(deliveries.size() - 1);
  }

  /** How many issues of a severity all deliveries have. */
  public long issues(Severity severity) {
    return deliveries.stream().mapToLong(delivered -> delivered.issues(severity)).sum();
  }

  /** Rows of all deliveries. */
  public long rows() {
    return deliveries.stream().mapToLong(delivered -> delivered.rows("rows")).sum();
  }

  public long refused() {
    return deliveries.stream().filter(Delivered::refused).count();
  }

  /** Whether a delivery was refused, or more quarantined than is tolerated. */
  public boolean problems() {
    return deliveries.stream().anyMatch(one -> one.refused() || one.aboveTolerance());
  }
}

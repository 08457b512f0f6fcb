package nl.oogst.run;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Every delivery changed or went while it was read: that is no mistake in deliveries, but a folder
 * that is no longer there, or that the machines of a cluster do not see. A release of nothing would
 * take the place of a good one.
 */
public final class InputGone extends IOException {
  private static final long serialVersionUID = 1L;

  InputGone(Path data, int deliveries) {
    super(
        "Of the "
            + deliveries
            + " deliveries in "
            + data
            + " none could be read: their files changed or were taken away after the run found them. See"
            + " whether the folder is still there; on a cluster, every machine must see it at the same"
            + " path. Then run again.");
  }
}

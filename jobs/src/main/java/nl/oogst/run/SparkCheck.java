package nl.oogst.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import nl.oogst.report.IssueTally;
import org.apache.spark.api.java.JavaSparkContext;

/** Reads and resolves with Spark, for roots that this process alone could not hold. */
final class SparkCheck {
  private SparkCheck() {}

  static Findings run(
      Settings settings,
      Definitions definitions,
      Inbox inbox,
      String linkKey,
      int keep,
      Consumer<String> progress)
      throws IOException {
    Path scratch = Scratch.temporary();
    try (JavaSparkContext spark =
        SparkStart.open(settings.master(), scratch, Partitions.bulk(inbox))) {
      Stages stages =
          new Stages(spark, settings, definitions, inbox, linkKey, new byte[0], null, progress);
      stages.readAndResolve();
      IssueTally tally = stages.tally(keep);
      return new Findings(stages.intake(), stages.ledger(), tally);
    } finally {
      Scratch.remove(scratch.getParent());
    }
  }
}

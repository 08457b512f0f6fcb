package nl.oogst.run;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import nl.oogst.model.DeliveredFile;
import nl.oogst.model.Schemas;
import nl.oogst.release.Keys;
import nl.oogst.report.Feedback;

/**
 * Finds every problem of every delivery in one pass, with the rules of a run, and publishes
 * nothing.
 */
public final class Check {
  /** Roots that may become more than this in memory are read with Spark. */
  static final long MOST_BYTES = 64L << 20;

  /** How much larger a packed file may become. */
  private static final int UNPACKED = 8;

  /** Examples of each kind of issue in each delivery. */
  private static final int EXAMPLES = 200;

  private Check() {}

  /**
   * What a check came to.
   *
   * @param schemas the definitions, with the texts of issues
   * @param proeftuinen in order of id
   */
  public record Outcome(Schemas schemas, List<Feedback> proeftuinen, Duration took) {}

  /**
   * Checks.
   *
   * @param settings what a run would use; nothing is written to its output folder
   * @param proeftuinen only these; empty for all
   * @param progress takes a line about what is being done
   * @throws WrongUse and {@link nl.oogst.model.SchemaMistake} for what the operator must put right
   */
  public static Outcome run(
      Settings settings, Collection<String> proeftuinen, Consumer<String> progress)
      throws IOException {
    long started = System.nanoTime();
    Definitions definitions = Definitions.load(settings);
    String linkKey =
        settings.linkKey() == null
            ? null
            : HexFormat.of().formatHex(Keys.read(settings.linkKey()).bytes());
    Inbox inbox = InboxScan.scan(settings, definitions.schemas(), proeftuinen);
    progress.accept(
        "deliveries: " + inbox.deliveries().size() + ", " + inbox.files().size() + " files found");
    Findings findings;
    if (weight(inbox) <= MOST_BYTES) {
      findings = new LocalCheck(definitions, inbox, linkKey, EXAMPLES).run();
    } else {
      SparkStart.check(settings.master());
      findings = SparkCheck.run(settings, definitions, inbox, linkKey, EXAMPLES, progress);
    }
    return new Outcome(
        definitions.schemas(),
        findings.feedback(inbox, definitions),
        Duration.ofNanos(System.nanoTime() - started));
  }

  /** An upper estimate of the bytes that reading takes in. */
  private static long weight(Inbox inbox) {
    return inbox.files().stream().mapToLong(Check::weight).sum();
  }

  private static long weight(DeliveredFile file) {
    String name = file.name().toLowerCase(Locale.ROOT);
    boolean packed = name.endsWith(".gz") || name.endsWith(".zip") || name.endsWith(".xlsx");
    return packed ? file.bytes() * UNPACKED : file.bytes();
  }
}

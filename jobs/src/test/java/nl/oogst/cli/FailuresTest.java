package nl.oogst.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import nl.oogst.run.WrongUse;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What a person reads of a failure: what it is about, never how the program is made. */
class FailuresTest {

  @Test
  void memoryThatRanOutInATaskIsSaidAsThat() {
    assertThat(said(1, new SparkException("Job aborted", new OutOfMemoryError("heap"))))
        .contains("ran out of memory", "Nothing was published", "-Xmx4g")
        .doesNotContain("Error");
  }

  @Test
  void whatSparkWrapsIsSaidAsItself() {
    Exception inner = new SparkException("Task failed", new WrongUse("The thing\n is wrong"));
    assertThat(said(2, new SparkException("Job aborted", inner)))
        .isEqualTo("oogst: The thing is wrong.");
  }

  @Test
  void aMistakeOfTheProgramShowsNoValueOfAMessage() {
    assertThat(said(1, new IllegalStateException("Jansen 1980-01-02")))
        .contains("IllegalStateException", "--debug", "Nothing was published")
        .doesNotContain("Jansen");
  }

  @Test
  void aFullDiskIsKnownByTheWordsThatSparkPassesOn() {
    assertThat(
            said(
                1,
                new IllegalStateException(
                    new SparkException(
                        "Job aborted: java.io.IOException: No space left on device\n\tat x"))))
        .contains("the disk is full", "Nothing was published")
        .doesNotContain("Exception");
  }

  private static String said(int code, Exception failure) {
    StringWriter err = new StringWriter();
    CommandLine run = new CommandLine(new RunCommand());
    run.setErr(new PrintWriter(err, true));
    assertThat(new Failures().handleExecutionException(failure, run, run.parseArgs()))
        .isEqualTo(code);
    return err.toString().strip();
  }
}

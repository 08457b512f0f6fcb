package nl.oogst.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import nl.oogst.release.OutputFailure;
import nl.oogst.run.SharedOutput.Ending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedOutputTest {
  @TempDir private Path out;

  @Test
  void workersThatWriteWhereTheRunReadsLeaveNothingBehind() throws Exception {
    Path scratch = Files.createDirectory(out.resolve("scratch"));
    try (var spark = SparkStart.open("local[2]", scratch.resolve("spark"), true)) {
      SharedOutput.check(spark, out, scratch);
    }
    assertThat(scratch).isDirectoryNotContaining(file -> !file.endsWith("spark"));
  }

  @Test
  void aWorkerThatHasNoSuchFolderIsNoticed() throws Exception {
    Path elsewhere = out.resolve("elsewhere");
    try (var spark = SparkStart.open("local[2]", out.resolve("spark"), false)) {
      assertThatThrownBy(() -> new SharedOutput(out, elsewhere, Files.getOwner(out)).check(spark))
          .isInstanceOf(WrongUse.class)
          .hasMessageContaining("does not see the output folder " + out);
    }
  }

  @Test
  void whatElseStandsInTheWayIsSaidAsItIs() throws Exception {
    Path file = Files.createFile(out.resolve("file"));
    try (var spark = SparkStart.open("local[2]", out.resolve("spark"), false)) {
      assertThatThrownBy(() -> new SharedOutput(out, file, Files.getOwner(out)).check(spark))
          .isInstanceOf(OutputFailure.class)
          .hasMessageContaining("on a worker of the cluster")
          .hasMessageContaining("a file stands where a folder is needed");
    }
  }

  @Test
  void aWorkerWithAnotherFolderAtTheSamePathIsNoticed() throws Exception {
    Path file = out.resolve("written");
    assertThatThrownBy(
            () ->
                new SharedOutput(out, out, Files.getOwner(out))
                    .judge(file, Ending.WRITTEN, "oogst"))
        .isInstanceOf(WrongUse.class)
        .hasMessageContaining("does not see the output folder " + out);
  }

  @Test
  void whatAWorkerWritesAsAnotherUserIsNoticedAndRemoved() throws Exception {
    Path file = Files.createFile(out.resolve("written"));
    assertThatThrownBy(
            () -> new SharedOutput(out, out, () -> "oogst").judge(file, Ending.WRITTEN, "spark"))
        .isInstanceOf(WrongUse.class)
        .hasMessageContaining("runs as spark and cannot write in " + out + " as oogst can");
    assertThat(file).doesNotExist();
  }

  @Test
  void aWorkerThatMayNotWriteIsNoticed() throws Exception {
    Path file = out.resolve("written");
    assertThatThrownBy(
            () ->
                new SharedOutput(out, out, Files.getOwner(out))
                    .judge(file, Ending.REFUSED, "spark"))
        .isInstanceOf(WrongUse.class)
        .hasMessageContaining("runs as spark and cannot write in " + out);
  }
}

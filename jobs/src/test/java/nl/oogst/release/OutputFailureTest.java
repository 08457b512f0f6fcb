package nl.oogst.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OutputFailureTest {
  private static final Path OUT = Path.of("harvest");

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new IOException("No space left on device"), "the disk is full. Free some"),
        Arguments.of(
            new IOException(
                "can not write FileMetaData(" + "a schema ".repeat(99) + ")",
                new IllegalStateException(new IOException("No space left on device"))),
            "the disk is full. Free some"),
        Arguments.of(new IOException("Disk quota exceeded"), "the disk quota is used up."),
        Arguments.of(new IOException("File too large"), "the system allows no larger files."),
        Arguments.of(
            new FileSystemException("harvest/x", null, "Read-only file system"),
            "the file system is read-only. Choose another folder with --out."),
        Arguments.of(new AccessDeniedException("harvest/x"), "no permission. Give this user"),
        Arguments.of(new IOException("Permission denied"), "no permission. Give this user"),
        Arguments.of(new NotDirectoryException("harvest"), "a file stands where a folder is"),
        Arguments.of(new FileAlreadyExistsException("harvest"), "something is there already."),
        Arguments.of(new NoSuchFileException("harvest/x"), "it is no longer there."),
        Arguments.of(
            new AtomicMoveNotSupportedException("a", "b", "no"),
            "cannot replace a file in one step"),
        Arguments.of(new IOException("Stale file handle"), "Stale file handle."),
        Arguments.of(new IOException(), "IOException."));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aTechnicalFailureIsSaidInOneLineWithWhatToDo(IOException cause, String words) {
    var failure = OutputFailure.of("write", OUT, cause);

    assertThat(failure)
        .hasMessageStartingWith("Could not write harvest: ")
        .hasMessageContaining(words)
        .hasMessageNotContaining("\n")
        .hasMessageNotContaining("schema")
        .hasCause(cause);
  }

  @Test
  void whatALibrarySaysAtLengthIsCutOff() {
    var failure = OutputFailure.of("write", OUT, new IOException("a schema ".repeat(999)));

    assertThat(failure.getMessage()).hasSizeLessThan(400).endsWith(" ...");
  }

  @Test
  void whatIsSaidAlreadyIsNotSaidTwice() {
    var failure = new OutputFailure("Another run is busy.");

    assertThat(OutputFailure.of("write", OUT, failure)).isSameAs(failure);
  }
}

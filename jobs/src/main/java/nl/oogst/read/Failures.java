package nl.oogst.read;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.zip.ZipException;
import nl.oogst.model.IssueCode;

/**
 * Turns what libraries throw into failures with a code. Their messages may hold content, so none is
 * passed on.
 */
final class Failures {
  private Failures() {}

  static ReadFailure of(String file, Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause() == t ? null : t.getCause()) {
      if (t instanceof ReadFailure failure) {
        return failure;
      }
      if (t instanceof EOFException || isEndOfInput(t)) {
        return new ReadFailure(
            IssueCode.FILE_TRUNCATED, file, "ends before it is complete; send it again", thrown);
      }
      if (t instanceof NoSuchFileException) {
        return new ReadFailure(IssueCode.FILE_UNREADABLE, file, "does not exist", thrown);
      }
      if (t instanceof AccessDeniedException) {
        return new ReadFailure(
            IssueCode.FILE_UNREADABLE, file, "may not be read: no permission", thrown);
      }
      if (t instanceof ZipException) {
        return new ReadFailure(
            IssueCode.FILE_UNREADABLE, file, "is damaged: it cannot be unpacked", thrown);
      }
      if (t instanceof StackOverflowError) {
        return new ReadFailure(
            IssueCode.FILE_TOO_COMPLEX, file, "is nested too deep to be read", thrown);
      }
    }
    return new ReadFailure(
        IssueCode.FILE_UNREADABLE,
        file,
        "cannot be read (" + thrown.getClass().getSimpleName() + ")",
        thrown);
  }

  private static boolean isEndOfInput(Throwable t) {
    String message = t.getMessage() == null ? "" : t.getMessage().toLowerCase(Locale.ROOT);
    return t instanceof IOException
        && (message.contains("unexpected end of")
            || message.contains("truncated")
            || message.contains("unexpected end-of-input"));
  }
}

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
            IssueCode.FILE_TRUNCATED,
            file,
            "houdt op voordat het compleet is; stuur het opnieuw",
            thrown);
      }
      if (t instanceof NoSuchFileException) {
        return new ReadFailure(IssueCode.FILE_UNREADABLE, file, "bestaat niet", thrown);
      }
      if (t instanceof AccessDeniedException) {
        return new ReadFailure(
            IssueCode.FILE_UNREADABLE, file, "mag niet gelezen worden: geen toegang", thrown);
      }
      if (t instanceof ZipException) {
        return new ReadFailure(
            IssueCode.FILE_UNREADABLE,
            file,
            "is beschadigd: het kan niet worden uitgepakt",
            thrown);
      }
      if (t instanceof StackOverflowError) {
        return new ReadFailure(
            IssueCode.FILE_TOO_COMPLEX, file, "is te diep genest om te lezen", thrown);
      }
    }
    return new ReadFailure(
        IssueCode.FILE_UNREADABLE,
        file,
        "kan niet gelezen worden; open het, sla het opnieuw op en stuur het dan",
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

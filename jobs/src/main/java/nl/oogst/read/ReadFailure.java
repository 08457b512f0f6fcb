package nl.oogst.read;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import nl.oogst.model.IssueCode;

/**
 * A file that cannot be read on. The message names the file and what is wrong, never its content.
 */
public final class ReadFailure extends IOException {
  private static final long serialVersionUID = 1L;

  private final IssueCode code;
  private final String file;
  private final String detail;

  public ReadFailure(IssueCode code, String file, String detail) {
    this(code, file, detail, null);
  }

  ReadFailure(IssueCode code, String file, String detail, Throwable cause) {
    super(file + ": " + detail, cause);
    this.code = requireNonNull(code, "code");
    this.file = requireNonNull(file, "file");
    this.detail = requireNonNull(detail, "detail");
  }

  public IssueCode code() {
    return code;
  }

  /** The file inside the delivery, such as {@code export.zip/plaatsingen.csv}. */
  public String file() {
    return file;
  }

  /** What is wrong and what to do about it, without the file's name. */
  public String detail() {
    return detail;
  }
}

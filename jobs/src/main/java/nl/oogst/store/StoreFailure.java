package nl.oogst.store;

import static java.util.Objects.requireNonNull;

import java.io.IOException;

/**
 * An object store refused, or did not answer. The message is one line for the person who must act;
 * it holds no credentials.
 */
public final class StoreFailure extends IOException {
  private static final long serialVersionUID = 1L;

  /** What kind of failure it is, for those who can do something about it themselves. */
  public enum Kind {
    /** Settings, names or rights are wrong: trying again does not help. */
    CONFIGURATION,
    /** The store does not answer, or not now. */
    AWAY,
    /** An object is not, or no longer, what it was expected to be. */
    CHANGED
  }

  private final Kind kind;

  public StoreFailure(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = requireNonNull(kind, "kind");
  }

  public StoreFailure(Kind kind, String message) {
    this(kind, message, null);
  }

  public Kind kind() {
    return kind;
  }

  /** Whether an object is not what it was expected to be. */
  public boolean changed() {
    return kind == Kind.CHANGED;
  }
}

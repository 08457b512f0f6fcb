package nl.oogst.run;

/** A wrong use or configuration, said in one line: exit code 2. */
public final class WrongUse extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public WrongUse(String message) {
    super(message);
  }
}

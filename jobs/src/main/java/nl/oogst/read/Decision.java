package nl.oogst.read;

import static java.util.Objects.requireNonNull;

/**
 * One choice the reader made about a table.
 *
 * @param what the thing decided: {@code encoding}, {@code delimiter}, {@code header}, …
 * @param chosen what was chosen, in words a person can read
 * @param reason why
 */
public record Decision(String what, String chosen, String reason) {
  public Decision {
    requireNonNull(what, "what");
    requireNonNull(chosen, "chosen");
    requireNonNull(reason, "reason");
  }
}

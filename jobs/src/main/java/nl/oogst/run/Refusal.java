package nl.oogst.run;

import java.io.Serializable;
import nl.oogst.model.Issue;

/**
 * A delivery that is refused as a whole.
 *
 * @param delivery its number in the run
 * @param file the file concerned, or null for the delivery itself
 * @param code the issue code
 * @param found what was found; never a value of a person
 */
record Refusal(int delivery, String file, String code, String field, String found, String expected)
    implements Serializable {

  static Refusal of(int delivery, String file, Issue issue) {
    return new Refusal(
        delivery, file, issue.code().code(), issue.field(), issue.found(), issue.expected());
  }
}

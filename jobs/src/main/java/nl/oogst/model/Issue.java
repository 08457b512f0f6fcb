package nl.oogst.model;

import java.io.Serializable;
import java.util.Objects;

/**
 * Something wrong or worth knowing.
 *
 * @param field the canonical field or the header concerned, or null for the whole record
 * @param found what stood there, masked in person fields, or null
 * @param expected what was expected, or null
 */
public record Issue(IssueCode code, String field, String found, String expected)
    implements Serializable {
  public Issue {
    Objects.requireNonNull(code, "code");
  }
}

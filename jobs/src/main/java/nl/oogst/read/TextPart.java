package nl.oogst.read;

import java.io.Serializable;

/**
 * A part of a text that is read by itself.
 *
 * @param number from 0
 * @param from where it starts; null for the start of the text
 * @param to where the next part starts; null when it goes to the end
 */
public record TextPart(int number, TextMark from, TextMark to) implements Serializable {
  /** Whether the table begins in it. */
  public boolean isFirst() {
    return from == null;
  }
}

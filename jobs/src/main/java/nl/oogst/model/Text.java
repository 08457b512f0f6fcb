package nl.oogst.model;

import java.io.Serializable;
import java.util.Objects;

/** The same words in Dutch and in English. */
public record Text(String nl, String en) implements Serializable {
  public Text {
    Objects.requireNonNull(nl, "nl");
    Objects.requireNonNull(en, "en");
  }
}

package nl.oogst.report;

import nl.oogst.model.Dutch;
import nl.oogst.model.Severity;

/** How the newest delivery of a proeftuin stands. */
public enum Standing {
  REFUSED("must"),
  MUST("must"),
  LOOK("look"),
  GOOD("good");

  private final String tone;

  Standing(String tone) {
    this.tone = tone;
  }

  public static Standing of(Feedback feedback) {
    Delivered newest = feedback.newest();
    if (newest.refused()) {
      return REFUSED;
    }
    if (newest.issues(Severity.ERROR) > 0) {
      return MUST;
    }
    return newest.issues(Severity.WARNING) > 0 ? LOOK : GOOD;
  }

  String tone() {
    return tone;
  }

  String dutch(Delivered newest) {
    long must = newest.issues(Severity.ERROR);
    long look = newest.issues(Severity.WARNING);
    return switch (this) {
      case REFUSED -> "geweigerd";
      case MUST -> Dutch.count(must) + (must == 1 ? " punt moet beter" : " punten moeten beter");
      case LOOK -> Dutch.count(look) + (look == 1 ? " punt nakijken" : " punten nakijken");
      case GOOD -> "in orde";
    };
  }
}

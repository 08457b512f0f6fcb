package nl.oogst.measure;

import java.util.Locale;

/** What figures can be broken down by. */
public enum Dimension {
  ORGANISATION,
  PROEFTUIN,
  TARGET_GROUP,
  ROUTE,
  ATTRIBUTION,
  CONTRACT_FORM,
  PHASE;

  /** The column of the data sets. */
  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }
}

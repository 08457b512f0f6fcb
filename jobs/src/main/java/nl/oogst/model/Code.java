package nl.oogst.model;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * One code of a list.
 *
 * @param synonyms spellings found in exports, besides code and labels
 * @param validFrom first valid day, or null when it always was
 * @param validTo last valid day, or null when it still is
 * @param extra the further columns of the list, such as {@code tooi} or {@code job}
 */
public record Code(
    String code,
    Text label,
    List<String> synonyms,
    LocalDate validFrom,
    LocalDate validTo,
    Map<String, String> extra)
    implements Serializable {
  public Code {
    synonyms = List.copyOf(synonyms);
    extra = Map.copyOf(extra);
  }

  /** Whether the code may be used for something that happened on this day. */
  public boolean validOn(LocalDate day) {
    return (validFrom == null || !day.isBefore(validFrom))
        && (validTo == null || !day.isAfter(validTo));
  }
}

package nl.oogst.sample;

import java.time.LocalDate;
import java.util.List;

/** What one proeftuin delivers on one day, before it is written in its form. */
record Delivery(
    Proeftuin proeftuin,
    int number,
    LocalDate day,
    String folder,
    List<Sheet> sheets,
    List<Vanished> vanished) {

  /** A record that an earlier delivery had, open, and this one has no more. */
  record Vanished(String placementId) {}
}

package nl.oogst.release.records;

import java.util.List;
import nl.oogst.measure.Engagement;
import nl.oogst.model.Days;
import nl.oogst.model.Item;
import nl.oogst.resolve.ResolvedPlacement;
import nl.oogst.resolve.ResolvedPlacement.Observation;

/**
 * A placement as a release holds it.
 *
 * @param person the person across proeftuinen
 * @param jobRecords the number of records of the job, k
 * @param lastPeildatum the newest peildatum that showed or confirmed it
 * @param row the row its state stands in; null when it was not asked for
 * @param observations what deliveries showed of it, in order; empty unless it was asked for
 */
public record ReleasedRecord(
    String proeftuin,
    Item.Placement state,
    String person,
    String jobId,
    int jobRecords,
    int firstPeildatum,
    int lastPeildatum,
    int knownUntil,
    boolean vanished,
    Row row,
    List<PaidHours> hours,
    List<Observation> observations) {

  /** Ends each part of a key. */
  static final char END = '\u0001';

  /** A row of a delivery: its folder, the file in it and the line. */
  public record Row(String delivery, String file, long line) {}

  /**
   * Paid hours of a pay period, in millionths.
   *
   * @param row where they stand; null when it was not asked for
   */
  public record PaidHours(int periodStart, int periodEnd, long hours, Row row) {}

  public ReleasedRecord {
    hours = List.copyOf(hours);
    observations = List.copyOf(observations);
  }

  /** The order of records in a release, unlike any other. */
  public String key() {
    return key(proeftuin, state.placementId());
  }

  /** The {@link #key()} of a record. */
  public static String key(String proeftuin, String placementId) {
    return proeftuin + END + placementId + END;
  }

  /** Another state of the same record; where it vanished or was shown last stays. */
  public ReleasedRecord with(Item.Placement other, List<PaidHours> otherHours) {
    return new ReleasedRecord(
        proeftuin,
        other,
        person,
        jobId,
        jobRecords,
        firstPeildatum,
        lastPeildatum,
        knownUntil,
        vanished,
        row,
        otherHours,
        observations);
  }

  /** The same record as another person's, in a job of other records. */
  public ReleasedRecord as(String otherPerson, String otherJob, int records) {
    return new ReleasedRecord(
        proeftuin,
        state,
        otherPerson,
        otherJob,
        records,
        firstPeildatum,
        lastPeildatum,
        knownUntil,
        vanished,
        row,
        hours,
        observations);
  }

  /** The same record as deliveries showed it later on. */
  public ReleasedRecord seen(int lastShown, int known, boolean gone) {
    return new ReleasedRecord(
        proeftuin,
        state,
        person,
        jobId,
        jobRecords,
        firstPeildatum,
        lastShown,
        known,
        gone,
        row,
        hours,
        observations);
  }

  /** The same record with what deliveries showed of it. */
  public ReleasedRecord observed(List<Observation> other) {
    return new ReleasedRecord(
        proeftuin,
        state,
        person,
        jobId,
        jobRecords,
        firstPeildatum,
        lastPeildatum,
        knownUntil,
        vanished,
        row,
        hours,
        other);
  }

  /** What the measures of a release with this as-of date saw of it. */
  public Engagement engagement(int asOf) {
    var ends = state.endDate() != Days.NONE;
    var placement =
        new ResolvedPlacement(
            proeftuin,
            state,
            null,
            firstPeildatum,
            lastPeildatum,
            ends ? state.endDate() : vanished ? lastPeildatum : asOf,
            knownUntil,
            ends && state.endDate() <= lastPeildatum,
            vanished,
            hours.stream()
                .map(
                    h ->
                        new ResolvedPlacement.Hours(
                            h.periodStart(), h.periodEnd(), h.hours(), null))
                .toList(),
            observations);
    return new Engagement(placement, jobId, jobRecords);
  }
}

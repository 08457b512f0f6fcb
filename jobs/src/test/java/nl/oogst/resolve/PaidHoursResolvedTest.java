package nl.oogst.resolve;

import static nl.oogst.resolve.PlacementOf.day;
import static nl.oogst.resolve.Resolution.State.ACCEPTED;
import static nl.oogst.resolve.Resolution.State.QUARANTINED;
import static nl.oogst.resolve.Resolution.State.SUPERSEDED;
import static nl.oogst.resolve.ResolverCases.AS_OF;
import static nl.oogst.resolve.ResolverCases.issues;
import static nl.oogst.resolve.ResolverCases.job;
import static nl.oogst.resolve.ResolverCases.proeftuin;
import static nl.oogst.resolve.ResolverCases.states;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import nl.oogst.model.IssueCode;
import org.junit.jupiter.api.Test;

/** Contract section 3 "States", of paid hours: which rows count, and of which placement. */
class PaidHoursResolvedTest {
  @Test
  void hoursOfAPlacementOfWhichEveryRowIsQuarantinedAreKept() {
    // the placement exists, so its hours are no orphans; they count once its row is put right
    Resolution resolution =
        proeftuin()
            .snapshot("2023-03-31")
            .unusableRow()
            .paid("2023-02-01", "2023-02-28", "80")
            .resolve(AS_OF);

    assertThat(states(resolution)).containsExactly(ACCEPTED);
    assertThat(resolution.hours()).hasSize(1);
    assertThat(issues(resolution)).isEmpty();
  }

  @Test
  void hoursOfAPlacementThatExistsNowhereAreQuarantined() {
    Resolution resolution =
        proeftuin().snapshot("2023-03-31").paid("2023-02-01", "2023-02-28", "80").resolve(AS_OF);

    assertThat(states(resolution)).containsExactly(QUARANTINED);
    assertThat(issues(resolution)).containsExactly(IssueCode.ORPHAN_PAID_HOURS);
    assertThat(resolution.placement()).isNull();
  }

  @Test
  void hoursMayComeBeforeTheirPlacementInALaterDelivery() {
    Resolution resolution =
        proeftuin()
            .other("2023-02-28")
            .paid("2023-02-01", "2023-02-28", "80")
            .snapshot("2023-03-31")
            .shows(job())
            .resolve(AS_OF);

    assertThat(states(resolution)).containsExactlyInAnyOrder(ACCEPTED, ACCEPTED);
    assertThat(resolution.placement().hours()).hasSize(1);
  }

  @Test
  void aPayPeriodMissingFromALaterSnapshotStaysAndACorrectedOneIsReplaced() {
    Resolution resolution =
        proeftuin()
            .snapshot("2023-03-31")
            .shows(job())
            .paid("2023-02-01", "2023-02-28", "80")
            .paid("2023-03-01", "2023-03-31", "90")
            .snapshot("2023-06-30")
            .shows(job())
            .paid("2023-03-01", "2023-03-31", "95")
            .resolve(AS_OF);

    assertThat(resolution.placement().hours())
        .extracting(ResolvedPlacement.Hours::periodStart, ResolvedPlacement.Hours::hours)
        .containsExactly(
            tuple(day("2023-02-01"), 80_000_000L), tuple(day("2023-03-01"), 95_000_000L));
    assertThat(resolution.rows())
        .filteredOn(row -> row.entity().equals("paid_hours"))
        .extracting(Resolution.RowState::file, Resolution.RowState::state)
        .containsExactlyInAnyOrder(tuple(0, ACCEPTED), tuple(0, SUPERSEDED), tuple(1, ACCEPTED));
  }

  @Test
  void theSamePayPeriodTwiceInADeliveryIsADuplicate() {
    Resolution resolution =
        proeftuin()
            .snapshot("2023-03-31")
            .shows(job())
            .paid("2023-02-01", "2023-02-28", "80")
            .paid("2023-02-01", "2023-02-28", "81")
            .resolve(AS_OF);

    assertThat(resolution.placement().hours())
        .extracting(ResolvedPlacement.Hours::hours)
        .containsExactly(80_000_000L);
    assertThat(issues(resolution)).containsExactly(IssueCode.DUPLICATE_KEY);
  }

  @Test
  void overlappingPayPeriodsAreKeptWithAWarning() {
    Resolution resolution =
        proeftuin()
            .snapshot("2023-03-31")
            .shows(job())
            .paid("2023-02-01", "2023-02-28", "80")
            .paid("2023-02-28", "2023-03-27", "81")
            .paid("2023-03-28", "2023-03-31", "10")
            .resolve(AS_OF);

    assertThat(resolution.placement().hours()).hasSize(3);
    assertThat(issues(resolution)).containsExactly(IssueCode.OVERLAPPING_PAY_PERIODS);
  }
}

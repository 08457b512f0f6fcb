package nl.oogst.resolve;

import static nl.oogst.resolve.PlacementOf.day;
import static nl.oogst.resolve.Resolution.State.ACCEPTED;
import static nl.oogst.resolve.Resolution.State.SUPERSEDED;
import static nl.oogst.resolve.ResolverCases.AS_OF;
import static nl.oogst.resolve.ResolverCases.issues;
import static nl.oogst.resolve.ResolverCases.job;
import static nl.oogst.resolve.ResolverCases.proeftuin;
import static nl.oogst.resolve.ResolverCases.states;
import static org.assertj.core.api.Assertions.assertThat;

import nl.oogst.model.IssueCode;
import org.junit.jupiter.api.Test;

/** Contract section 5 rule 2: how long a placement was active, and up to when that is known. */
class KnownTimeTest {
  @Test
  void anOpenPlacementIsActiveToTheAsOfDateButKnownToTheNewestPeildatumThatShowedIt() {
    ResolvedPlacement placement =
        proeftuin().snapshot("2023-03-31").shows(job()).resolve(AS_OF).placement();

    assertThat(placement.activeOn(day(AS_OF))).isTrue();
    assertThat(placement.activeOn(day("2023-01-14"))).isFalse();
    assertThat(placement.activeOn(day("2023-01-15"))).isTrue();
    assertThat(placement.knownUntil()).isEqualTo(day("2023-03-31"));
    assertThat(placement.knownActiveUntil()).isEqualTo(day("2023-03-31"));
    assertThat(placement.finished()).isFalse();
    assertThat(placement.vanished()).isFalse();
  }

  @Test
  void aFinishedPlacementIsKnownToTheNewestPeildatumOfItsProeftuin() {
    // shown as ended, then left out: a finished placement may leave the export
    Resolution resolution =
        proeftuin()
            .snapshot("2023-06-30")
            .shows(job().to("2023-05-31"))
            .snapshot("2023-12-31")
            .resolve(AS_OF);
    ResolvedPlacement placement = resolution.placement();

    assertThat(placement.finished()).isTrue();
    assertThat(placement.vanished()).isFalse();
    assertThat(placement.knownUntil()).isEqualTo(day("2023-12-31"));
    assertThat(placement.knownActiveUntil()).isEqualTo(day("2023-05-31"));
    assertThat(issues(resolution)).isEmpty();
  }

  @Test
  void anEndAfterThePeildatumIsAPlanThatRuleOneUsesAndRuleSixDoesNot() {
    ResolvedPlacement placement =
        proeftuin().snapshot("2023-06-30").shows(job().to("2023-09-30")).resolve(AS_OF).placement();

    assertThat(placement.activeOn(day("2023-09-30"))).isTrue();
    assertThat(placement.activeOn(day("2023-10-01"))).isFalse();
    assertThat(placement.finished()).isFalse();
    assertThat(placement.knownUntil()).isEqualTo(day("2023-06-30"));
    assertThat(placement.knownActiveUntil()).isEqualTo(day("2023-06-30"));
  }

  @Test
  void anEndOnThePeildatumItselfIsNoPlan() {
    assertThat(
            proeftuin()
                .snapshot("2023-06-30")
                .shows(job().to("2023-06-30"))
                .resolve(AS_OF)
                .placement()
                .finished())
        .isTrue();
  }

  @Test
  void aPlanBecomesAnEndOnceALaterDeltaIsSilentAboutIt() {
    ResolvedPlacement placement =
        proeftuin()
            .delta("2023-06-30")
            .shows(job().to("2023-09-30"))
            .delta("2023-12-31")
            .resolve(AS_OF)
            .placement();

    assertThat(placement.finished()).isTrue();
    assertThat(placement.knownUntil()).isEqualTo(day("2023-12-31"));
  }

  @Test
  void missingFromTheNewestSnapshotWithoutAnEndIsVanishedActiveToWhereItWasLastShown() {
    Resolution resolution =
        proeftuin()
            .snapshot("2023-03-31")
            .shows(job())
            .snapshot("2023-06-30")
            .shows(job())
            .snapshot("2023-09-30")
            .resolve(AS_OF);
    ResolvedPlacement placement = resolution.placement();

    assertThat(placement.vanished()).isTrue();
    assertThat(placement.finished()).isFalse();
    assertThat(placement.activeOn(day("2023-06-30"))).isTrue();
    assertThat(placement.activeOn(day("2023-07-01"))).isFalse();
    assertThat(placement.knownUntil()).isEqualTo(day("2023-06-30"));
    assertThat(issues(resolution)).containsExactly(IssueCode.VANISHED);
    assertThat(states(resolution)).containsExactlyInAnyOrder(SUPERSEDED, ACCEPTED);
  }

  @Test
  void aPlacementThatIsBackInTheNewestSnapshotHasNotVanished() {
    ResolvedPlacement placement =
        proeftuin()
            .snapshot("2023-03-31")
            .shows(job())
            .snapshot("2023-06-30")
            .snapshot("2023-09-30")
            .shows(job())
            .resolve(AS_OF)
            .placement();

    assertThat(placement.vanished()).isFalse();
    assertThat(placement.knownUntil()).isEqualTo(day("2023-09-30"));
  }

  @Test
  void aDeltaConfirmsWhatItDoesNotMention() {
    ResolvedPlacement placement =
        proeftuin()
            .snapshot("2023-03-31")
            .shows(job())
            .delta("2023-06-30")
            .delta("2023-09-30")
            .resolve(AS_OF)
            .placement();

    assertThat(placement.vanished()).isFalse();
    assertThat(placement.knownUntil()).isEqualTo(day("2023-09-30"));
    assertThat(placement.observations())
        .extracting(ResolvedPlacement.Observation::peildatum)
        .containsExactly(day("2023-03-31"), day("2023-06-30"), day("2023-09-30"));
  }

  @Test
  void aDeliveryWithoutPlacementsTellsNothingAboutThemInASeriesOfSnapshots() {
    ResolvedPlacement placement =
        proeftuin()
            .snapshot("2023-03-31")
            .shows(job())
            .other("2023-06-30")
            .resolve(AS_OF)
            .placement();

    assertThat(placement.vanished()).isFalse();
    assertThat(placement.knownUntil()).isEqualTo(day("2023-03-31"));
  }
}

package nl.oogst.resolve;

import static nl.oogst.resolve.PlacementOf.day;
import static nl.oogst.resolve.Resolution.State.ACCEPTED;
import static nl.oogst.resolve.Resolution.State.DUPLICATE;
import static nl.oogst.resolve.Resolution.State.QUARANTINED;
import static nl.oogst.resolve.Resolution.State.SUPERSEDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import nl.oogst.model.IssueCode;
import nl.oogst.model.Item;
import org.junit.jupiter.api.Test;

/** Contract section 3 "States" and section 5 rule 2. */
class PlacementResolverTest {
  private static final String AS_OF = "2024-03-31";

  private static PlacementOf job() {
    return PlacementOf.id("p").from("2023-01-15");
  }

  private static Deliveries proeftuin() {
    return Deliveries.of("a");
  }

  private static List<Resolution.State> states(Resolution resolution) {
    return resolution.rows().stream().map(Resolution.RowState::state).toList();
  }

  private static List<IssueCode> issues(Resolution resolution) {
    return resolution.issues().stream().map(issue -> issue.issue().code()).toList();
  }

  @Test
  void theNewestRowIsAcceptedAndEarlierOnesAreSupersededAlsoWhenIdentical() {
    Resolution resolution =
        proeftuin()
            .snapshot("2023-03-31")
            .shows(job())
            .snapshot("2023-06-30")
            .shows(job())
            .snapshot("2023-09-30")
            .shows(job().hours("24"))
            .resolve(AS_OF);

    assertThat(resolution.rows())
        .extracting(Resolution.RowState::file, Resolution.RowState::state)
        .containsExactlyInAnyOrder(tuple(0, SUPERSEDED), tuple(1, SUPERSEDED), tuple(2, ACCEPTED));
    assertThat(resolution.placement().state().hoursPerWeek()).isEqualTo(24_000_000L);
    assertThat(resolution.placement().place()).isEqualTo(new Sightings.Place(2, 2, 2));
  }

  @Test
  void theSameKeyTwiceInADeliveryIsADuplicateAndTheFirstRowStays() {
    Resolution resolution =
        proeftuin()
            .snapshot("2023-03-31")
            .shows(job().hours("20"))
            .shows(job().hours("30"))
            .file()
            .shows(job().hours("40"))
            .resolve(AS_OF);

    assertThat(states(resolution)).containsExactlyInAnyOrder(ACCEPTED, DUPLICATE, DUPLICATE);
    assertThat(resolution.placement().state().hoursPerWeek()).isEqualTo(20_000_000L);
    assertThat(issues(resolution)).containsOnly(IssueCode.DUPLICATE_KEY).hasSize(2);
  }

  @Test
  void theOrderInWhichRowsArriveDoesNotMatter() {
    Deliveries deliveries =
        proeftuin()
            .snapshot("2023-03-31")
            .shows(job().hours("20"))
            .shows(job().hours("30"))
            .snapshot("2023-06-30")
            .shows(job().hours("24"));
    Sightings backwards = new Sightings();
    ByteWriter out = new ByteWriter();
    List<Sightings.SeenPlacement> seen = deliveries.sightings().placements();
    for (int i = seen.size() - 1; i >= 0; i--) {
      Sightings.Place place = seen.get(i).place();
      Sightings.file(out, place.delivery(), place.file());
      Sightings.write(out, place.line(), seen.get(i).state());
    }
    backwards.add(out.toBytes());

    Resolution resolution =
        PlacementResolver.resolve(
            "a", backwards, deliveries.knowledge(), Deliveries.CHANGES, day(AS_OF));

    assertThat(resolution).isEqualTo(deliveries.resolve(AS_OF));
  }

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

  @Test
  void aQuarantinedRowReplacesNothingYetShowsThatThePlacementExists() {
    Resolution resolution =
        proeftuin()
            .snapshot("2023-03-31")
            .shows(job().hours("20"))
            .snapshot("2023-06-30")
            .unusableRow()
            .resolve(AS_OF);
    ResolvedPlacement placement = resolution.placement();

    assertThat(placement.state().hoursPerWeek()).isEqualTo(20_000_000L);
    assertThat(placement.vanished()).isFalse();
    assertThat(placement.knownUntil()).isEqualTo(day("2023-06-30"));
    // the quarantined row is counted where it was read; the one before it still counts
    assertThat(states(resolution)).containsExactly(ACCEPTED);
  }

  @Test
  void aPlacementOfWhichEveryRowIsQuarantinedIsNotKnown() {
    Resolution resolution = proeftuin().snapshot("2023-03-31").unusableRow().resolve(AS_OF);

    assertThat(resolution.placement()).isNull();
    assertThat(resolution.rows()).isEmpty();
  }

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

  @Test
  void historyHasARowForEachStateThatDiffersFromTheOneBefore() {
    Resolution resolution =
        proeftuin()
            .snapshot("2023-03-31")
            .shows(job().hours("20"))
            .snapshot("2023-06-30")
            .shows(job().hours("20"))
            .snapshot("2023-09-30")
            .shows(job().hours("24"))
            .snapshot("2023-12-31")
            .shows(job().hours("20"))
            .resolve(AS_OF);

    assertThat(resolution.history())
        .extracting(Resolution.PastState::peildatum, past -> past.state().hoursPerWeek())
        .containsExactly(
            tuple(day("2023-03-31"), 20_000_000L),
            tuple(day("2023-09-30"), 24_000_000L),
            tuple(day("2023-12-31"), 20_000_000L));
  }

  @Test
  void aReferenceDateOfTheRowIsItsPeildatum() {
    Resolution resolution =
        proeftuin().snapshot("2023-07-10").shows(job().reference("2023-06-30")).resolve(AS_OF);

    assertThat(resolution.placement().knownUntil()).isEqualTo(day("2023-06-30"));
    assertThat(resolution.history().get(0).peildatum()).isEqualTo(day("2023-06-30"));
  }

  @Test
  void aReferenceDateAloneIsNoNewState() {
    Resolution resolution =
        proeftuin()
            .snapshot("2023-04-10")
            .shows(job().reference("2023-03-31"))
            .snapshot("2023-07-10")
            .shows(job().reference("2023-06-30"))
            .resolve(AS_OF);

    assertThat(resolution.history()).hasSize(1);
  }

  @Test
  void onlyInternshipsAndWorkExperienceAreNoJobs() {
    for (String form :
        List.of("permanent", "temporary", "agency", "secondment", "apprenticeship", "unknown")) {
      assertThat(job().form(form).seen("a", "2023-03-31", AS_OF).isJob()).as(form).isTrue();
    }
    for (String form : List.of("internship", "work_experience")) {
      assertThat(job().form(form).seen("a", "2023-03-31", AS_OF).isJob()).as(form).isFalse();
    }
  }

  @Test
  void deliveriesThatWereRefusedDoNotCount() {
    // the knowledge of the proeftuin holds delivery 0 only; the row of delivery 1 was refused
    Deliveries deliveries = proeftuin().snapshot("2023-03-31").shows(job().hours("20"));
    Knowledge known = deliveries.knowledge();
    deliveries.snapshot("2023-06-30").shows(job().hours("30"));

    Resolution resolution =
        PlacementResolver.resolve(
            "a", deliveries.sightings(), known, Deliveries.CHANGES, day(AS_OF));

    assertThat(states(resolution)).containsExactly(ACCEPTED);
    assertThat(resolution.placement().state().hoursPerWeek()).isEqualTo(20_000_000L);
  }

  @Test
  void aPlacementKeepsItsWholeStateThroughBytes() {
    Item.Placement state =
        job()
            .contract("c", "Supplier é")
            .employer("Wérkgever")
            .registered("2020-01-01", null)
            .value("1234.56", "pso")
            .link("x", null, "z")
            .item();
    ByteWriter out = new ByteWriter();
    ItemCodec.write(out, state);

    assertThat(ItemCodec.readPlacement(new ByteReader(out.toBytes()))).isEqualTo(state);
  }
}

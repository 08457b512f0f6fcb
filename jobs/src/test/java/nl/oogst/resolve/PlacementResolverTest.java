package nl.oogst.resolve;

import static nl.oogst.resolve.PlacementOf.day;
import static nl.oogst.resolve.Resolution.State.ACCEPTED;
import static nl.oogst.resolve.Resolution.State.DUPLICATE;
import static nl.oogst.resolve.Resolution.State.SUPERSEDED;
import static nl.oogst.resolve.ResolverCases.AS_OF;
import static nl.oogst.resolve.ResolverCases.issues;
import static nl.oogst.resolve.ResolverCases.job;
import static nl.oogst.resolve.ResolverCases.proeftuin;
import static nl.oogst.resolve.ResolverCases.states;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import nl.oogst.model.IssueCode;
import nl.oogst.model.Item;
import org.junit.jupiter.api.Test;

/** Contract section 3 "States": which row of a placement counts. */
class PlacementResolverTest {
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

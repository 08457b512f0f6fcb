package nl.oogst.resolve;

import static nl.oogst.resolve.PlacementOf.day;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import nl.oogst.model.Fixed;
import nl.oogst.model.Issue;
import nl.oogst.model.IssueCode;
import nl.oogst.model.Item;
import nl.oogst.model.Period;
import org.junit.jupiter.api.Test;

/** What a proeftuin states beside what its placements show. */
class StatementTallyTest {
  private static final int KNOWN = day("2024-12-31");

  private static SmallItems.Seen states(String measure, String period, String value) {
    return states(measure, period, value, null);
  }

  private static SmallItems.Seen states(
      String measure, String period, String value, String organisation) {
    Item.Statement statement =
        new Item.Statement(
            measure,
            Period.parse(period).orElseThrow(),
            Fixed.of(new BigDecimal(value)),
            organisation,
            null,
            null,
            null,
            null);
    return new SmallItems.Seen(new Sightings.Place(0, 1, 2), statement);
  }

  private static ResolvedPlacement placement(PlacementOf placement) {
    return Deliveries.of("a")
        .snapshot("2024-12-31")
        .shows(placement)
        .resolve("2024-12-31")
        .placement();
  }

  private static List<Issue> issues(SmallItems.Seen statement, PlacementOf... placements) {
    StatementTally tally = new StatementTally(List.of(statement), KNOWN);
    for (PlacementOf one : placements) {
      tally.add(List.of(placement(one)));
    }
    return tally.issues(Deliveries.CHANGES).stream().map(Resolution.PlacedIssue::issue).toList();
  }

  private static PlacementOf job(String id) {
    return PlacementOf.id(id).from("2023-06-01");
  }

  @Test
  void aStatementOfJobsMayMeanThoseStartedOrThoseRunning() {
    PlacementOf[] six = {
      job("1"),
      job("2"),
      job("3"),
      job("4"),
      job("5").from("2024-02-01"),
      job("6").from("2024-03-01")
    };
    assertThat(issues(states("jobs", "2024", "2"), six)).as("started").isEmpty();
    assertThat(issues(states("jobs", "2024", "6"), six)).as("running").isEmpty();
    assertThat(issues(states("jobs", "2024", "5"), six)).as("one off").isEmpty();
    assertThat(issues(states("jobs", "2024", "8"), six))
        .containsExactly(
            new Issue(
                IssueCode.STATEMENT_DIFFERS,
                "value",
                "8",
                "volgens uw plaatsingen: 2 gestart in 2024 of 6 lopend op 31-12-2024"));
  }

  @Test
  void aPersonWithTwoJobsIsOne() {
    StatementTally tally = new StatementTally(List.of(states("persons", "2024", "4")), KNOWN);
    tally.add(List.of(placement(job("1")), placement(job("2"))));
    tally.add(List.of(placement(job("3").to("2023-12-31"))));

    assertThat(tally.issues(Deliveries.CHANGES))
        .extracting(placed -> placed.issue().expected())
        .containsExactly("volgens uw plaatsingen: 1 persoon met een baan in 2024");
  }

  @Test
  void onlyWhatTheStatementIsAboutIsCounted() {
    PlacementOf[] three = {
      job("1"),
      job("2").organisation("SZW"),
      job("3").form("internship"),
      job("4").organisation("SZW")
    };
    assertThat(issues(states("jobs", "2023", "2", "SZW"), three)).isEmpty();
    assertThat(issues(states("jobs", "2023", "5", "SZW"), three)).hasSize(1);
  }

  @Test
  void fullTimeAndEurosAreComparedToo() {
    assertThat(issues(states("fte", "2023", "1.5"), job("1").hours("18"), job("2"))).isEmpty();
    assertThat(issues(states("fte", "2023", "3"), job("1").hours("18"), job("2")))
        .extracting(Issue::expected)
        .containsExactly("volgens uw plaatsingen: 1,5 fte op 31-12-2023");
    PlacementOf worth = job("1").value("1000", "rijk_maatwerk");
    assertThat(issues(states("value_eur", "2023", "1050"), worth)).isEmpty();
    assertThat(issues(states("value_eur", "2023", "2000"), worth)).hasSize(1);
    assertThat(issues(states("value_eur", "2023", "2000"), worth, job("2").value("5", "other")))
        .as("values of two schemes are no sum")
        .isEmpty();
  }

  @Test
  void whatCannotBeJudgedIsNot() {
    assertThat(issues(states("jobs", "2024", "9"))).as("no placements at all").isEmpty();
    assertThat(issues(states("jobs", "2025", "9"), job("1"))).as("not over yet").isEmpty();
    assertThat(issues(states("banen", "2024", "9"), job("1"))).isEmpty();
    assertThat(issues(states("other", "2024", "9"), job("1"))).isEmpty();
  }

  @Test
  void partsMergeToTheSame() {
    SmallItems.Seen statement = states("persons", "2024", "5");
    StatementTally one = new StatementTally(List.of(statement), KNOWN);
    StatementTally two = new StatementTally(List.of(statement), KNOWN);
    one.add(List.of(placement(job("1"))));
    two.add(List.of(placement(job("2"))));
    StatementTally whole = new StatementTally(List.of(statement), KNOWN);
    whole.add(List.of(placement(job("2"))));
    whole.add(List.of(placement(job("1"))));

    assertThat(one.merge(two).issues(Deliveries.CHANGES))
        .isNotEmpty()
        .isEqualTo(whole.issues(Deliveries.CHANGES));
  }
}

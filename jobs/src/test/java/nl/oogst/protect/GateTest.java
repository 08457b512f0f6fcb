package nl.oogst.protect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.oogst.protect.GateReport.Block;
import nl.oogst.protect.GateReport.Leak;
import org.junit.jupiter.api.Test;

/** What an attacker can work out from published figures is found, and does not go out. */
class GateTest {
  private static final Block PARTS =
      new Block("jobs_realised", "jobs_started", "organisation+target_group", "2024-Q1");

  /** Four cells of one person, each rounded up, beside a total rounded down. */
  private static GateTable fourOnes() {
    return GateTables.table("2024-Q1")
        .row("organisation", "BZK", null, 4, 0)
        .row("organisation+target_group", "BZK", "wajong", 1, 5)
        .row("organisation+target_group", "BZK", "wsw", 1, 5)
        .row("organisation+target_group", "BZK", "wia", 1, 5)
        .row("organisation+target_group", "BZK", "ww", 1, 5)
        .row("organisation+target_group", "BZK", "other", 0, 0)
        .row("organisation", "SZW", null, 7, 5)
        .row("organisation+target_group", "SZW", "wsw", 7, 5)
        .table();
  }

  @Test
  void fourOnesRoundedUpBesideATotalRoundedDownAreKnown() {
    GateReport report = gate().judge(List.of(fourOnes()));
    assertThat(report.clean()).isFalse();
    assertThat(report.leaks())
        .extracting(Leak::cell)
        .containsExactlyInAnyOrder(
            "organisation=BZK",
            "organisation=BZK, target_group=wajong",
            "organisation=BZK, target_group=wsw",
            "organisation=BZK, target_group=wia",
            "organisation=BZK, target_group=ww");
    assertThat(report.remedies()).contains("organisation+target_group of jobs_realised");
    assertThat(report.leaks().get(0).text())
        .contains("jobs_realised jobs_started in 2024-Q1", "worked out exactly");
  }

  @Test
  void whatLeaksIsLeftOutForTheWholeBreakdownInThatPeriod() {
    Coarsening.Coarsened judgement = new Coarsening(gate()).apply(List.of(fourOnes()));
    assertThat(judgement.report().clean()).isTrue();
    assertThat(judgement.report().coarsened()).containsExactly(PARTS);
    GateTable table = judgement.tables().get(0);
    int measure = table.schema().indexOf("jobs_started");
    int breakdown = table.schema().indexOf("breakdown");
    int disclosure = table.schema().indexOf("disclosure");
    assertThat(table.published())
        .allSatisfy(
            row -> {
              boolean left = row[breakdown].equals(PARTS.breakdown());
              assertThat(row[measure] == null).isEqualTo(left);
              assertThat(row[disclosure]).isEqualTo(left ? "withheld" : "rounded");
            });
    assertThat(table.exact()).allSatisfy(row -> assertThat(row[measure]).isNotNull());
    assertThat(gate().judge(judgement.tables()).clean()).isTrue();
  }

  @Test
  void oneTotalHigherNothingIsKnown() {
    GateTable table =
        GateTables.table("2024-Q1")
            .row("organisation", "BZK", null, 4, 5)
            .row("organisation+target_group", "BZK", "wajong", 1, 5)
            .row("organisation+target_group", "BZK", "wsw", 1, 5)
            .row("organisation+target_group", "BZK", "wia", 1, 5)
            .row("organisation+target_group", "BZK", "ww", 1, 5)
            .table();
    assertThat(gate().judge(List.of(table)).leaks()).isEmpty();
  }

  @Test
  void whatWasLeftOutOnceStaysOut() {
    Coarsening.Coarsened first = new Coarsening(gate()).apply(List.of(fourOnes()));
    GateTable harmless =
        GateTables.table("2024-Q1")
            .row("organisation", "BZK", null, 5, 5)
            .row("organisation+target_group", "BZK", "wajong", 5, 5)
            .table();
    Gate next = gate();
    next.earlier("first", first.tables(), first.report().coarsened());
    Coarsening.Coarsened second = new Coarsening(next).apply(List.of(harmless));
    assertThat(second.report().coarsened()).containsExactly(PARTS);
    assertThat(second.report().earlier()).containsExactly("first");
  }

  @Test
  void twoReleasesTogetherGiveAwayWhatNeitherDoes() {
    // one more started in wajong: what is left of the total is the other three, unchanged
    GateTable before =
        GateTables.table("2024-Q1")
            .row("organisation", "BZK", null, 4, 5)
            .row("organisation+target_group", "BZK", "wajong", 1, 0)
            .row("organisation+target_group", "BZK", "wsw", 1, 5)
            .row("organisation+target_group", "BZK", "wia", 1, 5)
            .row("organisation+target_group", "BZK", "ww", 1, 5)
            .table();
    GateTable after =
        GateTables.table("2024-Q1")
            .row("organisation", "BZK", null, 9, 5)
            .row("organisation+target_group", "BZK", "wajong", 6, 10)
            .row("organisation+target_group", "BZK", "wsw", 1, 5)
            .row("organisation+target_group", "BZK", "wia", 1, 5)
            .row("organisation+target_group", "BZK", "ww", 1, 5)
            .table();
    assertThat(gate().judge(List.of(before)).leaks()).isEmpty();
    Gate both = gate();
    both.earlier("before", List.of(before), List.of());
    assertThat(both.judge(List.of(after)).leaks())
        .extracting(Leak::cell)
        .contains("organisation=BZK, target_group=wsw");
  }

  @Test
  void aGroupInWhichEveryoneIsAlikeIsNamed() {
    GateTable table =
        GateTables.table("2024-Q1")
            .row("organisation", "BZK", null, 12, 10)
            .row("organisation+target_group", "BZK", "wajong", 12, 10)
            .row("organisation", "SZW", null, 9, 10)
            .row("organisation+target_group", "SZW", "wajong", 6, 5)
            .row("organisation+target_group", "SZW", "wia", 3, 5)
            .table();
    assertThat(gate().judge(List.of(table)).groups())
        .containsExactly(
            new GateReport.Group(
                "jobs_realised", "organisation+target_group", "organisation=BZK", "target_group"));
  }

  @Test
  void theReportNamesNoFigureAndIsReadBack() throws Exception {
    GateReport report = new Coarsening(gate()).apply(List.of(fourOnes())).report();
    byte[] json = report.toJson();
    assertThat(new String(json, StandardCharsets.UTF_8))
        .contains("\"coarsened\"", "organisation+target_group", "\"relations\"")
        .doesNotContain("exact\"");
    assertThat(GateReport.coarsenedIn(json)).containsExactly(PARTS);
  }

  private static Gate gate() {
    return new Gate(GateTables.RULES);
  }
}

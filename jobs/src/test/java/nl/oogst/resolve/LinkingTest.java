package nl.oogst.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Collections;
import java.util.Random;
import nl.oogst.model.LinkTokens;
import org.junit.jupiter.api.Test;

/** Contract section 5 rule 4 (a), and the methods page, section 6. */
class LinkingTest extends LinkingCases {
  @Test
  void equalLinksAtTheSameEmployerInOverlappingPeriodsAreOneJob() {
    with("a", at("1", "x").from("2023-01-01").to("2023-06-30"))
        .with("b", at("2", "x").from("2023-06-30"));

    Identities identities = link();

    assertThat(links()).containsExactly("a A a/1 b/2");
    assertThat(identities.job("a", "1")).isEqualTo(new Identities.Job("a/1", 2));
    assertThat(identities.job("b", "2")).isEqualTo(new Identities.Job("a/1", 2));
  }

  @Test
  void periodsThatOnlyMeetAreTwoJobsOfOnePerson() {
    with("a", at("1", "x").person("p").from("2023-01-01").to("2023-06-29"))
        .with("b", at("2", "x").person("q").from("2023-06-30"));

    Identities identities = link();

    assertThat(identities.links()).isEmpty();
    assertThat(identities.job("b", "2").records()).isEqualTo(1);
    assertThat(identities.person("a", "p")).isEqualTo(identities.person("b", "q"));
  }

  @Test
  void otherEmployersAreOtherJobs() {
    with("a", at("1", "x")).with("b", at("2", "x").employerKvk("87654321"));

    assertThat(links()).isEmpty();
  }

  @Test
  void withoutAnyEmployerRuleADoesNotHold() {
    with("a", at("1", "x").employerKvk(null)).with("b", at("2", "x").employerKvk(null));

    assertThat(links()).isEmpty();
  }

  @Test
  void theEmployerIsOfTheSameKindOnBothSides() {
    // the number is the same, yet once of the employer and once of the supplier
    with("a", at("1", "x")).with("b", at("2", "x").employerKvk(null).supplierKvk("12345678"));

    assertThat(links()).isEmpty();
  }

  @Test
  void supplierKvkAndFoldedNamesServeWhereTheEmployersNumberIsMissing() {
    with("a", at("1", "x").employerKvk(null).supplierKvk("11111111"))
        .with("b", at("2", "x").employerKvk(null).supplierKvk("11111111"))
        .with("c", at("3", "y").employerKvk(null).employer("Groén & Co. B.V."))
        .with("d", at("4", "y").employerKvk(null).employer("GROEN & CO BV"));

    assertThat(links()).containsExactly("a A a/1 b/2", "a A c/3 d/4");
  }

  @Test
  void recordsOfOneProeftuinAreNeverOneJob() {
    with("a", at("1", "x").person("p")).with("a", at("2", "x").person("q"));

    Identities identities = link();

    assertThat(identities.links()).isEmpty();
    // but their links are equal: one person
    assertThat(identities.person("a", "p")).isEqualTo(identities.person("a", "q"));
  }

  @Test
  void aNameThatSoundsAlikeJoinsOnlyTheJobWithItsKind() {
    with("a", at("1", "x").link("x", "s", null)).with("b", at("2", "y").link("y", "s", null));

    assertThat(links()).containsExactly("a B a/1 b/2");
  }

  @Test
  void aNameThatSoundsAlikeElsewhereIsAnotherPerson() {
    with("a", at("1", "x").person("p").link("x", "s", null))
        .with("b", at("2", "y").person("q").link("y", "s", null).employerKvk("87654321"));

    Identities identities = link();

    assertThat(identities.links()).isEmpty();
    assertThat(identities.person("a", "p")).isNotEqualTo(identities.person("b", "q"));
  }

  @Test
  void dayAndMonthSwappedIsComparedWithTheExactTokenOfTheOther() {
    with("a", at("1", "x").link("x", "s1", "y")).with("b", at("2", "y").link("y", "s2", "x"));

    assertThat(links()).containsExactly("a C a/1 b/2");
  }

  @Test
  void swappedTokensAreNotComparedWithEachOther() {
    with("a", at("1", "x").link("x", "s1", "w")).with("b", at("2", "y").link("y", "s2", "w"));

    assertThat(links()).isEmpty();
  }

  @Test
  void anExactLinkGoesBeforeTheOtherKindsOfTheSamePair() {
    with("a", at("1", "x").link("x", "s", "x")).with("b", at("2", "x").link("x", "s", "x"));

    assertThat(links()).containsExactly("a A a/1 b/2");
  }

  @Test
  void aJobIsTheConnectedGroupAndKItsSize() {
    // a-b and b-c by overlap; a and c do not overlap
    with("a", at("1", "x").from("2023-01-01").to("2023-03-31"))
        .with("b", at("2", "x").from("2023-03-01").to("2023-06-30"))
        .with("c", at("3", "x").from("2023-06-01"));

    Identities identities = link();

    assertThat(links()).containsExactly("a A a/1 b/2", "a A b/2 c/3");
    assertThat(identities.job("c", "3")).isEqualTo(new Identities.Job("a/1", 3));
  }

  @Test
  void thePersonsOfOneJobAreOnePerson() {
    with("a", contract("1").person("p")).with("b", contract("2").person("q"));

    Identities identities = link();

    assertThat(identities.person("a", "p")).isEqualTo("a/p");
    assertThat(identities.person("b", "q")).isEqualTo("a/p");
    assertThat(identities.person("b", "someone else")).isEqualTo("b/someone else");
  }

  @Test
  void internshipsAreNoJobsAndLinkNothing() {
    with("a", at("1", "x").form("internship")).with("b", at("2", "x").form("internship"));

    assertThat(links()).isEmpty();
  }

  @Test
  void aGroupOfMoreThanSixPersonNumbersIsReportedAndNotMerged() {
    for (int i = 1; i <= 7; i++) {
      // other employers, so that no job is shared; 700 others, so that the token is not common
      with("p" + i, at("x" + i, "x").person("n").employerKvk("0000000" + i));
    }
    for (int i = 0; i < 700; i++) {
      with("other", at("o" + i, "t" + i));
    }

    Identities identities = link();

    assertThat(identities.doubtful()).hasSize(7);
    assertThat(identities.person("p2", "n")).isEqualTo("p2/n");
  }

  @Test
  void aGroupOfSixPersonNumbersIsMerged() {
    for (int i = 1; i <= 6; i++) {
      with("p" + i, at("x" + i, "x").person("n").employerKvk("0000000" + i));
    }

    Identities identities = link();

    assertThat(identities.doubtful()).isEmpty();
    assertThat(identities.person("p6", "n")).isEqualTo("p1/n");
  }

  @Test
  void aGroupWithTwoBirthDatesIsReportedAndNotMerged() {
    // q has two records: its number holds two persons
    with("a", at("1", "x").person("p").link(new LinkTokens("x", null, null, "b1")))
        .with(
            "b",
            at("2", "x").person("q").employerKvk("2").link(new LinkTokens("x", null, null, "b1")))
        .with(
            "b",
            at("3", "y").person("q").employerKvk("3").link(new LinkTokens("y", null, null, "b2")))
        .with(
            "c",
            at("4", "y").person("r").employerKvk("4").link(new LinkTokens("y", null, null, "b2")));

    Identities identities = link();

    assertThat(identities.doubtful()).containsExactlyInAnyOrder("a/p", "b/q", "c/r");
    assertThat(identities.person("a", "p")).isNotEqualTo(identities.person("c", "r"));
  }

  @Test
  void aTokenOfMoreThanOnePercentOfTheJobsDoesNotCount() {
    for (int i = 0; i < 7; i++) {
      with("p" + i, at("x" + i, "x").person("n"));
    }

    // 7 of 7 jobs carry it: a birth date of 1 January, say
    Identities identities = link();

    assertThat(identities.links()).isEmpty();
    assertThat(identities.doubtful()).isEmpty();
  }

  @Test
  void theOrderOfRecordsDoesNotMatter() {
    with("a", contract("10"))
        .with("a", contract("11").link("x", null, null))
        .with("b", contract("7"));
    with("b", contract("8")).with("c", contract("9").link("x", null, null).employerKvk("1"));
    with("c", contract("5"));
    Identities expected = link();
    Random random = new Random(1);
    for (int i = 0; i < 20; i++) {
      Collections.shuffle(placements, random);
      assertThat(link()).isEqualTo(expected);
    }
  }

  @Test
  void linksNameTheProeftuinenInOrder() {
    with("b", at("1", "x")).with("a", at("2", "x"));

    assertThat(link().links())
        .extracting(Link::proeftuinA, Link::placementA, Link::proeftuinB, Link::placementB)
        .containsExactly(tuple("a", "2", "b", "1"));
  }

  @Test
  void alikePersonsAtOtherEmployersMayBeOneAndAreNotJoined() {
    with("a", at("1", "x").person("p"))
        .with(
            "b",
            PlacementOf.id("2").person("q").employerKvk("87654321").link("y", "sound x", null));

    Identities identities = link();

    assertThat(identities.person("a", "p")).isNotEqualTo(identities.person("b", "q"));
    assertThat(identities.possible("a", "p")).isEqualTo(identities.possible("b", "q"));
    assertThat(identities.possible("c", "r")).as("alone").isEqualTo("c/r");
  }
}

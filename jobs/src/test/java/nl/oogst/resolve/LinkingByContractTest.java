package nl.oogst.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Contract section 5 rule 4 (b): jobs without a link. */
class LinkingByContractTest extends LinkingCases {
  @Test
  void ruleBPairsOneToOneInOrderOfPlacement() {
    with("a", contract("10")).with("a", contract("11")).with("a", contract("12"));
    with("b", contract("7")).with("b", contract("8"));

    assertThat(links()).containsExactly("b null a/10 b/7", "b null a/11 b/8");
    assertThat(link().job("a", "12").records()).isEqualTo(1);
  }

  @Test
  void ruleBPairsBetweenEachTwoProeftuinen() {
    with("a", contract("1")).with("b", contract("2")).with("c", contract("3"));

    assertThat(links()).containsExactly("b null a/1 b/2", "b null a/1 c/3", "b null b/2 c/3");
    assertThat(link().job("b", "2").records()).isEqualTo(3);
  }

  @Test
  void ruleBFoldsTheSupplierAndNothingElse() {
    with("a", contract("1").contract("F-1", "schoon werk bv"))
        .with("b", contract("2").contract("F-1", "SCHOON WERK B.V."))
        .with("c", contract("3").contract("f-1", "Schoon Werk B.V."));

    assertThat(links()).containsExactly("b null a/1 b/2");
  }

  @Test
  void ruleBNeedsEveryFieldFilledAndEqual() {
    with("a", contract("1"));
    with("b", contract("2").contract(null, "Schoon Werk B.V."));
    with("c", contract("3").contract("F-1", null));
    with("d", contract("4").from("2023-01-02"));
    with("e", contract("5").hours("24.5"));
    with("f", contract("6").group("wajong"));

    assertThat(links()).isEmpty();
  }

  @Test
  void ruleBDoesNotHoldWhereBothHaveALink() {
    with("a", contract("1").link("x", null, null)).with("b", contract("2").link("y", null, null));

    assertThat(links()).isEmpty();
  }

  @Test
  void ruleBHoldsWhereOneSideHasNoLinkAndPassesByWhoHasOne() {
    with("a", contract("1").link("x", null, null));
    with("b", contract("2").link("y", null, null)).with("b", contract("3"));

    assertThat(links()).containsExactly("b null a/1 b/3");
  }

  @Test
  void withASingleProeftuinAContractIsNoKey() {
    with("a", contract("1").link("x", null, null));
    List<String> keys = new ArrayList<>();
    LinkBlock.keys(placements.get(0), false, (key, job) -> keys.add(key));
    LinkBlock.keys(placements.get(0), true, (key, job) -> keys.add(key));

    assertThat(keys).hasSize(3).filteredOn("px"::equals).hasSize(2);
  }

  @Test
  void aPersonLinkedByContractIsWithinTheGroupOfWhoItMayBe() {
    with("a", PlacementOf.id("1").person("p").contract("F-1", "Groen B.V."))
        .with("b", at("2", "x").person("q").contract("F-1", "Groen B.V."))
        .with("c", at("3", "y").person("r").employerKvk("87654321").link("y", "sound x", null));

    Identities identities = link();

    assertThat(identities.person("a", "p")).isEqualTo(identities.person("b", "q"));
    assertThat(identities.possible("a", "p"))
        .isEqualTo(identities.possible("b", "q"))
        .isEqualTo(identities.possible("c", "r"));
  }
}

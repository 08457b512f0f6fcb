package nl.oogst.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which keys need not be looked at, since their jobs are all of one proeftuin. */
class ContractMarksTest {
  private final ContractMarks alfa = new ContractMarks();
  private final ContractMarks beta = new ContractMarks();
  private final ContractMarks gamma = new ContractMarks();

  @Test
  void aContractOfOneProeftuinTellsNothing() {
    alfa.add(contract("F-1", 1));
    alfa.add(contract("F-1", 2));
    beta.add(contract("F-2", 1));

    assertThat(shared().isEmpty()).isTrue();
    assertThat(shared().mayTell(contract("F-1", 1))).isFalse();
  }

  @Test
  void aContractOfTwoMayWhateverElseItsJobsAre() {
    alfa.add(contract("F-1", 1));
    beta.add(contract("F-2", 1));
    gamma.add(contract("F-1", 2));

    assertThat(shared().isEmpty()).isFalse();
    assertThat(shared().mayTell(contract("F-1", 3))).isTrue();
    assertThat(shared().mayTell(contract("F-2", 1))).isFalse();
  }

  @Test
  void marksOfPartsAddUp() {
    ContractMarks rest = new ContractMarks();
    rest.add(contract("F-3", 1));
    alfa.add(contract("F-1", 1));
    alfa.add(rest);
    beta.add(contract("F-3", 2));

    assertThat(shared().mayTell(contract("F-3", 1))).isTrue();
    assertThat(shared().mayTell(contract("F-1", 1))).isFalse();
  }

  @Test
  void personsAreAlwaysLookedAtAndLeaveNoMark() {
    alfa.add("pTOKEN");
    beta.add("pTOKEN");
    beta.add("sTOKEN");

    assertThat(shared().isEmpty()).isTrue();
    assertThat(shared().mayTell("pTOKEN")).isTrue();
    assertThat(shared().mayTell("sTOKEN")).isTrue();
  }

  private ContractMarks shared() {
    return ContractMarks.shared(List.of(alfa, beta, gamma));
  }

  private static String contract(String id, int start) {
    return "c" + String.join(LinkCandidate.BETWEEN, id, "schoonwerk", "" + start, "24", "wia");
  }
}

package nl.oogst.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import nl.oogst.model.Issue;
import nl.oogst.model.IssueCode;
import nl.oogst.model.Item;
import nl.oogst.normalise.Outcome.Kept;
import nl.oogst.normalise.Outcome.Refused;
import nl.oogst.read.CellType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What tells who somebody is: it refuses a delivery, is masked, or becomes a token. */
class PersonalValuesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "111222333",
        "1112.22.333",
        "111-222-333",
        "111 222 333",
        " 111222333 ",
        "BSN 111222333",
        "bsn:111222333",
        "BSN-111222333"
      })
  void aCitizenServiceNumberRefusesTheDelivery(String value) {
    Outcome outcome = Desk.placement().with("person_id", value).outcome();

    assertThat(outcome).isInstanceOf(Refused.class);
    assertThat(Desk.issues(outcome))
        .containsExactly(
            new Issue(IssueCode.BSN_FOUND, "person_id", null, "een nummer van de proeftuin zelf"));
    assertThat(outcome.toString()).doesNotContain("111").doesNotContain("333");
  }

  @Test
  void aCitizenServiceNumberIsFoundAsANumberAndInFreeText() {
    assertThat(
            Desk.placement()
                .with("person_id", "111222333")
                .typed("person_id", CellType.NUMBER)
                .outcome())
        .isInstanceOf(Refused.class);
    assertThat(Desk.of("lesson").with("text", "De kandidaat (bsn 111222333) begon.").outcome())
        .isInstanceOf(Refused.class);
    assertThat(Desk.placement().with("Naam collega", "111222333").outcome())
        .isInstanceOf(Refused.class);
  }

  @ParameterizedTest
  @CsvSource({
    "contract_id, 111222333",
    "employer_kvk, 111222333",
    "person_id, 111222334",
    "person_id, 11122233",
    "person_id, 1112223330",
    "person_id, 000000000",
    "person_id, K111222333",
    "person_id, K-111222333",
    "person_id, 111222333B",
    "Factuur medewerker, 111222333",
    "ID, 111222333",
    "value_eur, 111222333",
  })
  void otherNumbersAreNoCitizenServiceNumbers(String field, String value) {
    assertThat(Desk.placement().with(field, value).outcome()).isInstanceOf(Kept.class);
  }

  /** 012345672 passes the elfproef. */
  @Test
  void aNumberThatLostItsZeroInASheetIsOneToo() {
    Desk sheet = Desk.placement().with("person_id", "12345672").typed("person_id", CellType.NUMBER);
    assertThat(sheet.outcome()).isInstanceOf(Refused.class);
    assertThat(sheet.outcome().toString()).doesNotContain("12345672");
    assertThat(sheet.beside("person_id", "12345673").outcome())
        .as("another number beside it fails")
        .isInstanceOf(Kept.class);
  }

  @Test
  void inATextTwoNumbersOfEightDigitsMustPass() {
    assertThat(Desk.placement().with("person_id", "12345672").outcome()).isInstanceOf(Kept.class);
    assertThat(
            Desk.placement()
                .with("person_id", "12345672")
                .beside("person_id", "23456784")
                .outcome())
        .isInstanceOf(Refused.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"employer_kvk", "contract_id", "link_birth_date"})
  void eightDigitsElsewhereAreOtherNumbers(String field) {
    assertThat(
            Desk.placement()
                .key(Desk.KEY)
                .with(field, "12345672")
                .typed(field, CellType.NUMBER)
                .outcome())
        .isInstanceOf(Kept.class);
  }

  @Test
  void aColumnNamedForItRefusesWhateverItHolds() {
    Desk desk = Desk.placement().with("BSN-nummer", "geheim");
    assertThat(desk.mapping().refused()).isTrue();
    assertThat(desk.outcome()).isInstanceOf(Refused.class);
    assertThat(Desk.placement().with("Burgerservicenr.", "").outcome()).isInstanceOf(Kept.class);
  }

  @Test
  void personValuesAreMaskedInIssues() {
    Outcome outcome = Desk.placement().with("link_birth_date", "31-2-1980").key(Desk.KEY).outcome();

    assertThat(Desk.issues(outcome))
        .containsExactly(
            new Issue(
                IssueCode.OPTIONAL_UNREADABLE,
                "link_birth_date",
                "•••",
                "een bestaande datum, zoals 31-1-2025"));
  }

  @Test
  void contactDataInKeptTextAreMasked() {
    Outcome outcome =
        Desk.of("lesson").with("text", "Bel Jan op 06-12345678 of jan@bakker.nl").outcome();

    assertThat(((Item.Lesson) ((Kept) outcome).item()).text())
        .isEqualTo("Bel Jan op [telefoon] of [e-mail]");
    assertThat(Desk.issues(outcome))
        .containsExactly(new Issue(IssueCode.CONTACT_MASKED, "text", "•••", null));
  }

  @Test
  void aContractNumberIsNoTelephoneNumber() {
    Outcome outcome = Desk.placement().with("contract_id", "0612345678").outcome();

    assertThat(((Item.Placement) ((Kept) outcome).item()).contractId()).isEqualTo("0612345678");
    assertThat(Desk.issues(outcome)).isEmpty();
  }

  @Test
  void linkFieldsBecomeTokensOnlyWithAKey() {
    Desk desk =
        Desk.placement()
            .with("link_surname", "Van den Berg")
            .with("link_initials", "A.B.")
            .with("link_birth_date", "3-4-1980");

    Item.Placement without = (Item.Placement) ((Kept) desk.outcome()).item();
    assertThat(without.link()).isNull();
    assertThat(desk.normaliser().tableIssues())
        .extracting(Issue::code)
        .containsExactly(IssueCode.LINK_DROPPED);

    Item.Placement with = (Item.Placement) ((Kept) desk.key(Desk.KEY).outcome()).item();
    assertThat(with.link().exact()).matches("[0-9a-f]{32}");
    assertThat(with.toString()).doesNotContain("Berg").doesNotContain("1980");
    assertThat(desk.normaliser().tableIssues()).isEmpty();
  }
}

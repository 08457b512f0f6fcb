package nl.oogst.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import nl.oogst.model.Days;
import nl.oogst.model.Fixed;
import nl.oogst.model.Issue;
import nl.oogst.model.IssueCode;
import nl.oogst.model.Item;
import nl.oogst.model.Period;
import nl.oogst.model.Text;
import nl.oogst.normalise.Outcome.Kept;
import nl.oogst.normalise.Outcome.NotARecord;
import nl.oogst.normalise.Outcome.Quarantined;
import nl.oogst.read.ReadIssue;
import nl.oogst.read.RowKind;
import nl.oogst.read.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowNormaliserTest {
  @Test
  void aValidPlacementIsKeptWithoutIssues() {
    Outcome outcome =
        Desk.placement()
            .with("Einddatum", "31-12-2024")
            .with("Leverancier", "Bakker BV")
            .with("Waarde", "€ 1.250,-")
            .outcome();

    assertThat(outcome)
        .isEqualTo(
            new Kept(
                new Item.Placement(
                    "P-1",
                    "K-1",
                    null,
                    "BZK",
                    "Bakker BV",
                    null,
                    null,
                    null,
                    "supplier",
                    null,
                    "permanent",
                    "wajong",
                    null,
                    Days.NONE,
                    Days.NONE,
                    Days.of(2024, 1, 15),
                    Days.of(2024, 12, 31),
                    null,
                    24 * Fixed.ONE,
                    1250 * Fixed.ONE,
                    null,
                    Days.NONE,
                    null),
                List.of()));
  }

  @Test
  void everyEntityHasItsRecord() {
    assertThat(item("paid_hours"))
        .isEqualTo(
            new Item.PaidHours("P-1", Days.of(2024, 1, 1), Days.of(2024, 1, 31), 104 * Fixed.ONE));
    assertThat(item("indicator"))
        .isEqualTo(
            new Item.Indicator(
                "satisfaction_candidate", Period.year(2024), 7_500_000, Fixed.NONE, Fixed.NONE));
    assertThat(item("practice"))
        .isEqualTo(new Item.Practice("open_question", Days.of(2020, 1, 1), Days.NONE, null));
    assertThat(item("lesson"))
        .isEqualTo(
            new Item.Lesson(
                "L-1",
                Days.of(2024, 1, 1),
                "new_tender",
                "process",
                null,
                null,
                null,
                "Begin op tijd",
                false));
    assertThat(item("statement"))
        .isEqualTo(
            new Item.Statement(
                "jobs", Period.year(2024), 12 * Fixed.ONE, null, null, null, null, null));
  }

  private static Item item(String entity) {
    return ((Kept) Desk.of(entity).outcome()).item();
  }

  @ParameterizedTest
  @CsvSource({
    "person_id, '', REQUIRED_MISSING",
    "start_date, 31-2-2024, REQUIRED_UNREADABLE",
    "hours_per_week, veel, REQUIRED_UNREADABLE",
    "end_date, morgen, END_DATE_UNREADABLE",
    "organisation, Ons Dorp, CODE_UNKNOWN",
    "attribution, Ons Dorp, CODE_UNKNOWN",
    "end_date, 14-1-2024, END_BEFORE_START",
    "hours_per_week, -1, HOURS_OUT_OF_RANGE",
    "hours_per_week, '168,5', HOURS_OUT_OF_RANGE",
  })
  void eachErrorOfTheContractQuarantinesTheRow(String field, String value, IssueCode code) {
    Outcome outcome = Desk.placement().with(field, value).outcome();

    assertThat(outcome).isInstanceOf(Quarantined.class);
    Quarantined quarantined = (Quarantined) outcome;
    assertThat(quarantined.placementKey()).isEqualTo("P-1");
    assertThat(Desk.codes(outcome)).containsExactly(code);
    assertThat(quarantined.badValues())
        .containsExactly(new BadValue(field, code, field.equals("person_id") ? "" : value));
  }

  @ParameterizedTest
  @CsvSource({
    "contract_form, zzp, CODE_READ_AS_UNKNOWN",
    "target_group, iets, CODE_READ_AS_UNKNOWN",
    "register_from, gisteren, OPTIONAL_UNREADABLE",
    "value_eur, duur, OPTIONAL_UNREADABLE",
    "route, te paard, OPTIONAL_CODE_UNKNOWN",
    "start_date, 15-1-24, TWO_DIGIT_YEAR",
    "hours_per_week, 61, HOURS_HIGH",
    "organisation, LVVN, ORGANISATION_NOT_VALID",
    "start_date, 03/04/2024, DATE_AMBIGUOUS",
  })
  void eachWarningOfTheContractKeepsTheRow(String field, String value, IssueCode code) {
    Outcome outcome = Desk.placement().with(field, value).outcome();

    assertThat(outcome).isInstanceOf(Kept.class);
    assertThat(Desk.issues(outcome))
        .singleElement()
        .satisfies(
            issue -> {
              assertThat(issue.code()).isEqualTo(code);
              assertThat(issue.field()).isEqualTo(field);
              assertThat(issue.found()).isEqualTo(value);
              assertThat(issue.expected()).isNotBlank();
            });
  }

  @Test
  void limitsAreIncluded() {
    assertThat(Desk.codes(Desk.placement().with("hours_per_week", "0").outcome())).isEmpty();
    assertThat(Desk.codes(Desk.placement().with("hours_per_week", "60").outcome())).isEmpty();
    assertThat(Desk.codes(Desk.placement().with("hours_per_week", "168").outcome()))
        .containsExactly(IssueCode.HOURS_HIGH);
    assertThat(Desk.codes(Desk.placement().with("end_date", "2024-01-15").outcome())).isEmpty();
  }

  @Test
  void anIssueSaysWhatWasFoundAndWhatWasExpected() {
    Outcome outcome = Desk.placement().with("end_date", "14-1-2024").outcome();

    assertThat(Desk.issues(outcome))
        .containsExactly(
            new Issue(IssueCode.END_BEFORE_START, "end_date", "14-1-2024", "op of na 15-1-2024"));
    assertThat(Desk.issues(Desk.placement().with("organisation", "LVVN").outcome()))
        .extracting(Issue::expected)
        .containsExactly("LVVN geldt vanaf " + dutchStart("LVVN"));
  }

  private static String dutchStart(String code) {
    var from = Desk.SCHEMAS.codelist("organisations").code(code).orElseThrow().validFrom();
    return from.getDayOfMonth() + "-" + from.getMonthValue() + "-" + from.getYear();
  }

  @Test
  void allIssuesOfARowAreCollected() {
    Outcome outcome =
        Desk.placement()
            .with("person_id", "")
            .with("start_date", "31-2-2024")
            .with("hours_per_week", "200")
            .with("route", "te paard")
            .outcome();

    assertThat(Desk.codes(outcome))
        .containsExactlyInAnyOrder(
            IssueCode.REQUIRED_MISSING,
            IssueCode.REQUIRED_UNREADABLE,
            IssueCode.HOURS_OUT_OF_RANGE,
            IssueCode.OPTIONAL_CODE_UNKNOWN);
    assertThat(((Quarantined) outcome).badValues())
        .extracting(BadValue::field)
        .containsExactlyInAnyOrder("person_id", "start_date", "hours_per_week");
  }

  @Test
  void negativePaidHoursAreACorrectionAndCount() {
    assertThat(Desk.codes(Desk.of("paid_hours").with("hours", "-16").outcome())).isEmpty();
  }

  @Test
  void anIndicatorNeedsItsValueOrBothParts() {
    Desk parts =
        Desk.of("indicator").with("value", "").with("numerator", "3").with("denominator", "4");
    assertThat(parts.outcome()).isInstanceOf(Kept.class);
    assertThat(Desk.codes(parts.with("denominator", "").outcome()))
        .containsExactly(IssueCode.REQUIRED_MISSING);
  }

  @Test
  void aRequiredColumnThatIsMissingQuarantinesEachRow() {
    Outcome outcome = Desk.placement().without("attribution").outcome();

    assertThat(outcome).isInstanceOf(Quarantined.class);
    assertThat(Desk.issues(outcome))
        .extracting(Issue::code, Issue::field)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(IssueCode.REQUIRED_COLUMN_MISSING, "attribution"));
  }

  @Test
  void rowsOfAnUnrecognisedTableAreNoRecords() {
    RowNormaliser normaliser = Desk.unrecognised("Kleur", "Maat");
    assertThat(normaliser.normalise(Rows.data("rood", "42")))
        .isEqualTo(new NotARecord(Outcome.Reason.NOT_RECOGNISED));
    assertThat(normaliser.normalise(Rows.data("", " ")))
        .isEqualTo(new NotARecord(Outcome.Reason.BLANK));
  }

  @ParameterizedTest
  @CsvSource({
    "BLANK, BLANK",
    "PREAMBLE, TITLE",
    "REPEATED_HEADER, REPEATED_HEADER",
    "FOOTER, FOOTER"
  })
  void whatTheReaderSawIsKept(RowKind kind, Outcome.Reason reason) {
    assertThat(Desk.placement().normaliser().normalise(Rows.of(kind, "opmerking", "")))
        .isEqualTo(new NotARecord(reason));
  }

  @ParameterizedTest
  @EnumSource(
      value = RowKind.class,
      names = {"HEADER", "SEP_LINE"})
  void headersAreNoRows(RowKind kind) {
    RowNormaliser normaliser = Desk.placement().normaliser();
    assertThat(RowNormaliser.counts(kind)).isFalse();
    assertThatThrownBy(() -> normaliser.normalise(Rows.of(kind, "x")))
        .hasMessageContaining(kind + " is no row of the ledger");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Totaal", "Subtotaal:", "Eindtotaal 2024", "TOTAL", "Sub-totaal", "Totaal IenW"})
  void totalsAreNoRecords(String text) {
    RowNormaliser hours = Desk.of("paid_hours").normaliser();
    assertThat(hours.normalise(Rows.data(text, "", "", "1.234,5")))
        .isEqualTo(new NotARecord(Outcome.Reason.TOTAL));
    assertThat(hours.normalise(Rows.data("", text, "", "1.234,5")))
        .isEqualTo(new NotARecord(Outcome.Reason.TOTAL));
  }

  @Test
  void aRecordThatOnlyLooksLikeATotalIsRead() {
    assertThat(Desk.placement().with("placement_id", "Totaal-7").outcome())
        .isInstanceOf(Kept.class);
    assertThat(
            Desk.placement().with("placement_id", "Totaalbouw").with("start_date", "x").outcome())
        .isInstanceOf(Quarantined.class);
  }

  @Test
  void longOrControlCharactersAreCutFromIssues() {
    Outcome outcome = Desk.placement().with("route", "a\u0007b" + "x".repeat(200)).outcome();

    assertThat(Desk.issues(outcome))
        .singleElement()
        .satisfies(issue -> assertThat(issue.found()).startsWith("a bx").hasSize(81).endsWith("…"));
  }

  @Test
  void whatTheReaderToleratedStaysWithTheRow() {
    ReadIssue issue =
        new ReadIssue(IssueCode.QUOTE_STRAY, 1, 3, "a quote inside a cell", "no quote", "as text");
    Outcome outcome =
        Desk.of("paid_hours")
            .normaliser()
            .normalise(Rows.with(issue, "P-1", "2024-01-01", "2024-01-31", "104"));

    assertThat(outcome).isInstanceOf(Kept.class);
    assertThat(Desk.issues(outcome)).isEmpty();
  }

  @Test
  void nothingOfOneRowStandsInTheIssuesOfTheNext() {
    RowNormaliser normaliser = Desk.placement().normaliser();
    normaliser.normalise(Rows.data("P-1", "K-1", "zz", "zz", "zz", "zz", "zz", "zz"));
    assertThat(Desk.issues(normaliser.normalise(Rows.data("P-2"))))
        .hasSize(7)
        .allSatisfy(issue -> assertThat(issue.found()).isEmpty());
  }

  @Test
  void aRecordThatCouldNotBeReadIsQuarantined() {
    ReadIssue issue =
        new ReadIssue(IssueCode.RECORD_UNREADABLE, 1, -1, "broken JSON", "a record", "set aside");
    Outcome outcome = Desk.of("paid_hours").normaliser().normalise(Rows.with(issue));

    assertThat(outcome).isInstanceOf(Quarantined.class);
    assertThat(((Quarantined) outcome).badValues())
        .contains(new BadValue(null, IssueCode.RECORD_UNREADABLE, ""));
  }

  @Test
  void judgementsSayHowAColumnIsReadAndWhy() {
    List<Judgement> judgements =
        Desk.placement().beside("start_date", "13/01/2025").normaliser().judgements();

    assertThat(judgements)
        .containsExactly(
            new Judgement(
                "start_date",
                "start_date",
                new Text("dag voor maand", "day before month"),
                new Text("door 13/01/2025", "because of 13/01/2025"),
                0));
  }
}

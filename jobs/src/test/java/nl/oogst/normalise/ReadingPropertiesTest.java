package nl.oogst.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import nl.oogst.map.DatePattern;
import nl.oogst.model.Days;
import nl.oogst.model.Fixed;
import nl.oogst.model.Issue;
import nl.oogst.read.CellType;
import nl.oogst.read.Rows;

class ReadingPropertiesTest {
  private static final Locale DUTCH = Locale.forLanguageTag("nl-NL");
  private static final List<RowNormaliser> ALL =
      List.of(
          Desk.placement()
              .with("end_date", "")
              .with("supplier", "")
              .with("value_eur", "")
              .with("employer_kvk", "")
              .with("register_ground", "")
              .with("link_surname", "")
              .with("link_initials", "")
              .with("link_birth_date", "")
              .key(Desk.KEY)
              .normaliser(),
          Desk.of("paid_hours").normaliser(),
          Desk.of("indicator").normaliser(),
          Desk.of("practice").normaliser(),
          Desk.of("lesson").with("publishable", "").normaliser(),
          Desk.of("statement").normaliser());

  @Property(tries = 3000, seed = "20190207")
  void anyTextsEndInAnOutcome(
      @ForAll("cells") List<String> cells,
      @ForAll CellType type,
      @ForAll @IntRange(max = 20) int at) {
    for (RowNormaliser normaliser : ALL) {
      assertThat(normaliser.normalise(Rows.typed(at, type, cells.toArray(String[]::new))))
          .isNotNull();
    }
  }

  @Provide
  Arbitrary<List<String>> cells() {
    return Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(12),
            Arbitraries.strings().withChars("0123456789.,-/:€%½ uT'()=\"*").ofMaxLength(14),
            Arbitraries.of("P-1", "K1", "2024-01-01", "31-2-2024", "24,5", "BZK", "Vast", "ww", ""))
        .list()
        .ofMaxSize(20);
  }

  @Property(seed = "20190207")
  void aNumberWrittenInDutchIsReadBack(
      @ForAll @BigRange(min = "-99999999", max = "99999999") @Scale(2) BigDecimal number) {
    DecimalFormat format = new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(DUTCH));
    String grouped = format.format(number);
    long expected = Fixed.of(number);
    assertThat(Numbers.parse(grouped, NumberStyle.UNDECIDED, NumberKind.EURO)).isEqualTo(expected);
    assertThat(Numbers.parse("€ " + grouped, NumberStyle.DUTCH, NumberKind.EURO))
        .isEqualTo(expected);
    assertThat(Numbers.parse(number.toPlainString(), NumberStyle.ENGLISH, NumberKind.OTHER))
        .isEqualTo(expected);
    assertThat(Numbers.parseMachine(number.toPlainString())).isEqualTo(expected);
  }

  @Property(seed = "20190207")
  void aDateWrittenInDutchIsReadBack(@ForAll @IntRange(min = -25_567, max = 84_000) int day) {
    LocalDate date = LocalDate.ofEpochDay(day);
    for (String pattern :
        List.of(
            "yyyy-MM-dd",
            "d-M-yyyy",
            "dd-MM-yyyy",
            "dd/MM/yyyy",
            "d.M.yyyy",
            "d MMMM yyyy",
            "d MMM yyyy",
            "EEEE d MMMM yyyy",
            "yyyyMMdd",
            "dd-MM-yyyy HH:mm")) {
      String text = date.atStartOfDay().format(DateTimeFormatter.ofPattern(pattern, DUTCH));
      long read = Dates.parse(text, DateOrder.DAY_FIRST);
      assertThat(Dates.readable(read)).as(text).isTrue();
      assertThat(Dates.day(read)).as(text).isEqualTo(day);
    }
    String pattern = "d MMMM yyyy";
    assertThat(
            Dates.day(
                new PatternDates(DatePattern.compile(pattern).orElseThrow())
                    .parse(date.format(DateTimeFormatter.ofPattern(pattern, DUTCH)))))
        .isEqualTo(day);
    assertThat(Months.epochDay(date.getYear(), date.getMonthValue(), date.getDayOfMonth()))
        .isEqualTo(day);
  }

  @Property(seed = "20190207")
  void anExcelSerialIsItsDay(@ForAll @IntRange(min = 10_000, max = 80_000) int serial) {
    LocalDate expected = LocalDate.of(1899, 12, 30).plusDays(serial);
    assertThat(Dates.day(Dates.parse(Integer.toString(serial), DateOrder.UNDECIDED)))
        .isEqualTo(Days.of(expected));
  }

  @Property(tries = 500, seed = "20190207")
  void noPersonValueStandsInAnIssue(@ForAll("secrets") String secret) {
    for (String field : List.of("placement_id", "person_id", "link_surname", "link_birth_date")) {
      Outcome outcome = Desk.placement().with(field, secret).key(Desk.KEY).outcome();
      for (Issue issue : Desk.issues(outcome)) {
        assertThat(issue.toString()).doesNotContain(secret);
      }
      if (outcome instanceof Outcome.Quarantined quarantined) {
        assertThat(quarantined.badValues().toString()).doesNotContain(secret);
      }
    }
  }

  @Provide
  Arbitrary<String> secrets() {
    return Arbitraries.oneOf(
        Arbitraries.strings().alpha().ofMinLength(6).ofMaxLength(12).map(s -> "Q" + s),
        Arbitraries.strings().numeric().ofLength(9),
        Arbitraries.strings().withChars("0123456789-").ofMinLength(8).ofMaxLength(12));
  }
}

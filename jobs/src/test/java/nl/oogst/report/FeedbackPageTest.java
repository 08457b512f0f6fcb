package nl.oogst.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import nl.oogst.model.Dutch;
import nl.oogst.model.Issue;
import nl.oogst.model.IssueCode;
import nl.oogst.model.Severity;
import org.junit.jupiter.api.Test;

/** A feedback page tells everything that was found, in words, and nothing about anyone. */
class FeedbackPageTest {
  private static final FeedbackPages PAGES = new FeedbackPages(SomeFeedback.SCHEMAS);

  @Test
  void theGoldenPageOfTheSampleIsUnchanged() throws Exception {
    Feedback feedback = SomeFeedback.ofSample("fin-ict-beheer").get(0);

    Golden.holds("fin-ict-beheer.html", PAGES.html(feedback));
    Golden.holds("fin-ict-beheer.csv", PAGES.csv(feedback).replace("\r\n", "\n"));
  }

  @Property(tries = 50)
  void everyIssueIsCountedOnThePageOnceAndInTheSpreadsheet(
      @ForAll @IntRange(min = 0, max = 10_000) int seed) {
    Random random = new Random(seed);
    List<IssueCode> codes = List.of(IssueCode.values());
    IssueTally tally = new IssueTally(20);
    for (int i = 0; i < 300; i++) {
      IssueCode code = codes.get(random.nextInt(codes.size()));
      if (code.level() != IssueCode.Level.DELIVERY) {
        Issue issue = new Issue(code, "start_date", "x" + random.nextInt(9), "y");
        tally.add(random.nextInt(3), "f.csv", null, random.nextInt(99), "placement", issue);
      }
    }
    Feedback feedback =
        new Feedback(
            "p",
            "Proef",
            List.of(
                SomeFeedback.delivered("2024-01-01", tally, 0),
                SomeFeedback.delivered("2024-07-01", tally, 1),
                SomeFeedback.delivered("2025-01-01", tally, 2)));
    String html = PAGES.html(feedback);
    String csv = PAGES.csv(feedback);

    for (int i = 0; i < 3; i++) {
      String section = DeliveryWords.anchor(i + 1);
      Delivered delivered = feedback.deliveries().get(i);
      delivered
          .issues()
          .forEach(
              (code, kind) -> {
                if (code.severity() != Severity.INFO) {
                  assertThat(countOf(html, KindViews.anchor(section, code)))
                      .as("%s in %s", code, section)
                      .isEqualTo(Dutch.count(kind.count()));
                }
                long rows =
                    csv.lines()
                        .filter(line -> line.startsWith(delivered.folder()))
                        .filter(line -> line.endsWith(";" + code.code()))
                        .count();
                assertThat(rows).isEqualTo(Math.min(kind.count(), 21));
              });
    }
    assertThat(feedback.issues(Severity.ERROR)).isPositive();
  }

  /** The number on the card with this name. */
  private static String countOf(String html, String anchor) {
    Matcher card =
        Pattern.compile("id=\"" + anchor + "\".*?class=\"count\">([0-9.]+)", Pattern.DOTALL)
            .matcher(html);
    assertThat(card.find()).as("a card %s", anchor).isTrue();
    return card.group(1);
  }

  @Test
  void fiveExamplesAreShownWithFileLineFoundAndExpected() {
    IssueTally tally = new IssueTally(200);
    for (int line = 9; line > 1; line--) {
      Issue issue = new Issue(IssueCode.HOURS_OUT_OF_RANGE, "hours_per_week", "20" + line, "0-168");
      tally.add(0, "plaatsingen.csv", null, line, "placement", issue);
    }
    Feedback feedback =
        new Feedback("p", "Proef", List.of(SomeFeedback.delivered("2024-01-01", tally, 0)));
    String html = PAGES.html(feedback);

    assertThat(html)
        .contains("Waar dit staat: de eerste 5 van 8")
        .contains("plaatsingen.csv", "Uren per week", ">202<", ">206<", "0\u2011168")
        .doesNotContain(">207<");
    assertThat(PAGES.csv(feedback).lines().filter(line -> line.contains("20"))).hasSize(8);
  }

  @Test
  void lastTimeStandsBesideEachNumber() {
    IssueTally tally = new IssueTally(5);
    add(tally, 0, IssueCode.CODE_UNKNOWN, 3);
    add(tally, 0, IssueCode.HOURS_HIGH, 2);
    add(tally, 0, IssueCode.TWO_DIGIT_YEAR, 4);
    add(tally, 1, IssueCode.CODE_UNKNOWN, 1);
    add(tally, 1, IssueCode.HOURS_HIGH, 2);
    add(tally, 1, IssueCode.DUPLICATE_KEY, 1);
    FeedbackView.Page page = page(tally);

    Map<String, String> trends = new java.util.TreeMap<>();
    page.newest().groups().forEach(g -> g.kinds().forEach(k -> trends.put(k.code(), k.before())));
    assertThat(trends)
        .containsEntry("code_unknown", "minder, vorige keer 3")
        .containsEntry("hours_high", "even vaak als vorige keer")
        .containsEntry("duplicate_key", "nieuw, vorige keer niet")
        .hasSize(3);
    assertThat(page.solved())
        .containsExactly(
            "Een datum heeft een jaartal van twee cijfers. Vorige keer 4 keer, nu niet meer.");
  }

  @Test
  void aRefusedDeliveryComesFirstAndIsNotLastTime() {
    IssueTally tally = new IssueTally(5);
    add(tally, 0, IssueCode.HOURS_HIGH, 2);
    tally.add(1, "p.csv", null, 0, null, new Issue(IssueCode.BSN_FOUND, "person_id", "14", "0"));
    add(tally, 2, IssueCode.HOURS_HIGH, 2);
    FeedbackView.Page page =
        new FeedbackViews(SomeFeedback.SCHEMAS)
            .page(
                new Feedback(
                    "p",
                    "Proef",
                    List.of(
                        SomeFeedback.delivered("2024-01-01", tally, 0),
                        SomeFeedback.refused("2024-07-01", tally, 1),
                        SomeFeedback.delivered("2025-01-01", tally, 2))),
                "p.csv");

    assertThat(page.refused())
        .singleElement()
        .satisfies(
            refused -> {
              assertThat(refused.title()).isEqualTo("1 juli 2024");
              assertThat(refused.after()).startsWith("Daarna is een nieuwere levering");
              assertThat(refused.reasons())
                  .extracting(FeedbackView.Reason::where)
                  .containsExactly("bestand p.csv, kolom person_id, aantal waarden: 14");
            });
    assertThat(page.newest().previous()).isEqualTo("1 januari 2024");
  }

  @Test
  void whatStillHoldsOfEarlierDeliveriesIsToldAgain() {
    IssueTally tally = new IssueTally(5);
    add(tally, 0, IssueCode.VANISHED, 3);
    add(tally, 0, IssueCode.HOURS_HIGH, 2);
    FeedbackView.Page page = page(tally);

    assertThat(page.open())
        .singleElement()
        .satisfies(open -> assertThat(open.count()).isEqualTo("3"));
    assertThat(page.lead()).endsWith("Van eerdere leveringen staat nog iets open.");
  }

  @Test
  void hostileTextIsShownAsText() {
    String html = PAGES.html(SomeFeedback.everything("p", "<script>alert('x')</script>\"&"));

    assertThat(html)
        .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;&amp;")
        .doesNotContain("<script");
  }

  @Test
  void whatMayBeAboutAPersonIsNotShown() {
    List<String> personal =
        List.of("123456782", "1234.56.782", "jan@example.nl", "06-12345678", "NL91ABNA0417164300");
    for (String value : personal) {
      Feedback feedback = SomeFeedback.everything("p", value);
      String text = PAGES.html(feedback) + PAGES.csv(feedback);
      // a name of a proeftuin is the register's, and not a value of a delivery
      assertThat(text.replace("<h1>" + value, "").replace("Terugkoppeling " + value, ""))
          .as("%s", value)
          .doesNotContain(value);
    }
  }

  @Test
  void onlyWhatPassedIsPraised() {
    IssueTally tally = new IssueTally(5);
    add(tally, 1, IssueCode.CODE_UNKNOWN, 1);
    FeedbackView.Page page = page(tally);

    assertThat(page.good())
        .contains("Niets staat dubbel in de levering.")
        .contains("De gegevens sluiten aan op uw vorige levering.")
        .doesNotContain("Alle codes en namen staan in de lijsten.");
  }

  @Test
  void allCodesHaveWordsForASender() {
    for (IssueCode code : IssueCode.values()) {
      var text = SomeFeedback.SCHEMAS.issue(code);
      List<String> words = new ArrayList<>();
      words.add(text.explanation().nl());
      words.add(text.remedy().nl());
      words.add(text.treatment().nl());
      assertThat(words).as("%s", code).allMatch(sentence -> sentence.endsWith("."));
    }
  }

  private static void add(IssueTally tally, int delivery, IssueCode code, int times) {
    for (int line = 2; line < 2 + times; line++) {
      tally.add(delivery, "p.csv", null, line, "placement", new Issue(code, null, "a", "b"));
    }
  }

  private static FeedbackView.Page page(IssueTally tally) {
    Feedback feedback =
        new Feedback(
            "p",
            "Proef",
            List.of(
                SomeFeedback.delivered("2024-01-01", tally, 0),
                SomeFeedback.delivered("2024-07-01", tally, 1)));
    return new FeedbackViews(SomeFeedback.SCHEMAS).page(feedback, "p.csv");
  }
}

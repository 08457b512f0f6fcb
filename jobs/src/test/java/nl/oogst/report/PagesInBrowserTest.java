package nl.oogst.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.oogst.browser.Axe;
import nl.oogst.browser.Chromium;
import nl.oogst.browser.Usable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every kind of page in a real browser: anyone can use it, on a desk, on a phone and on paper.
 * Skipped where there is no Chromium; {@code .ci/run} sees to it that there is one.
 */
class PagesInBrowserTest {
  @TempDir private static Path folder;
  private static final List<Path> PAGES = new ArrayList<>();
  private static Chromium browser;

  @BeforeAll
  static void start() throws Exception {
    assumeTrue(
        Chromium.find().isPresent(),
        "There is no Chromium on this machine, so the pages are not looked at in a browser."
            + " Install one (apt-get install chromium), or name it in OOGST_CHROMIUM.");
    FeedbackPages pages = new FeedbackPages(SomeFeedback.SCHEMAS);
    List<Feedback> all =
        new ArrayList<>(
            SomeFeedback.ofSample("bzk-ict-inhuur", "fin-ict-beheer", "jenv-opvanglocaties"));
    all.add(SomeFeedback.everything("alles", "Eén <b>\"naam\"</b> & meer"));
    all.add(SomeFeedback.everything("lang", "a".repeat(80)));
    Delivered refused = SomeFeedback.refused("2025-01-01", new IssueTally(5), 0);
    all.add(new Feedback("niets", "Alles geweigerd", List.of(refused)));
    Map<String, Path> written = pages.write(all, folder);
    PAGES.addAll(written.values());
    PAGES.add(folder.resolve("index.html"));
    browser = Chromium.start();
  }

  @AfterAll
  static void stop() throws IOException {
    PAGES.clear();
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void axeFindsNothing() throws IOException {
    Axe axe = new Axe();
    for (Path page : PAGES) {
      Usable.axeFindsNothing(axe, browser, page);
    }
  }

  @Test
  void axeWouldFindSomething() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.html"), "<img src='x.png'><h3>x</h3>");

    assertThat(new Axe().violations(browser, bad, Usable.DESK))
        .anyMatch(line -> line.startsWith("image-alt"))
        .anyMatch(line -> line.startsWith("html-has-lang"));
  }

  @Test
  void nothingIsWiderThanTheScreen() throws IOException {
    for (Path page : PAGES) {
      Usable.fitsTheScreen(browser, page);
    }
  }

  @Test
  void everyLinkOnThePageLeadsSomewhere() throws IOException {
    for (Path page : PAGES) {
      Usable.everyPlaceIsThere(browser, page);
      assertThat(
              browser.evaluate(
                  "[...document.querySelectorAll('[id]')].map(e => e.id)"
                      + ".filter((id, i, all) => all.indexOf(id) !== i)"))
          .as("ids that occur twice on %s", page)
          .isEmpty();
    }
  }

  @Test
  void headingsGoDownOneStepAtATime() throws IOException {
    for (Path page : PAGES) {
      Usable.headingsGoDownOneStepAtATime(browser, page);
    }
  }

  @Test
  void whatADeliverySaysIsNeverMarkup() throws IOException {
    browser.open(folder.resolve("alles.html"), Usable.DESK);

    assertThat(browser.evaluate("document.querySelectorAll('b, script').length").asInt()).isZero();
  }

  @Test
  void onPaperTheTextIsThereAndTheMenuIsNot() throws IOException {
    for (Path page : PAGES) {
      browser.open(page, Usable.DESK);
      browser.print(true);
      String menu = "getComputedStyle(document.querySelector('.skip')).display";
      assertThat(browser.evaluate(menu).asText()).isEqualTo("none");
      byte[] pdf = browser.pdf();
      assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
      browser.print(false);
    }
  }
}

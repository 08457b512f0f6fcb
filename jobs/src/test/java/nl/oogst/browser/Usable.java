package nl.oogst.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What holds of every page, whoever reads it and on whatever screen. */
public final class Usable {
  /** A screen on a desk. */
  public static final int DESK = 1280;

  private static final int PHONE = 390;

  /** A desk at 400 %, which WCAG 1.4.10 asks for. */
  private static final int NARROWEST = 320;

  private Usable() {}

  /** On a desk and on a phone, axe finds nothing that keeps people from using it. */
  public static void axeFindsNothing(Axe axe, Chromium browser, Path page) throws IOException {
    for (int width : new int[] {DESK, PHONE}) {
      assertThat(axe.violations(browser, page, width)).as("%s at %d", page, width).isEmpty();
    }
  }

  /** With everything unfolded nobody has to scroll sideways. */
  public static void fitsTheScreen(Chromium browser, Path page) throws IOException {
    for (int width : new int[] {DESK, PHONE, NARROWEST}) {
      browser.open(page, width);
      browser.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
      assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
          .as("%s at %d", page, width)
          .isLessThanOrEqualTo(width);
    }
  }

  /** One heading of the first level, and below it no level is passed over. */
  public static void headingsGoDownOneStepAtATime(Chromium browser, Path page) throws IOException {
    browser.open(page, DESK);
    List<Integer> levels = new ArrayList<>();
    browser
        .evaluate("[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => +h.tagName[1])")
        .forEach(level -> levels.add(level.asInt()));
    assertThat(levels).as("%s", page).filteredOn(level -> level == 1).hasSize(1);
    for (int i = 1; i < levels.size(); i++) {
      assertThat(levels.get(i)).as("%s", page).isLessThanOrEqualTo(levels.get(i - 1) + 1);
    }
  }

  /** Every link to a place in the page has that place. */
  public static void everyPlaceIsThere(Chromium browser, Path page) throws IOException {
    browser.open(page, DESK);
    assertThat(
            browser.evaluate(
                "[...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.hash)"
                    + ".filter(h => !document.getElementById(h.slice(1)))"))
        .as("links of %s that lead nowhere", page)
        .isEmpty();
  }
}

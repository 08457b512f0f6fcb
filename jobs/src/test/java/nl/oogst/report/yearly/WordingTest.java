package nl.oogst.report.yearly;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import nl.oogst.report.document.Language;
import org.junit.jupiter.api.Test;

class WordingTest {
  private final Wording dutch = new Wording(Language.NL);
  private final Wording english = new Wording(Language.EN);

  @Test
  void aDifferenceThatRoundingAloneCanMakeIsNoDifference() {
    assertThat(dutch.compared(100.0, 105.0, 5, 2023)).isEqualTo("ongeveer evenveel als in 2023");
    assertThat(dutch.compared(100.0, 95.0, 5, 2023)).isEqualTo("ongeveer evenveel als in 2023");
  }

  @Test
  void aDifferenceBeyondRoundingIsToldWithTheEarlierNumber() {
    assertThat(dutch.compared(270.0, 280.0, 5, 2023)).isEqualTo("meer dan in 2023 (270)");
    assertThat(english.compared(1270.0, 1260.0, 5, 2023)).isEqualTo("fewer than in 2023 (1,270)");
  }

  @Test
  void aComparisonNamesWhatIsCompared() {
    assertThat(dutch.comparedWith("banen", 270.0, 280.0, 5, 2023))
        .isEqualTo("meer banen dan in 2023 (270)");
    assertThat(english.comparedWith("jobs", 270.0, 260.0, 5, 2023))
        .isEqualTo("fewer jobs than in 2023 (270)");
    assertThat(dutch.comparedWith("banen", 270.0, 275.0, 5, 2023))
        .isEqualTo("ongeveer evenveel banen als in 2023");
    assertThat(dutch.comparedWith("banen", null, 275.0, 5, 2023)).isEmpty();
  }

  @Test
  void withoutAnEarlierFigureNothingIsCompared() {
    assertThat(dutch.compared(null, 280.0, 5, 2023)).isEmpty();
    assertThat(dutch.compared(280.0, null, 5, 2023)).isEmpty();
  }

  /**
   * Whatever the true numbers and the rounding: two rounded figures never tell a wrong direction.
   */
  @Property
  void roundingNeverMakesAWrongDirection(
      @ForAll @IntRange(max = 400) int before,
      @ForAll @IntRange(max = 400) int now,
      @ForAll boolean upBefore,
      @ForAll boolean upNow) {
    Wording.Move move = Wording.move(rounded(before, upBefore), rounded(now, upNow), 5);
    if (move == Wording.Move.UP) {
      assertThat(now).isGreaterThan(before);
    } else if (move == Wording.Move.DOWN) {
      assertThat(now).isLessThan(before);
    }
  }

  private static double rounded(int value, boolean up) {
    int down = value / 5 * 5;
    return value == down || !up ? down : down + 5;
  }

  @Test
  void zeroIsSaidAsWhatItMayBe() {
    assertThat(dutch.about(0, "baan", "banen")).isEqualTo("geen of enkele banen");
    assertThat(dutch.about(75, "baan", "banen")).isEqualTo("ongeveer 75 banen");
  }

  @Test
  void aDirectionIsToldOnlyWhenThereIsOne() {
    assertThat(dutch.direction("rising")).isEqualTo("stijgt");
    assertThat(dutch.direction("too_short")).isEqualTo("nog te kort om iets te zeggen");
    assertThat(dutch.direction(null)).isEqualTo("niet te zeggen");
  }

  @Test
  void aReferenceInsideTheMarginIsNotDifferent() {
    assertThat(dutch.besideReference(0.71, 0.81, 0.80)).startsWith("niet aantoonbaar anders");
    assertThat(dutch.besideReference(0.71, 0.79, 0.80)).startsWith("lager");
    assertThat(dutch.besideReference(0.81, 0.85, 0.80)).startsWith("hoger");
    assertThat(dutch.besideReference(null, null, 0.80)).contains("te weinig");
  }

  @Test
  void withoutAMarginThatIsSaid() {
    assertThat(dutch.between(0.63, 0.80)).isEqualTo("tussen 63% en 80%");
    assertThat(english.between(null, 0.80)).startsWith("without a margin");
  }
}

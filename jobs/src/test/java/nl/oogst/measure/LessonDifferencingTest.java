package nl.oogst.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import nl.oogst.model.Schemas;
import nl.oogst.stats.EffectSize;
import nl.oogst.stats.MetaRegression;
import nl.oogst.stats.OutcomeScale;
import org.junit.jupiter.api.Test;

/**
 * Two practices whose users differ in one small proeftuin: whoever subtracts their published values
 * wants that one's own figure. The attacker knows everything else: the sizes of all proeftuinen,
 * the model and even its weights.
 */
class LessonDifferencingTest {
  private static final int PERSONS = 7;
  private static final int WORLDS = 2000;

  private final Schemas schemas = Schemas.load(Measured.SCHEMAS);
  private final LessonRules.Steps steps =
      LessonRules.read(
              schemas.rules("lessons"),
              schemas.codelist("practices"),
              schemas.codelist("lesson_outcomes"))
          .steps()
          .get("share");

  @Test
  void coarseStepsLeaveTheSubtractingAttackerLittleMoreThanAGuess() {
    double guessed = hits(Double.POSITIVE_INFINITY);
    assertThat(hits(1e-9)).as("exact values give everything away").isGreaterThan(0.95);
    assertThat(hits(steps.fine())).as("so do whole percents, mostly").isGreaterThan(0.6);
    assertThat(hits(steps.coarse())).isLessThan(guessed + 0.12).isLessThan(0.4);
  }

  /** The share of worlds in which the count behind the small proeftuin is found exactly. */
  private static double hits(double step) {
    var random = new Random(41);
    int hits = 0;
    for (int world = 0; world < WORLDS; world++) {
      List<EffectSize> effects = new ArrayList<>();
      for (int i = 0; i < 14; i++) {
        int n = 8 + random.nextInt(30);
        effects.add(EffectSize.logit(binomial(random, n), n));
      }
      int secret = binomial(random, PERSONS);
      effects.add(EffectSize.logit(secret, PERSONS));
      Side without = side(effects, 4, false);
      Side with = side(effects, 4, true);
      double found;
      if (Double.isInfinite(step)) {
        found = 0.7;
      } else {
        double before = without.sum * logit(nearest(without.value(), step));
        double after = with.sum * logit(nearest(with.value(), step));
        // the weights of the first four differ a little between the two models: known as well
        double shift = with.ofFour - without.ofFour;
        found = OutcomeScale.LOGIT.natural((after - before - shift) / with.last);
      }
      hits += Math.round(Math.max(0, Math.min(1, found)) * PERSONS) == secret ? 1 : 0;
    }
    return hits / (double) WORLDS;
  }

  /** The weighted sum of the side with a practice, as the model makes it. */
  private record Side(double sum, double weighted, double ofFour, double last) {
    double value() {
      return OutcomeScale.LOGIT.natural(weighted / sum);
    }
  }

  /** The first {@code users} use the practice, and the last proeftuin when {@code secret}. */
  private static Side side(List<EffectSize> effects, int users, boolean secret) {
    int n = effects.size();
    double[] practice = new double[n];
    for (int i = 0; i < users; i++) {
      practice[i] = 1;
    }
    practice[n - 1] = secret ? 1 : 0;
    double tau2 = MetaRegression.on(effects, practice).orElseThrow().tau2();
    double sum = 0;
    double weighted = 0;
    double four = 0;
    for (int i = 0; i < n; i++) {
      double weight = 1 / (effects.get(i).variance() + tau2);
      if (practice[i] == 1) {
        sum += weight;
        weighted += weight * effects.get(i).value();
        four += i < users ? weight * effects.get(i).value() : 0;
      }
    }
    return new Side(sum, weighted, four, 1 / (effects.get(n - 1).variance() + tau2));
  }

  private static int binomial(Random random, int n) {
    int yes = 0;
    for (int i = 0; i < n; i++) {
      yes += random.nextDouble() < 0.7 ? 1 : 0;
    }
    return yes;
  }

  private static double nearest(double value, double step) {
    double rounded = Math.rint(value / step) * step;
    return Math.max(0.05, Math.min(0.95, rounded));
  }

  private static double logit(double share) {
    return Math.log(share / (1 - share));
  }
}

package nl.oogst.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** When a run is killed. */
sealed interface KillMoment {
  /** What a run says, in this order. */
  List<String> SAID =
      List.of(
          "files found", "reading", "resolving", "linking", "measuring", "writing", "publishing");

  /** A moment before this one, for a run that was done already. */
  KillMoment sooner();

  /** A share of the time that a whole run takes. */
  record During(double share) implements KillMoment {
    @Override
    public KillMoment sooner() {
      return new During(share * 0.9);
    }
  }

  /** Some milliseconds after it says something. */
  record After(String said, int millis) implements KillMoment {
    @Override
    public KillMoment sooner() {
      return new After(said, millis / 2);
    }
  }

  /** At a step of publishing: the number of a line that is reached. */
  record Publishing(int step) implements KillMoment {
    @Override
    public KillMoment sooner() {
      return new Publishing(step - 1);
    }
  }

  /**
   * Moments spread over a run: half of them at steps of publishing, of the others one in three
   * after something was said.
   *
   * @param steps how many steps publishing has
   */
  static List<KillMoment> spread(int kills, int steps, Random random) {
    List<KillMoment> moments = new ArrayList<>();
    int publishing = kills / 2;
    int after = (kills - publishing) / 3;
    int during = kills - publishing - after;
    for (int i = 0; i < during; i++) {
      moments.add(new During((i + random.nextDouble()) / during));
    }
    for (int i = 0; i < after; i++) {
      moments.add(new After(SAID.get(i * SAID.size() / after), random.nextInt(150)));
    }
    for (int i = 0; i < publishing; i++) {
      moments.add(new Publishing(1 + (int) ((i + random.nextDouble()) * steps / publishing)));
    }
    return moments;
  }
}

package nl.oogst.sample;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.oogst.sample.LessonWorlds.Lesson;

/**
 * How often do the lessons find what was planted, and how often what was not? Over worlds made by
 * the generator, each with another seed: {@code scripts/study lessons}. Prints Markdown.
 */
public final class LessonStudy {
  /** Only these can be touched by how long jobs last. */
  static final Set<String> TOUCHED = Set.of("retention_6m", "retention_12m", "werkbehoud_12m");

  /** What was found in all worlds together. */
  static final class Tally {
    int worlds;
    int worldsWithFalseSupport;
    int falseSupports;
    int trueSupports;
    int nulls;
    int nullIndications;
    double falseShares;
    final int[] nullP = new int[3];
    final Map<String, Map<String, Integer>> planted = new TreeMap<>();
    final Map<String, int[]> nullByOutcome = new TreeMap<>();

    void add(List<Lesson> lessons) {
      worlds++;
      int wrong = 0;
      int right = 0;
      for (Lesson lesson : lessons) {
        boolean supported = lesson.evidence().equals("supported");
        if (lesson.isAbout(Jobs.PLANTED_PRACTICE)) {
          planted
              .computeIfAbsent(lesson.outcome(), o -> new TreeMap<>())
              .merge(lesson.evidence(), 1, Integer::sum);
          right += supported && TOUCHED.contains(lesson.outcome()) ? 1 : 0;
          continue;
        }
        if (lesson.p() != null) {
          nulls++;
          int[] counts = nullByOutcome.computeIfAbsent(lesson.outcome(), o -> new int[4]);
          counts[0]++;
          counts[1] += lesson.p() < 0.05 ? 1 : 0;
          counts[2] += lesson.low() > 0 || lesson.high() < 0 ? 1 : 0;
          counts[3] += supported ? 1 : 0;
          nullIndications += lesson.evidence().equals("indication") ? 1 : 0;
        }
        wrong += supported ? 1 : 0;
      }
      falseSupports += wrong;
      trueSupports += right;
      worldsWithFalseSupport += wrong > 0 ? 1 : 0;
      falseShares += wrong + right == 0 ? 0 : (double) wrong / (wrong + right);
    }

    /** Mean over worlds of the share of false ones among all that were supported. */
    double falseDiscoveryRate() {
      return falseShares / worlds;
    }

    /** Share of worlds in which the planted practice was at least an indication. */
    double power(String outcome) {
      Map<String, Integer> found = planted.getOrDefault(outcome, Map.of());
      return (found.getOrDefault("supported", 0) + found.getOrDefault("indication", 0))
          / (double) worlds;
    }
  }

  private LessonStudy() {}

  /**
   * Runs the study.
   *
   * @param arguments number of worlds, default 200
   */
  public static void main(String[] arguments) {
    int worlds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
    long started = System.nanoTime();
    Tally tally = run(1, worlds);
    print(tally, System.out);
    System.out.printf(Locale.ROOT, "%n%.1f s%n", (System.nanoTime() - started) / 1e9);
  }

  static Tally run(long firstSeed, int worlds) {
    LessonWorlds all = new LessonWorlds();
    Tally tally = new Tally();
    for (int i = 0; i < worlds; i++) {
      tally.add(all.lessons(firstSeed + i));
    }
    return tally;
  }

  private static void print(Tally tally, PrintStream out) {
    out.printf(Locale.ROOT, "worlds: %d%n", tally.worlds);
    out.printf(
        Locale.ROOT,
        "false discovery rate of `supported`: %.3f (%d false, %d true; %d worlds with a false one)%n",
        tally.falseDiscoveryRate(),
        tally.falseSupports,
        tally.trueSupports,
        tally.worldsWithFalseSupport);
    out.printf(
        Locale.ROOT,
        "`indication` among comparisons without an effect: %.4f of %d%n%n",
        tally.nullIndications / (double) tally.nulls,
        tally.nulls);
    out.println(
        "| planted practice | supported | indication | contradictory | no difference | too few |");
    out.println("|---|--:|--:|--:|--:|--:|");
    tally.planted.forEach(
        (outcome, found) -> {
          List<String> cells = new ArrayList<>();
          for (String evidence :
              List.of(
                  "supported",
                  "indication",
                  "contradictory",
                  "no_difference_seen",
                  "too_few_pilots")) {
            cells.add(Integer.toString(found.getOrDefault(evidence, 0)));
          }
          out.println("| `" + outcome + "` | " + String.join(" | ", cells) + " |");
        });
    out.println();
    out.println(
        "| practices without an effect | comparisons | p < 0.05 | interval excludes 0 | supported |");
    out.println("|---|--:|--:|--:|--:|");
    tally.nullByOutcome.forEach(
        (outcome, n) ->
            out.printf(
                Locale.ROOT,
                "| `%s` | %d | %.3f | %.3f | %d |%n",
                outcome,
                n[0],
                n[1] / (double) n[0],
                n[2] / (double) n[0],
                n[3]));
  }
}

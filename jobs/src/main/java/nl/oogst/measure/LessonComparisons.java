package nl.oogst.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.stream.IntStream;
import nl.oogst.model.Proeftuin;
import nl.oogst.stats.EffectSize;
import nl.oogst.stats.Evidence;
import nl.oogst.stats.KaplanMeier;
import nl.oogst.stats.Multiplicity;
import nl.oogst.stats.OutcomeScale;
import nl.oogst.stats.PracticeComparison;
import nl.oogst.stats.RetentionOutcomes;

/**
 * Every practice with every outcome: the chain of methods page, section 4, over all of them at once
 * because the adjustment for many comparisons needs them all. On all cores; each comparison has a
 * seed of its own, made from what is compared, so that the result does not depend on the order.
 */
final class LessonComparisons {

  /**
   * One comparison.
   *
   * @param pilotsWith proeftuinen with the practice that have the outcome
   * @param comparison empty when a side is empty or there are fewer than three proeftuinen
   * @param leastAtRisk in any of the proeftuinen
   * @param q p of the permutation, adjusted over all comparisons of the run
   * @param nextStep a code of {@code codelists/lesson_next_steps.csv}
   */
  record Compared(
      String practice,
      LessonOutcome outcome,
      int pilotsWith,
      int pilotsWithout,
      Optional<PracticeComparison> comparison,
      double leastAtRisk,
      OptionalDouble q,
      int adjustedOver,
      Evidence evidence,
      String nextStep) {}

  /** What one proeftuin brings to a comparison. */
  private record Contribution(String pilot, boolean with, PilotOutcomes.Outcome outcome) {}

  private static final LessonOutcome[] OUTCOMES = LessonOutcome.values();

  private final PracticeTimes times;
  private final LessonRules rules;
  private final List<Proeftuin> register;
  private final SortedMap<Slice, Amount[]> rows;
  private final SortedMap<Slice, Spells> spells;
  private final Map<Slice, DayRange> days;

  LessonComparisons(PracticeTimes times, LessonRules rules, List<Proeftuin> register, Cells cells) {
    this.times = times;
    this.rules = rules;
    this.register = register.stream().sorted(Comparator.comparing(Proeftuin::id)).toList();
    this.rows = cells.rows();
    this.spells = cells.allSpells();
    this.days = cells.allDays();
  }

  /** All comparisons, by practice and then outcome. */
  List<Compared> all() {
    int practices = times.practices().size();
    List<List<PilotOutcomes>> outcomes =
        IntStream.range(0, practices).mapToObj(this::outcomes).toList();
    List<Compared> compared =
        IntStream.range(0, practices * OUTCOMES.length)
            .parallel()
            .mapToObj(i -> compare(i / OUTCOMES.length, i % OUTCOMES.length, outcomes))
            .toList();
    List<OptionalDouble> q =
        Multiplicity.BENJAMINI_HOCHBERG.adjust(
            compared.stream()
                .map(
                    c ->
                        c.comparison()
                            .map(x -> OptionalDouble.of(x.permutation().twoSided()))
                            .orElse(OptionalDouble.empty()))
                .toList());
    int adjustedOver = (int) q.stream().filter(OptionalDouble::isPresent).count();
    List<Compared> judged = new ArrayList<>();
    for (int i = 0; i < q.size(); i++) {
      judged.add(judge(compared.get(i), q.get(i), adjustedOver));
    }
    return judged;
  }

  private List<PilotOutcomes> outcomes(int practice) {
    return register.stream()
        .map(pilot -> PilotOutcomes.of(pilot, times.of(pilot.id()), practice, rows, spells, days))
        .toList();
  }

  private Compared compare(int practice, int which, List<List<PilotOutcomes>> all) {
    LessonOutcome outcome = OUTCOMES[which];
    List<Contribution> pilots = new ArrayList<>();
    for (int i = 0; i < register.size(); i++) {
      String id = register.get(i).id();
      boolean with = with(id, practice, outcome);
      all.get(practice)
          .get(i)
          .outcome(outcome)
          .ifPresent(found -> pilots.add(new Contribution(id, with, found)));
    }
    String code = times.practices().get(practice);
    int with = (int) pilots.stream().filter(Contribution::with).count();
    return new Compared(
        code,
        outcome,
        with,
        pilots.size() - with,
        compare(pilots, outcome, seed(code, outcome, pilots)),
        pilots.stream().mapToDouble(p -> p.outcome().atRisk()).min().orElse(0),
        OptionalDouble.empty(),
        0,
        Evidence.TOO_FEW_PILOTS,
        null);
  }

  /**
   * The time to the first job depends on how a proeftuin began: whoever took a practice up while
   * waiting would otherwise be slow by waiting.
   */
  private boolean with(String pilot, int practice, LessonOutcome outcome) {
    PracticeTimes.Timeline timeline = times.of(pilot);
    return outcome == LessonOutcome.DAYS_TO_FIRST_JOB
        ? timeline.inForce(timeline.segment(timeline.start()), practice)
        : timeline.with(practice);
  }

  private static Optional<PracticeComparison> compare(
      List<Contribution> pilots, LessonOutcome outcome, long seed) {
    OutcomeScale scale = outcome.scale();
    List<EffectSize> effects;
    if (outcome.horizon() > 0) {
      List<KaplanMeier.Estimate> estimates =
          pilots.stream().map(p -> p.outcome().retention().orElseThrow()).toList();
      RetentionOutcomes retention = RetentionOutcomes.of(estimates);
      scale = retention.scale();
      effects = retention.outcomes();
    } else {
      effects = pilots.stream().map(p -> p.outcome().effect().orElseThrow()).toList();
    }
    List<PracticeComparison.Pilot> units = new ArrayList<>();
    for (int i = 0; i < pilots.size(); i++) {
      Contribution pilot = pilots.get(i);
      units.add(
          new PracticeComparison.Pilot(
              pilot.with(), effects.get(i), pilot.outcome().jobs(), pilot.outcome().atRisk()));
    }
    return PracticeComparison.of(units, scale, seed);
  }

  private Compared judge(Compared c, OptionalDouble q, int adjustedOver) {
    Evidence evidence =
        c.comparison()
            .map(found -> Evidence.of(found, q, rules.evidence()))
            .orElse(Evidence.TOO_FEW_PILOTS);
    return new Compared(
        c.practice(),
        c.outcome(),
        c.pilotsWith(),
        c.pilotsWithout(),
        c.comparison(),
        c.leastAtRisk(),
        q,
        adjustedOver,
        evidence,
        nextStep(c, evidence));
  }

  /** What would help to learn more. */
  private String nextStep(Compared c, Evidence evidence) {
    return switch (evidence) {
      case SUPPORTED -> "share_the_lesson";
      case INDICATION -> "ask_other_pilots";
      case CONTRADICTORY -> "look_at_one_pilot";
      case NO_DIFFERENCE_SEEN -> "keep_recording";
      case TOO_FEW_PILOTS -> toHaveEnough(c);
    };
  }

  private String toHaveEnough(Compared c) {
    int practice = times.practices().indexOf(c.practice());
    int enough = rules.evidence().indicationPilots();
    if (!times.used(practice)) {
      return "record_practice";
    }
    int users = 0;
    for (Proeftuin pilot : register) {
      users += with(pilot.id(), practice, c.outcome()) ? 1 : 0;
    }
    if (users < enough) {
      return "more_pilots_with";
    }
    if (register.size() - users < enough) {
      return "more_pilots_without";
    }
    return switch (c.outcome()) {
      case RETENTION_6M, RETENTION_12M, WERKBEHOUD_12M -> "follow_longer";
      case JOBS_PER_MILLION_EUR -> "record_contract_value";
      case DAYS_TO_FIRST_JOB -> "record_start_date";
      case PERMANENT_HOURS_SHARE -> "record_hours";
      case COUNTED_GROUND_SHARE -> "record_register_ground";
    };
  }

  /** A number from what is compared (FNV-1a), not from outcomes, whose last bits may differ. */
  private static long seed(String practice, LessonOutcome outcome, List<Contribution> pilots) {
    long hash = fnv(0xcbf29ce484222325L, practice);
    hash = fnv(hash, outcome.code());
    for (Contribution pilot : pilots) {
      hash = fnv(hash, pilot.pilot());
      hash = fnv(hash, pilot.with() ? "+" : "-");
    }
    return hash;
  }

  private static long fnv(long start, String text) {
    long hash = start;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }
}

package nl.oogst.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Looks at the truth behind the sample, before anyone wrote it down. */
class PlantedEffectTest {
  private static final World WORLD = World.create(GenerateSample.SEED, 28, 1);
  private static final List<Job> JOBS =
      WORLD.jobs().values().stream()
          .flatMap(List::stream)
          .filter(job -> job.isJob() && job.copyOf() == null)
          .filter(job -> job.start().isBefore(Jobs.LAST_DAY.minusMonths(12)))
          .toList();

  @Test
  void jobsUnderThePlantedPracticeLastLonger() {
    assertThat(lasting(JOBS, Job::treated)).isBetween(0.80, 0.90);
    assertThat(lasting(JOBS, job -> !job.treated())).isBetween(0.55, 0.65);
  }

  @Test
  void enoughProeftuinenStandOnEachSide() {
    assertThat(WORLD.proeftuinen().stream().filter(p -> p.planted() != null)).hasSize(12);
    assertThat(JOBS.stream().filter(Job::treated)).hasSizeGreaterThan(200);
    assertThat(JOBS.stream().filter(job -> !job.treated())).hasSizeGreaterThan(200);
  }

  @Test
  void noOtherPracticeGoesTogetherWithLastingJobs() {
    for (String practice : Practices.CODES) {
      var z = new ArrayList<Double>();
      for (boolean treated : new boolean[] {true, false}) {
        List<Job> stratum = JOBS.stream().filter(job -> job.treated() == treated).toList();
        List<Job> with = stratum.stream().filter(job -> uses(job, practice)).toList();
        List<Job> without = stratum.stream().filter(job -> !uses(job, practice)).toList();
        if (with.size() > 20 && without.size() > 20) {
          double share = lasting(stratum, job -> true);
          double spread =
              Math.sqrt(share * (1 - share) * (1.0 / with.size() + 1.0 / without.size()));
          z.add((lasting(with, job -> true) - lasting(without, job -> true)) / spread);
        }
      }
      assertThat(z).as(practice).allMatch(value -> Math.abs(value) < 2.6);
    }
  }

  @Test
  void betweenProeftuinenOnlyThePlantedPracticeMakesADifference() {
    assertThat(difference(Jobs.PLANTED_PRACTICE)).isGreaterThan(4);
    assertThat(Practices.CODES).allMatch(practice -> Math.abs(difference(practice)) < 2);
  }

  /** Welch's t over the shares of proeftuinen with and without a practice, as methods.md 4 asks. */
  private static double difference(String practice) {
    var shares = List.of(new ArrayList<Double>(), new ArrayList<Double>());
    for (Proeftuin proeftuin : WORLD.proeftuinen()) {
      for (int side = 0; side < 2; side++) {
        boolean with = side == 1;
        List<Job> jobs =
            JOBS.stream()
                .filter(job -> job.proeftuin().equals(proeftuin.id()))
                .filter(job -> uses(job, practice) == with)
                .toList();
        if (jobs.size() >= 5) {
          shares.get(side).add(lasting(jobs, job -> true));
        }
      }
    }
    double spread = variance(shares.get(0)) + variance(shares.get(1));
    return (mean(shares.get(1)) - mean(shares.get(0))) / Math.sqrt(spread);
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  /** Of the mean. */
  private static double variance(List<Double> values) {
    double mean = mean(values);
    double sum = values.stream().mapToDouble(value -> (value - mean) * (value - mean)).sum();
    return sum / (values.size() - 1) / values.size();
  }

  private static boolean uses(Job job, String practice) {
    return WORLD.practices().stream()
        .anyMatch(
            use ->
                use.proeftuin().equals(job.proeftuin())
                    && use.practice().equals(practice)
                    && !use.from().isAfter(job.start())
                    && (use.to() == null || !use.to().isBefore(job.start())));
  }

  private static double lasting(List<Job> jobs, Predicate<Job> of) {
    List<Job> chosen = jobs.stream().filter(of).toList();
    long lasting =
        chosen.stream()
            .filter(
                job -> {
                  LocalDate year = job.start().plusMonths(12).minusDays(1);
                  return job.end() == null || job.end().isAfter(year);
                })
            .count();
    return (double) lasting / chosen.size();
  }
}

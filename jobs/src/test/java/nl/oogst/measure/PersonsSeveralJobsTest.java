package nl.oogst.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Jobs of one person are not independent (methods page, section 1). */
class PersonsSeveralJobsTest {
  private static final int MONTHS_12 = 2;

  /** Months that the jobs of a person ran; negative when they still do. */
  private static Spells spells(List<int[]> persons) {
    Spells spells = new Spells();
    for (int i = 0; i < persons.size(); i++) {
      add(spells, i, persons.get(i));
    }
    return spells;
  }

  private static void add(Spells spells, long key, int[] jobs) {
    Person person = new Person("p" + key, key, List.of());
    for (int months : jobs) {
      spells.add(person, SpellTime.horizon(Math.abs(months)), months < 0 ? -1 : 0);
    }
  }

  private static Figure.Interval at12(Spells spells) {
    return spells.curve().retentions().get(MONTHS_12).estimate().orElseThrow();
  }

  private static List<int[]> persons(Random random, int number, int jobs) {
    List<int[]> persons = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      // the jobs of a person fare alike
      int months = random.nextInt(24) < 8 ? 1 + random.nextInt(11) : -36;
      int[] own = new int[jobs];
      java.util.Arrays.fill(own, months);
      persons.add(own);
    }
    return persons;
  }

  @Test
  void personsAreDrawnOnlyWhereManyHaveSeveralJobs() {
    List<int[]> one = persons(new Random(1), 20, 1);
    assertThat(spells(one).curve().method()).contains("log-log");
    one.add(new int[] {3, 4, 5});
    assertThat(spells(one).curve().method()).as("23 jobs of 21 persons").contains("log-log");
    one.add(new int[] {3, 4});
    assertThat(spells(one).curve().method()).as("25 jobs of 22 persons").contains("bootstrap");
  }

  @Test
  void theShareItselfIsThatOfAllJobs() {
    List<int[]> twins = persons(new Random(3), 30, 2);

    assertThat(at12(spells(twins)).value())
        .isEqualTo(at12(spells(persons(new Random(3), 30, 1))).value());
  }

  @Test
  void theOrderOfPersonsAndTheNumberOfPartsChangeNothing() {
    List<int[]> persons = persons(new Random(5), 30, 2);
    persons.addAll(persons(new Random(6), 10, 1));
    Figure.Interval whole = at12(spells(persons));
    Collections.shuffle(persons, new Random(7));
    Spells left = spells(persons.subList(0, 13));
    left.merge(spells(persons.subList(13, persons.size())));

    assertThat(at12(left)).isEqualTo(whole);
  }

  @Test
  void intervalsAreAsWideAsThoseOfPersonsAndCoverTheTruthAsOftenAsTheySay() {
    var random = new Random(1979);
    int worlds = 150;
    int covered = 0;
    int coveredPlain = 0;
    double truth = 16 / 24.0;
    for (int world = 0; world < worlds; world++) {
      List<int[]> twins = persons(random, 40, 3);
      covered += contains(at12(spells(twins)), truth) ? 1 : 0;
      List<int[]> single = new ArrayList<>();
      twins.forEach(own -> java.util.Arrays.stream(own).forEach(m -> single.add(new int[] {m})));
      coveredPlain += contains(at12(spells(single)), truth) ? 1 : 0;
    }
    assertThat(covered / (double) worlds).as("persons drawn").isBetween(0.88, 1.0);
    assertThat(coveredPlain / (double) worlds).as("as if jobs were independent").isLessThan(0.85);
  }

  private static boolean contains(Figure.Interval interval, double value) {
    return interval.low() <= value && value <= interval.high();
  }

  @Test
  void withVeryManyPersonsTheIntervalIsWidenedInstead() {
    Spells many = new Spells();
    for (int i = 0; i < 5_000; i++) {
      add(many, i, i % 3 == 0 ? new int[] {2, 2} : new int[] {-36, -36});
    }
    Spells half = new Spells();
    for (int i = 0; i < 5_000; i++) {
      add(half, i, new int[] {i % 3 == 0 ? 2 : -36});
    }
    assertThat(many.curve().method()).contains("widened");
    assertThat(at12(many).low())
        .isCloseTo(at12(half).low(), org.assertj.core.data.Offset.offset(1e-9));
  }
}

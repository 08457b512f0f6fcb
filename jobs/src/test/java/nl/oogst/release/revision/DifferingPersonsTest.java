package nl.oogst.release.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.oogst.model.Days;
import nl.oogst.release.records.ReleasedRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Adding up only the persons who differ comes to what adding up everybody comes to, whatever
 * happened between two releases.
 */
class DifferingPersonsTest {
  private static final LocalDate JUNE = LocalDate.of(2025, 6, 30);
  private static final LocalDate JULY = LocalDate.of(2025, 7, 31);
  private static final int PAIRS = 30;

  @TempDir private Path folder;

  @Test
  void theSameRevisionsComeOfDifferingPersonsAsOfEverybody() throws IOException {
    int revisions = 0;
    int spared = 0;
    int beside = 0;
    for (int seed = 0; seed < PAIRS; seed++) {
      Random random = new Random(seed);
      List<TrialPlacement> before = some(random);
      link(before, random);
      List<TrialPlacement> later = later(before, random);
      if (random.nextInt(4) > 0) {
        link(later, random);
      }
      String rules = random.nextInt(5) == 0 ? "other" : "s";
      TrialRelease old = TrialRelease.write(folder.resolve(seed + "a"), JUNE, "s", before);
      TrialRelease now = TrialRelease.write(folder.resolve(seed + "b"), JULY, rules, later);
      List<String> some =
          rows(by(1 + seed % 4, old, now).exact(TrialRelease.RULES, now.measured()));
      List<String> everybody = rows(by(1, old, now).exact(TrialRelease.RULES));
      assertThat(some).as("pair " + seed).isEqualTo(everybody);
      revisions += some.size();
      long persons = later.stream().map(one -> one.cell("person")).distinct().count();
      spared += now.changedSince(old).size() < persons ? 1 : 0;
      beside += SameGroups.of(old.release(), now.release()).toldOtherwise().now().size();
    }
    assertThat(revisions).isGreaterThan(PAIRS * 20);
    assertThat(spared).as("pairs in which not everybody differs").isGreaterThan(PAIRS / 2);
    assertThat(beside).as("row groups of the same placements, told otherwise").isGreaterThan(5);
  }

  private static Revisions by(int threads, TrialRelease old, TrialRelease now) {
    return new Revisions(old.release(), now.release(), TrialRelease.DATA_SETS, threads);
  }

  @Test
  void theSameRevisionsComeOfManyThreadsAsOfOne() throws IOException {
    Random random = new Random(7);
    List<TrialPlacement> before = some(random);
    link(before, random);
    List<TrialPlacement> later = later(before, random);
    // other rules as well, so that everybody is added up in every way there is
    TrialRelease old = TrialRelease.write(folder.resolve("old"), JUNE, "s", before);
    TrialRelease now = TrialRelease.write(folder.resolve("now"), JULY, "other", later);
    List<String> one = rows(by(1, old, now).exact(TrialRelease.RULES));
    assertThat(one).hasSizeGreaterThan(20);
    for (int threads = 2; threads <= 5; threads++) {
      assertThat(rows(by(threads, old, now).exact(TrialRelease.RULES))).isEqualTo(one);
      assertThat(rows(by(threads, old, now).exact(TrialRelease.RULES, now.measured())))
          .isEqualTo(one);
    }
  }

  @Test
  void aNewRecordIsOfWhomItsPersonWasTakenFor() throws IOException {
    LocalDate start = LocalDate.of(2024, 1, 1);
    List<TrialPlacement> before =
        List.of(
            TrialPlacement.of("alfa", "1", "p", start).job("alfa/1", 2),
            TrialPlacement.of("beta", "1", "r", start).job("alfa/1", 2).with("person", "alfa/p"));
    List<TrialPlacement> later = new ArrayList<>();
    before.forEach(one -> later.add(one.copy().seen(JULY)));
    later.get(0).with("hours_per_week", 32.0);
    later.add(TrialPlacement.of("beta", "2", "r", start.plusDays(40)).with("person", "alfa/p"));
    TrialRelease old = TrialRelease.write(folder.resolve("old"), JUNE, "s", before);
    TrialRelease now = TrialRelease.write(folder.resolve("now"), JULY, "s", later);
    List<String> everybody = rows(by(1, old, now).exact(TrialRelease.RULES));
    assertThat(everybody).isNotEmpty();
    for (int threads = 1; threads <= 3; threads++) {
      assertThat(rows(by(threads, old, now).exact(TrialRelease.RULES, now.measured())))
          .isEqualTo(everybody);
    }
  }

  private static List<String> rows(List<Revision> revisions) {
    return new RevisionRows(TrialRelease.DATA_SETS, "before")
        .exact(revisions).stream().map(Arrays::toString).toList();
  }

  private static List<TrialPlacement> some(Random random) {
    List<TrialPlacement> all = new ArrayList<>();
    all.add(TrialPlacement.of("alfa", "0", "first", LocalDate.of(2022, 2, 1)));
    for (int i = 1; i <= 14; i++) {
      all.add(one(random, i));
    }
    return all;
  }

  private static TrialPlacement one(Random random, int id) {
    String proeftuin = TrialRelease.PROEFTUINEN.get(random.nextInt(3));
    LocalDate start = LocalDate.of(2022, 3, 1).plusDays(random.nextInt(1100));
    TrialPlacement one =
        TrialPlacement.of(proeftuin, "" + id, "p" + random.nextInt(6), start)
            .with("hours_per_week", 12.0 + random.nextInt(4) * 4)
            .with("first_peildatum", Days.of(start.plusDays(40)));
    one.seen(start.plusDays(40));
    for (int i = 0; i < 4; i++) {
      change(one, random);
    }
    return one.alone();
  }

  /** Fills or changes a value, which may be the one there was. */
  private static void change(TrialPlacement one, Random random) {
    switch (random.nextInt(12)) {
      case 0 -> one.with("organisation", pick(random, "BZK", "SZW"));
      case 1 -> one.with("target_group", pick(random, "participatiewet", "wsw"));
      case 2 -> one.with("contract_form", pick(random, "permanent", "temporary", "internship"));
      case 3 -> one.with("end_date", one.day("start_date") + 30 + random.nextInt(500));
      case 4 -> one.with("end_reason", pick(random, "resigned", "regular_job"));
      case 5 -> one.with("register_ground", pick(random, "participatiewet", "wsw"));
      case 6 -> one.with("register_from", Days.of(2024, 1 + random.nextInt(9), 1));
      case 7 ->
          one.with("value_eur", 100.0 * random.nextInt(5)).with("valuation_scheme", "utrecht_new");
      case 8 -> one.with("hours_per_week", 16.0 + random.nextInt(3) * 8);
      case 9 -> one.with("supplier", pick(random, "Schoon BV", "Groen BV"));
      default -> one.paid(2024 + random.nextInt(2), 1 + random.nextInt(6), random.nextInt(90));
    }
  }

  private static String pick(Random random, String... values) {
    return values[random.nextInt(values.length)];
  }

  /** A month on: one proeftuin in three delivers nothing, one takes back what it delivered. */
  private static List<TrialPlacement> later(List<TrialPlacement> before, Random random) {
    int silent = random.nextInt(3);
    int withdrawn = random.nextInt(12);
    int corrected = 1 + random.nextInt(8);
    List<TrialPlacement> all = new ArrayList<>();
    for (TrialPlacement one : before) {
      int proeftuin = TrialRelease.PROEFTUINEN.indexOf(one.proeftuin());
      TrialPlacement its = one.copy();
      if (proeftuin == silent || one.id().equals("0")) {
        all.add(its);
      } else if (proeftuin != withdrawn && random.nextInt(15) > 0) {
        its.paid(2025, 7, 80);
        if (random.nextInt(corrected) == 0) {
          change(its, random);
        }
        if (random.nextInt(20) == 0) {
          its.with("person_id", "p" + random.nextInt(6));
        }
        if (random.nextInt(20) == 0) {
          its.notPaid(2024, 1 + random.nextInt(6));
        }
        its.with("vanished", random.nextInt(9) == 0);
        all.add(its.seen(JULY));
      }
    }
    int news = random.nextInt(4);
    for (int i = 0; i < news; i++) {
      all.add(one(random, 100 + i));
    }
    return all;
  }

  /** Takes some records of different proeftuinen for one job, and their persons for one. */
  private static void link(List<TrialPlacement> all, Random random) {
    all.forEach(TrialPlacement::alone);
    Map<String, String> persons = new TreeMap<>();
    List<TrialPlacement> free = new ArrayList<>(all);
    for (int i = random.nextInt(4); i > 0 && free.size() > 1; i--) {
      TrialPlacement a = free.remove(random.nextInt(free.size()));
      TrialPlacement b = free.remove(random.nextInt(free.size()));
      if (!a.proeftuin().equals(b.proeftuin())) {
        String job =
            Stream.of(a, b)
                .map(one -> ReleasedRecord.key(one.proeftuin(), one.id()))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        a.job(job, 2);
        b.job(job, 2);
        join(persons, a.own(), b.own());
      }
    }
    all.forEach(one -> one.with("person", persons.getOrDefault(one.own(), one.own())));
  }

  /** Persons who are one have the name of the first of them. */
  private static void join(Map<String, String> persons, String one, String other) {
    String a = persons.getOrDefault(one, one);
    String b = persons.getOrDefault(other, other);
    String first = a.compareTo(b) < 0 ? a : b;
    persons.put(one, first);
    persons.put(other, first);
    persons.replaceAll((own, person) -> person.equals(a) || person.equals(b) ? first : person);
  }
}

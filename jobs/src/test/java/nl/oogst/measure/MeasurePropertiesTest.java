package nl.oogst.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.Days;
import nl.oogst.resolve.PlacementOf;
import nl.oogst.resolve.ResolvedPlacement;

/** What holds for any persons whatever. */
class MeasurePropertiesTest {
  private static final String SEED = "1331";
  private static final String AS_OF = "2024-06-30";

  private static final Frame FRAME = Measured.frame("2023-01-01", AS_OF);

  private static final List<Measure> MEASURES =
      List.of(
          new JobsRealised(FRAME),
          new BanenafspraakContributions(FRAME, rules()),
          new SustainabilityIndicators(FRAME),
          new Obligations(FRAME, List.of()));

  private static BanenRules rules() {
    try {
      return new BanenRules(
          new ObjectMapper()
              .readTree(Measured.SCHEMAS.resolve("rules/banenafspraak.json").toFile()));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String pick(Random random, String... values) {
    return values[random.nextInt(values.length)];
  }

  private static List<Person> persons(long seed) {
    Random random = new Random(seed);
    List<Person> persons = new ArrayList<>();
    for (int p = 0; p < 1 + random.nextInt(8); p++) {
      ResolvedPlacement[] placements = new ResolvedPlacement[1 + random.nextInt(3)];
      boolean alike = random.nextBoolean();
      long place = random.nextLong();
      for (int i = 0; i < placements.length; i++) {
        Random where = alike ? new Random(place) : random;
        int start = Days.of(2023, 1, 1) + random.nextInt(500);
        PlacementOf placement =
            PlacementOf.id("p" + p + "-" + i)
                .from(Days.date(start).toString())
                .organisation(pick(where, "BZK", "IenW", "Fin"))
                .form(pick(where, "permanent", "temporary", "internship"))
                .group(pick(where, "wajong", "participatiewet"))
                .ground(pick(random, "wsw", "participatiewet", "none"))
                .attribution(pick(where, "rijk_hiring", "supplier"))
                .hours(pick(random, "36", "24.5", "7"))
                .value(pick(random, "100.25", "0", "50000"), pick(random, "utrecht_new", "other"));
        if (random.nextBoolean()) {
          placement.to(Days.date(start + random.nextInt(400)).toString());
        }
        placements[i] =
            placement.seen(
                "proeftuin" + (alike ? 0 : i),
                pick(random, "2023-12-31", "2024-03-31", AS_OF),
                AS_OF);
      }
      persons.add(
          random.nextBoolean()
              ? Measured.oneJob("x" + p, placements)
              : Measured.person("x" + p, placements));
    }
    return persons;
  }

  private static List<String> rows(Measure measure, Cells cells) {
    return measure.rows(cells, Measured.schema(measure.dataSet())).stream()
        .map(Arrays::toString)
        .toList();
  }

  @Property(tries = 40, seed = SEED)
  void neitherTheOrderOfPersonsNorThePartsTheyAreCountedInMatter(@ForAll long seed) {
    for (Measure measure : MEASURES) {
      List<Person> persons = new ArrayList<>(persons(seed));
      Cells whole = measure.empty();
      persons.forEach(person -> measure.add(person, whole));
      Collections.shuffle(persons, new Random(~seed));
      Cells left = measure.empty();
      Cells right = measure.empty();
      for (int i = 0; i < persons.size(); i++) {
        measure.add(persons.get(i), i % 2 == 0 ? left : right);
      }

      assertThat(rows(measure, right.merge(left)))
          .as(measure.dataSet())
          .isEqualTo(rows(measure, whole));
    }
  }

  @Property(tries = 200, seed = SEED)
  void aPersonInOnePlaceAddsTheSameToABundleAsToEachOfItsSlices(@ForAll long seed) {
    List<Person> persons = persons(seed);
    Assume.that(persons.stream().anyMatch(Person::inOnePlace));
    for (Measure measure : MEASURES) {
      Random random = new Random(seed);
      Cells bundled = measure.empty();
      Cells oneByOne = measure.empty();
      for (Person person : persons) {
        measure.add(person, bundled);
        if (random.nextBoolean()) {
          bundled.open();
        }
        measure.add(
            new Person(person.id(), person.recordKey(), person.engagements(), false), oneByOne);
      }

      assertThat(rows(measure, bundled)).as(measure.dataSet()).isEqualTo(rows(measure, oneByOne));
    }
  }

  @Property(tries = 40, seed = SEED)
  void totalsEqualTheSumOfTheirPartsInEveryBreakdown(@ForAll long seed) {
    adds(seed, MEASURES.get(0), "jobs_started,jobs_ended,jobs_active,fte,other_placements", "");
    adds(seed, MEASURES.get(1), "paid_hours,estimated_hours,banen", "attribution,counts_for");
    adds(seed, MEASURES.get(3), "realised_eur", "valuation_scheme");
  }

  private static void adds(long seed, Measure measure, String measures, String keys) {
    DataSetSchema schema = Measured.schema(measure.dataSet());
    Cells cells = measure.empty();
    persons(seed).forEach(person -> measure.add(person, cells));
    for (String column : measures.split(",", -1)) {
      Map<String, Double> totals = new HashMap<>();
      Map<String, Map<String, Double>> parts = new HashMap<>();
      for (Object[] figures : measure.rows(cells, schema)) {
        Object[] row = Exact.row(figures, schema);
        StringBuilder key = new StringBuilder(String.valueOf(row[schema.indexOf("period")]));
        for (String name : keys.split(",", -1)) {
          key.append(' ').append(name.isEmpty() ? "" : row[schema.indexOf(name)]);
        }
        Double value = (Double) row[schema.indexOf(column)];
        String breakdown = (String) row[schema.indexOf("breakdown")];
        if (value != null && breakdown.equals("all")) {
          totals.put(key.toString(), value);
        } else if (value != null) {
          parts
              .computeIfAbsent(breakdown, b -> new HashMap<>())
              .merge(key.toString(), value, Double::sum);
        }
      }
      parts.forEach(
          (breakdown, sums) -> {
            assertThat(sums.keySet()).isEqualTo(totals.keySet());
            sums.forEach(
                (key, sum) ->
                    assertThat(sum)
                        .as("%s by %s, %s", column, breakdown, key)
                        .isCloseTo(totals.get(key), within(1e-6)));
          });
    }
  }
}

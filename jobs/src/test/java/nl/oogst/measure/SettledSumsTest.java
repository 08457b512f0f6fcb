package nl.oogst.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nl.oogst.model.Days;
import nl.oogst.model.Proeftuin;
import nl.oogst.model.Schemas;
import nl.oogst.protect.DisclosureRules;
import nl.oogst.protect.ProtectedCounts;
import nl.oogst.resolve.ByteWriter;
import nl.oogst.resolve.Deliveries;
import nl.oogst.resolve.PlacementOf;
import nl.oogst.resolve.ResolvedPlacement;
import org.junit.jupiter.api.Test;

/** What settled persons added at one as-of date is what they add at any later one. */
class SettledSumsTest {
  private static final Path SCHEMAS = Measured.SCHEMAS;
  private static final Schemas ALL = Schemas.load(SCHEMAS);
  private static final BanenRules BANEN = new BanenRules(ALL.rules("banenafspraak"));
  private static final LocalDate FIRST = LocalDate.parse("2021-01-01");
  private static final List<Proeftuin> REGISTER =
      List.of(Measured.proeftuin("a", "BZK", "2021-01-01", null, null));

  private static List<Measure> measures(LocalDate asOf) {
    Frame frame = Measured.frame(FIRST.toString(), asOf.toString());
    List<PracticeUse> uses =
        List.of(
            new PracticeUse(
                "a", "clarify_own_situation", PlacementOf.day("2021-01-01"), Days.NONE));
    return List.of(
        new JobsRealised(frame),
        new BanenafspraakContributions(frame, BANEN),
        new SustainabilityIndicators(frame),
        new Obligations(frame, REGISTER),
        new EndReasons(frame, ALL.codelist("end_reasons")),
        new Comparisons(frame, REGISTER, BANEN, ComparisonRules.read(ALL)),
        new Lessons(frame, BANEN, LessonWorld.RULES, REGISTER, uses, Map.of()));
  }

  private static LocalDate later(LocalDate than, Random random, int days) {
    return than.plusDays(random.nextInt(days));
  }

  private static String pick(Random random, String... values) {
    return values[random.nextInt(values.length)];
  }

  /** Some persons as they are known on a day, from what was delivered before. */
  private static List<Person> persons(long seed, LocalDate delivered, LocalDate asOf) {
    Random random = new Random(seed);
    List<Person> persons = new ArrayList<>();
    for (int p = 0; p < 1 + random.nextInt(12); p++) {
      ResolvedPlacement[] placements = new ResolvedPlacement[1 + random.nextInt(2)];
      for (int i = 0; i < placements.length; i++) {
        LocalDate start = later(delivered.minusDays(700), random, 720);
        PlacementOf placement =
            PlacementOf.id("p" + p + "-" + i)
                .person("x" + p)
                .from(start.toString())
                .form(pick(random, "permanent", "temporary", "internship"))
                .group(pick(random, "wajong", "participatiewet"))
                .ground(pick(random, "wsw", "participatiewet", "none"))
                .hours(pick(random, "36", "24.5", "7"))
                .value("100.25", "other");
        if (random.nextInt(4) > 0) {
          placement.to(later(start, random, 500).toString());
          placement.reason(pick(random, "regular_job", "illness", "unknown"));
        }
        Deliveries deliveries = Deliveries.of("a").snapshot(delivered.toString()).shows(placement);
        LocalDate paid = later(start, random, 400);
        if (random.nextBoolean()) {
          deliveries.paid(paid.toString(), later(paid, random, 60).toString(), "101.5");
        }
        placements[i] = deliveries.resolve(asOf.toString()).placement();
      }
      persons.add(Measured.person("x" + p, placements));
    }
    return persons;
  }

  private static List<String> rows(Measure measure, Cells cells) {
    var schema = Measured.schema(measure.dataSet());
    var counting =
        new ProtectedCounts(DisclosureRules.load(SCHEMAS.resolve("rules/disclosure.json")));
    List<Object[]> rows =
        measure instanceof FromCounts counts
            ? counts.rows(cells, schema, counting)
            : measure.rows(cells, schema);
    return rows.stream().map(Arrays::toString).toList();
  }

  /** The amounts themselves, since rounding hides one more or less. */
  private static List<String> amounts(Cells cells) {
    List<String> all = new ArrayList<>();
    cells
        .rows()
        .forEach(
            (slice, row) -> {
              ByteWriter out = new ByteWriter();
              slice.write(out);
              Amount.write(row, out);
              all.add(HexFormat.of().formatHex(out.toBytes()));
            });
    return all;
  }

  @Property(tries = 80, seed = "22018")
  void whatWasAddedEarlierIsNotAddedAgain(@ForAll long seed) {
    Random random = new Random(seed ^ 5);
    LocalDate delivered = later(FIRST.plusDays(800), random, 700);
    LocalDate earlier = later(delivered, random, 120);
    LocalDate now = later(earlier, random, 600);
    List<Measure> then = measures(earlier);
    List<Measure> measures = measures(now);
    int unsettled = Measured.frame(FIRST.toString(), earlier.toString()).unsettled();
    List<Person> personsThen = persons(seed, delivered, earlier);
    List<Person> personsNow = persons(seed, delivered, now);
    for (int m = 0; m < measures.size(); m++) {
      Measure measure = measures.get(m);
      Cells kept = then.get(m).empty();
      Cells rest = measure.empty();
      Cells all = measure.empty();
      for (int p = 0; p < personsNow.size(); p++) {
        measure.add(personsNow.get(p), all);
        if (personsThen.get(p).settled(unsettled)) {
          then.get(m).add(personsThen.get(p), kept);
        } else {
          measure.add(personsNow.get(p), rest);
        }
      }
      rest.merge(kept.toBytes(), place -> measure.place(place, earlier));

      assertThat(amounts(rest)).as(measure.dataSet()).isEqualTo(amounts(all));
      assertThat(rows(measure, rest)).as(measure.dataSet()).isEqualTo(rows(measure, all));
    }
  }

  @Test
  void aJobThatIsOverIsSettledAndAnOpenOneIsNot() {
    assertThat(settled(PlacementOf.id("p").from("2023-01-01").to("2024-05-31"))).isTrue();
    assertThat(settled(PlacementOf.id("p").from("2023-01-01"))).isFalse();
    assertThat(settled(PlacementOf.id("p").from("2023-01-01").to("2024-07-01")))
        .as("worked in the third quarter of the year that runs")
        .isFalse();
    assertThat(settled(PlacementOf.id("p").from("2023-01-01").to("2025-05-31")))
        .as("a planned end")
        .isFalse();
  }

  private static boolean settled(PlacementOf placement) {
    Frame frame = Measured.frame("2021-01-01", "2024-11-30");
    return Measured.person("x", placement.seen("a", "2024-11-30", "2024-11-30"))
        .settled(frame.unsettled());
  }
}

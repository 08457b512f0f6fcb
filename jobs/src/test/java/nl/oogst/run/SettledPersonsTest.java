package nl.oogst.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import nl.oogst.measure.Breakdown;
import nl.oogst.measure.Frame;
import nl.oogst.measure.JobsRealised;
import nl.oogst.measure.Measure;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.Days;
import nl.oogst.model.Schemas;
import nl.oogst.resolve.Deliveries;
import nl.oogst.resolve.Linking;
import nl.oogst.resolve.Origin;
import nl.oogst.resolve.PlacementOf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scala.Tuple2;

/** Whether sums can be kept or not, everybody counts once. */
class SettledPersonsTest {
  private static final LocalDate AS_OF = LocalDate.parse("2025-02-28");
  private static final Schemas SCHEMAS = Schemas.load(DataRoot.repository().resolve("schemas"));
  private static final Frame FRAME =
      new Frame(
          AS_OF,
          LocalDate.parse("2023-01-01"),
          Breakdown.list(SCHEMAS.rules("breakdowns")),
          Map.of(),
          Map.of());

  @TempDir Path temp;

  private static Tuple2<String, byte[]> placement(String proeftuin, String id, String end) {
    PlacementOf placement = PlacementOf.id(id).person("K-" + id).from("2023-03-01").to(end);
    byte[] resolved =
        Deliveries.of(proeftuin)
            .snapshot("2025-02-28")
            .shows(placement)
            .resolve(AS_OF.toString())
            .toBytes(Origin.RUN);
    return PersonTask.keyed(resolved, Linking.NOTHING);
  }

  private static PersonTask.Added add(SettledPersons.Keeping keeping) {
    List<Tuple2<String, byte[]>> placements = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      placements.add(placement("alfa", "A" + i, i % 2 == 0 ? "2024-02-01" : null));
      placements.add(placement("beta", "B" + i, "2024-08-01"));
    }
    placements.sort(Comparator.comparing(Tuple2::_1));
    List<Measure> measures = List.of(new JobsRealised(FRAME));
    PersonTask task = new PersonTask(measures, new byte[32], Days.of(AS_OF), keeping);
    return JavaBytes.read(task.call(placements.iterator()).next(), PersonTask.Added.class);
  }

  private SettledPersons.Keeping keeping(Path folder) {
    PersonBuckets.Some alfa = new PersonBuckets.Some(new PersonBuckets(Map.of()));
    alfa.add("alfa", 0);
    return new SettledPersons.Keeping(
        folder.toString(), Map.of("alfa", "a"), alfa, FRAME.unsettled());
  }

  @Test
  void theSettledOfAKeptProeftuinAreSetApart() {
    PersonTask.Added all = add(SettledPersons.Keeping.NOTHING);
    PersonTask.Added some = add(keeping(temp));

    assertThat(some.spoiled()).isEmpty();
    assertThat(some.parts())
        .extracting(SettledPersons.Part::proeftuin)
        .as("nothing of beta is kept")
        .containsExactly("alfa");
    assertThat(some.cells().get(0)).isNotEqualTo(all.cells().get(0));
  }

  @Test
  void whatCannotBeWrittenCountsInTheRunAllTheSame() throws IOException {
    Path noFolder = Files.writeString(temp.resolve("file"), "");

    PersonTask.Added added = add(keeping(noFolder));

    assertThat(added.parts()).isEmpty();
    assertThat(added.spoiled()).containsExactly("alfa");
    assertThat(rows(added)).isEqualTo(rows(add(SettledPersons.Keeping.NOTHING)));
  }

  private static List<String> rows(PersonTask.Added added) {
    Measure measure = new JobsRealised(FRAME);
    var cells = measure.empty();
    cells.merge(added.cells().get(0), place -> place);
    var schema =
        DataSetSchema.load(DataRoot.repository().resolve("schemas/datasets/jobs_realised.json"));
    return measure.rows(cells, schema).stream().map(Arrays::toString).toList();
  }
}

package nl.oogst.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import nl.oogst.map.TableMapper;
import nl.oogst.map.TableMapping;
import nl.oogst.model.Schemas;
import nl.oogst.model.TextMasking;
import nl.oogst.normalise.ColumnContent;
import nl.oogst.normalise.Outcome;
import nl.oogst.normalise.RowNormaliser;
import nl.oogst.normalise.SecondLook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Files of the sample, changed at random with a fixed seed, through reading, mapping and
 * normalising: nothing but {@link ReadFailure} comes out, nothing hangs or fills the memory, every
 * row ends in one state, and no other file's rows change. The system property {@code
 * oogst.fuzz.times} multiplies the number of mutations.
 */
class FuzzTest {
  private static final int TIMES = Integer.getInteger("oogst.fuzz.times", 1);
  private static final int FILES = 5;
  private static final long MOST_SECONDS = 30;
  private static final long MOST_BYTES = 512L << 20;
  private static final Path ROOT = Path.of(System.getProperty("oogst.root", ".."));
  private static final Schemas SCHEMAS = Schemas.load(ROOT.resolve("schemas"));
  private static final TableMapper MAPPER = new TableMapper(SCHEMAS, new ColumnContent(SCHEMAS));
  private static final ExecutorService WORKER =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "fuzz");
            thread.setDaemon(true);
            return thread;
          });

  @TempDir static Path folder;

  @AfterAll
  static void stop() {
    WORKER.shutdownNow();
  }

  @ParameterizedTest
  @CsvSource({
    "csv, 4000",
    "tsv, 1000",
    "txt, 1000",
    "json, 1200",
    "jsonl, 900",
    "ndjson, 600",
    "xlsx, 500",
    "zip, 700",
    "gz, 700"
  })
  void noMutationOfASampleFileBreaksAnything(String extension, int mutations) throws IOException {
    List<Path> originals = samples(extension);
    Random random = new Random(extension.hashCode());
    for (int i = 0; i < mutations * TIMES; i++) {
      Path original = originals.get(i % originals.size());
      String name = original.getFileName().toString();
      byte[] mutated = Mutations.mutate(Files.readAllBytes(original), random);
      within("mutation " + i + " of " + name, () -> harvest(name, mutated));
    }
  }

  @Test
  void noMutationOfOneFileChangesTheRowsOfAnother() throws IOException {
    byte[] steady = text(samples("csv").get(2)).getBytes(StandardCharsets.UTF_8);
    byte[] other = Files.readAllBytes(samples("csv").get(3));
    List<String> alone = harvest("z.csv", steady).get("z.csv");
    assertThat(alone).hasSizeGreaterThan(2);
    Random random = new Random(42);
    int compared = 0;
    for (int i = 0; i < 400 * TIMES; i++) {
      Map<String, byte[]> both = new LinkedHashMap<>();
      both.put("a.csv", Mutations.bytes(other, random));
      both.put("z.csv", steady);
      List<String> beside = harvest("b.zip", Zips.zip(both)).get("b.zip/z.csv");
      if (beside != null) {
        assertThat(beside).as("mutation %d", i).isEqualTo(alone);
        compared++;
      }
    }
    assertThat(compared).isEqualTo(400 * TIMES);
  }

  /** The smallest few of a format, and one in the middle. */
  private static List<Path> samples(String extension) throws IOException {
    try (Stream<Path> all = Files.walk(ROOT.resolve("sample-data/deliveries"))) {
      List<Path> files =
          all.filter(f -> f.toString().endsWith("." + extension))
              .sorted(Comparator.comparing((Path f) -> f.toFile().length()).thenComparing(f -> f))
              .toList();
      assertThat(files).as(extension).isNotEmpty();
      List<Path> chosen = new ArrayList<>(files.subList(0, Math.min(FILES, files.size())));
      chosen.add(files.get(files.size() / 2));
      return chosen;
    }
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  /** Something that may fail. */
  private interface Work {
    void run() throws Exception;
  }

  private static void within(String what, Work work) {
    Future<Long> done =
        WORKER.submit(
            () -> {
              ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
              long before = threads.getCurrentThreadAllocatedBytes();
              work.run();
              return threads.getCurrentThreadAllocatedBytes() - before;
            });
    try {
      assertThat(done.get(MOST_SECONDS, TimeUnit.SECONDS)).as(what).isLessThan(MOST_BYTES);
    } catch (TimeoutException e) {
      throw new AssertionError(what + " takes more than " + MOST_SECONDS + " seconds", e);
    } catch (ExecutionException e) {
      throw new AssertionError(what, e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What became of every row, by file; empty when the delivery is refused. */
  private static Map<String, List<String>> harvest(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve("file.bin");
    Files.write(file, bytes);
    Map<String, List<String>> outcomes = new LinkedHashMap<>();
    try (TableSource source = SourceFiles.open(file, name, n -> null)) {
      int tables = 0;
      for (SourceTable table = source.next(); table != null; table = source.next()) {
        String inner = table.start().file();
        SecondLook look = SecondLook.at(file, name, n -> null, tables++);
        rows(table, look, outcomes.computeIfAbsent(inner, n -> new ArrayList<>()));
      }
    } catch (ReadFailure refused) {
      assertThat(refused.code()).isNotNull();
      assertThat(refused.detail()).isNotBlank();
    }
    return outcomes;
  }

  private static void rows(SourceTable table, SecondLook look, List<String> outcomes)
      throws ReadFailure {
    TableStart start = table.start();
    TableMapping mapping =
        MAPPER.map(start.file(), start.sheet(), start.headers(), start.sample(), null);
    RowNormaliser normaliser =
        RowNormaliser.create(
            mapping, SCHEMAS, start.sample(), null, text -> TextMasking.mask(text).text(), look);
    long rows = 0;
    long[] states = new long[4];
    for (Row row = table.next(); row != null; row = table.next()) {
      if (!RowNormaliser.counts(row.kind())) {
        continue;
      }
      rows++;
      Outcome outcome = normaliser.normalise(row);
      states[state(outcome)]++;
      outcomes.add(row.line() + " " + outcome);
    }
    assertThat(states[0] + states[1] + states[2] + states[3]).isEqualTo(rows);
  }

  private static int state(Outcome outcome) {
    return outcome instanceof Outcome.Kept
        ? 0
        : outcome instanceof Outcome.Quarantined
            ? 1
            : outcome instanceof Outcome.NotARecord ? 2 : 3;
  }
}

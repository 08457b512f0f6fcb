package nl.oogst.study;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.oogst.Folders;
import nl.oogst.cli.Main;
import nl.oogst.release.ReleaseStore;
import nl.oogst.run.Verification;

/**
 * Kills runs in processes of their own ({@code SIGKILL}): at moments spread over their whole
 * course, soon after they say what they do, and step by step while they publish. After each: a
 * whole release is current, and the next run publishes what the killed one would have, byte for
 * byte, and leaves nothing else behind.
 */
public final class KillStudy {
  private static final int LONGEST_SECONDS = 300;

  /**
   * What came of it.
   *
   * @param during kills at moments spread over the run
   * @param after kills soon after it said something
   * @param publishing kills during the steps of publishing
   * @param isNew after how many of them the new release was current already
   * @param leftovers after how many of them a folder of the killed run was left
   */
  public record Result(int during, int after, int publishing, int isNew, int leftovers) {
    public int kills() {
      return during + after + publishing;
    }
  }

  private final Function<List<String>, ProcessBuilder> program;
  private final Path folder;
  private final Path schemas;
  private final Path before;
  private final Random random = new Random(20250131);
  private ReleaseStore.Published first;
  private ReleaseStore.Published second;
  private long wholeRun;
  private int steps;
  private int isNew;
  private int leftovers;

  /**
   * A study.
   *
   * @param folder an empty one to work in
   * @param program starts the program with further options for its virtual machine
   */
  public KillStudy(Path folder, Path schemas, Function<List<String>, ProcessBuilder> program) {
    this.folder = folder;
    this.schemas = schemas;
    this.program = program;
    this.before = folder.resolve("before");
  }

  /** {@code KillStudy KILLS LAUNCHER}: with the launcher of the repository. */
  public static void main(String[] arguments) throws Exception {
    Path home = Path.of(System.getProperty("oogst.root")).toAbsolutePath();
    Path work = Files.createTempDirectory("oogst-kills");
    long start = System.nanoTime();
    try {
      KillStudy study =
          new KillStudy(
              work,
              home.resolve("schemas"),
              options -> {
                ProcessBuilder builder = new ProcessBuilder(arguments[1]);
                builder.environment().put("OOGST_JAVA_OPTS", String.join(" ", options));
                return builder;
              });
      Result result = study.run(Integer.parseInt(arguments[0]), System.out);
      System.out.printf(
          Locale.ROOT,
          "%n| runs killed | |%n|---|--:|%n"
              + "| at moments spread over a run | %d |%n"
              + "| soon after it said what it does | %d |%n"
              + "| at steps of publishing, of %d | %d |%n"
              + "| after which the old release was current, whole | %d |%n"
              + "| after which the new one was, whole | %d |%n"
              + "| that left a folder, which the next run removed | %d |%n"
              + "| after which the next run failed | 0 |%n%n%.0f s%n",
          result.during(),
          result.after(),
          study.steps,
          result.publishing(),
          result.kills() - result.isNew(),
          result.isNew(),
          result.leftovers(),
          (System.nanoTime() - start) / 1e9);
    } finally {
      Folders.delete(work);
    }
  }

  /**
   * Kills runs.
   *
   * @param kills how many
   * @param to takes a dot for each
   * @throws IllegalStateException when something was lost, or a next run failed
   */
  public Result run(int kills, PrintStream to) throws Exception {
    prepare();
    List<KillMoment> moments = KillMoment.spread(kills, steps, random);
    int during = 0;
    int after = 0;
    for (KillMoment moment : moments) {
      kill(moment);
      during += moment instanceof KillMoment.During ? 1 : 0;
      after += moment instanceof KillMoment.After ? 1 : 0;
      to.print('.');
      to.flush();
    }
    to.println();
    return new Result(during, after, moments.size() - during - after, isNew, leftovers);
  }

  /** Publishes a first release, keeps the folder, and sees what a whole second run comes to. */
  private void prepare() throws Exception {
    write(
        "data/register/proeftuinen.csv",
        "proeftuin_id,name,organisation,category,phase,round,start_date,end_date,"
            + "contract_value_eur,obligation_eur\n"
            + "alfa,Alfa,BZK,Schoonmaak,running_contract,1,2023-01-01,,100000,5000\n");
    write("profiles/README", "none\n");
    write("data/deliveries/alfa/2024-06-30/p.csv", placements(3));
    whole();
    first = store().current().orElseThrow();
    copy(folder.resolve("out"), before);
    write("data/deliveries/alfa/2024-12-31/p.csv", placements(5));
    long start = System.nanoTime();
    whole();
    wholeRun = System.nanoTime() - start;
    second = store().current().orElseThrow();
    check(!second.equals(first), "the second run publishes nothing new");
    restore();
    steps = watched(Integer.MAX_VALUE);
    check(steps > 20, "publishing has only " + steps + " steps");
    check(store().current().orElseThrow().equals(second), "another release than before");
  }

  private void whole() throws Exception {
    Process whole = start(List.of());
    try (BufferedReader said = whole.errorReader()) {
      List<String> lines = said.lines().toList();
      check(whole.waitFor() == 0, "a run that is left alone fails: " + lines);
    }
  }

  private static String placements(int count) {
    StringBuilder csv =
        new StringBuilder(
            "placement_id,person_id,organisation,attribution,route,contract_form,target_group,"
                + "register_ground,start_date,end_date,hours_per_week\n");
    for (int i = 0; i < count; i++) {
      csv.append("A").append(i).append(",K").append(i);
      csv.append(",BZK,supplier,at_supplier,temporary,participatiewet,participatiewet,");
      csv.append("2024-01-01,,24\n");
    }
    return csv.toString();
  }

  private void kill(KillMoment moment) throws Exception {
    boolean killed = false;
    KillMoment tried = moment;
    while (!killed) {
      restore();
      killed = tryToKill(tried);
      if (!killed) { // was done before that: the machine is faster now
        tried = tried.sooner();
      }
    }
    examine(String.valueOf(tried));
  }

  /** False when the run was done before. */
  private boolean tryToKill(KillMoment moment) throws Exception {
    if (moment instanceof KillMoment.Publishing publishing) {
      return watched(publishing.step()) == publishing.step();
    }
    Process process = start(List.of());
    if (moment instanceof KillMoment.During during) {
      boolean done = process.waitFor((long) (wholeRun * during.share()), TimeUnit.NANOSECONDS);
      return stop(process) && !done;
    }
    KillMoment.After after = (KillMoment.After) moment;
    try (BufferedReader said = process.errorReader()) {
      String line = said.readLine();
      while (line != null && !line.contains(after.said())) {
        line = said.readLine();
      }
      check(line != null, "a run does not say " + after.said());
      boolean done = process.waitFor(after.millis(), TimeUnit.MILLISECONDS);
      return stop(process) && !done;
    }
  }

  private static boolean stop(Process process) throws InterruptedException {
    process.toHandle().destroyForcibly();
    check(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS), "a killed run goes on");
    return process.exitValue() != 0;
  }

  /** Kills a run at a step of publishing; the last step that was reached. */
  private int watched(int step) throws Exception {
    try (StepsOfPublishing watch = new StepsOfPublishing()) {
      Process process = start(List.of(watch.option()));
      Thread reader =
          new Thread(
              () -> {
                try (BufferedReader said = process.errorReader()) {
                  said.lines().forEach(line -> {});
                } catch (IOException | UncheckedIOException e) {
                  // killed: nothing more is said
                }
              });
      reader.start();
      int reached = watch.follow(process, step);
      process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
      reader.join();
      return reached;
    }
  }

  private void examine(String moment) throws Exception {
    ReleaseStore store = store();
    ReleaseStore.Published current = store.current().orElseThrow();
    check(current.equals(first) || current.equals(second), moment + ": another release is current");
    for (ReleaseStore.Published one : store.releases()) {
      check(store.verify(one).isEmpty(), moment + ": a published release is not whole");
    }
    List<String> problems = new ArrayList<>();
    boolean fine =
        Verification.run(store.folder(), null, schemas, one -> problems.addAll(one.problems()));
    check(fine, moment + ": the current release does not verify: " + problems);
    isNew += current.equals(second) ? 1 : 0;
    leftovers += names(store.folder()).stream().anyMatch(n -> n.startsWith(".staging-")) ? 1 : 0;

    next(moment, store.folder());
    check(store.current().orElseThrow().equals(second), moment + ": the next run differs");
    check(store.verify(second).isEmpty(), moment + ": the next release is not whole");
    check(
        names(store.folder()).equals(List.of(".lock", "current.json", "keys", "releases", "state")),
        moment + ": left behind: " + names(store.folder()));
    check(
        names(store.folder().resolve("releases"))
            .equals(List.copyOf(new TreeSet<>(List.of(first.releaseId(), second.releaseId())))),
        moment + ": left behind: " + names(store.folder().resolve("releases")));
  }

  /** Runs in this process, which is the same program and starts sooner. */
  private void next(String moment, Path out) {
    check(Main.execute(arguments(out)) == 0, moment + ": the next run fails");
  }

  private String[] arguments(Path out) {
    return new String[] {
      "run",
      "--data",
      folder.resolve("data").toString(),
      "--out",
      out.toString(),
      "--schemas",
      schemas.toString(),
      "--profiles",
      folder.resolve("profiles").toString(),
      "--master",
      "local[1]",
      "--quiet"
    };
  }

  private Process start(List<String> options) throws IOException {
    ProcessBuilder builder = program.apply(options);
    String[] all = arguments(folder.resolve("out"));
    builder.command().addAll(List.of(all).subList(0, all.length - 1));
    return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
  }

  private ReleaseStore store() {
    return new ReleaseStore(folder.resolve("out"));
  }

  private void restore() throws IOException {
    Folders.delete(folder.resolve("out"));
    copy(before, folder.resolve("out"));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : (Iterable<Path>) all::iterator) {
        Files.copy(
            path,
            to.resolve(from.relativize(path).toString()),
            java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private void write(String file, String content) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.write(path, content.getBytes(StandardCharsets.UTF_8));
  }

  private static void check(boolean holds, String problem) {
    if (!holds) {
      throw new IllegalStateException(problem);
    }
  }
}

package nl.oogst.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.oogst.protect.DisclosureRules;
import nl.oogst.protect.ExactSums;
import nl.oogst.protect.Gate;
import nl.oogst.protect.GateReport;
import nl.oogst.protect.GateTable;
import nl.oogst.protect.RoundingCheck;
import nl.oogst.release.Manifest;
import nl.oogst.release.OutputFailure;
import nl.oogst.release.ParquetSetReader;
import nl.oogst.release.ReleaseStore;

/**
 * Checks a published release again from its files alone: every byte, the rights on the restricted
 * zone, the declarations, the ledger, the sums, the rounding, and what the gate says of it beside
 * the releases before it.
 */
public final class Verification {
  /**
   * One thing that was checked.
   *
   * @param name in one or two words
   * @param said what was looked at
   * @param problems what is wrong, a line each and never a figure; empty when all is well
   */
  public record Check(String name, String said, List<String> problems) {
    public Check {
      problems = List.copyOf(problems);
    }

    public boolean fine() {
      return problems.isEmpty();
    }
  }

  private final ReleaseStore store;
  private final ReleaseStore.Published release;
  private final Path folder;
  private final DisclosureRules rules;
  private List<GateTable> tables = List.of();

  private Verification(ReleaseStore store, ReleaseStore.Published release, DisclosureRules rules) {
    this.store = store;
    this.release = release;
    this.folder = store.releaseFolder(release.releaseId());
    this.rules = rules;
  }

  /**
   * Checks a release.
   *
   * @param releaseId null for the current one
   * @param each takes each check as it is done
   * @return whether all is well
   * @throws WrongUse when there is no such release
   */
  public static boolean run(Path out, String releaseId, Path schemas, Consumer<Check> each)
      throws IOException {
    return run(new ReleaseStore(out), releaseId, schemas, each);
  }

  /**
   * Checks a release that may lie elsewhere: every byte is fetched anew.
   *
   * @see #run(Path, String, Path, Consumer)
   */
  public static boolean run(
      ReleaseStore store, String releaseId, Path schemas, Consumer<Check> each) throws IOException {
    ReleaseStore.Published release = find(store, releaseId);
    store.fetchAgain(release);
    DisclosureRules rules = DisclosureRules.load(schemas.resolve("rules/disclosure.json"));
    Verification verification = new Verification(store, release, rules);
    boolean fine = true;
    for (Step step : verification.steps()) {
      Check check = verification.guarded(step);
      each.accept(check);
      fine &= check.fine();
    }
    return fine;
  }

  /** The id of the release that {@link #run} would check. */
  public static String releaseId(ReleaseStore store, String releaseId) throws OutputFailure {
    return find(store, releaseId).releaseId();
  }

  private static ReleaseStore.Published find(ReleaseStore store, String releaseId)
      throws OutputFailure {
    if (releaseId == null) {
      return store
          .current()
          .orElseThrow(
              () ->
                  new WrongUse(
                      "There is no release in '"
                          + store.folder()
                          + "'. Make one with 'oogst run', or name another folder with --out."));
    }
    return store.published().stream()
        .filter(one -> one.releaseId().equals(releaseId))
        .findFirst()
        .orElseThrow(
            () ->
                new WrongUse(
                    "There is no release '"
                        + releaseId
                        + "' in '"
                        + store.folder()
                        + "'. "
                        + known(store)));
  }

  private static String known(ReleaseStore store) {
    try {
      List<String> ids = store.published().stream().map(ReleaseStore.Published::releaseId).toList();
      return ids.isEmpty() ? "It has none." : "It has " + String.join(", ", ids) + ".";
    } catch (OutputFailure e) {
      return e.getMessage();
    }
  }

  private interface Check0 {
    Check check() throws IOException;
  }

  private record Step(String name, Check0 check) {}

  private List<Step> steps() {
    return List.of(
        new Step("files", this::files),
        new Step("rights", this::rights),
        new Step("schemas", this::schemas),
        new Step("ledger", this::ledger),
        new Step("sums", this::sums),
        new Step("rounding", this::rounding),
        new Step("gate", this::gate));
  }

  /** A damaged file can stop a check in any way; that is a finding, not a failure. */
  private Check guarded(Step step) {
    try {
      return step.check().check();
    } catch (IOException | RuntimeException e) {
      String why = e instanceof OutputFailure ? e.getMessage() : "its files cannot be read";
      return new Check(step.name(), "could not be checked", List.of(why));
    }
  }

  private Check files() throws OutputFailure {
    List<String> problems = store.verify(release);
    int files = problems.isEmpty() ? Manifest.load(folder).files().size() : 0;
    return new Check("files", files + " files, every byte as published", problems);
  }

  private Check rights() throws IOException {
    List<String> problems = new ArrayList<>();
    long paths = 0;
    Set<PosixFilePermission> owner =
        Set.of(
            PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.OWNER_EXECUTE);
    try (Stream<Path> walk = Files.walk(folder.resolve("restricted"))) {
      for (Path path : walk.sorted().toList()) {
        paths++;
        if (Files.getFileStore(path).supportsFileAttributeView("posix")
            && !owner.containsAll(Files.getPosixFilePermissions(path))) {
          problems.add(
              folder.relativize(path)
                  + ": others than the owner have rights to it; take them away with chmod go=");
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return new Check(
        "rights",
        store.origin().isEmpty()
            ? paths + " paths in restricted/ are the owner's alone"
            : "not of files: who may read restricted/ is set in the object store",
        problems);
  }

  /** Reads every data set once, and keeps the rows of those that the later checks need. */
  private Check schemas() throws IOException {
    List<Manifest.Entry> entries =
        Manifest.load(folder).files().stream()
            .filter(entry -> entry.path().endsWith(".parquet"))
            .toList();
    List<ReadSet> sets = entries.parallelStream().map(e -> ReadSet.read(folder, e)).toList();
    tables = ReleasedTables.pair(sets);
    return new Check(
        "schemas",
        sets.size() + " data sets are as they declare themselves",
        sets.stream().flatMap(set -> set.problems().stream()).toList());
  }

  private Check ledger() throws IOException {
    List<String> problems = new ArrayList<>();
    long lines = 0;
    long total = 0;
    try (ParquetSetReader reader =
        ParquetSetReader.open(folder.resolve("restricted/ledger.parquet"))) {
      int rows = reader.indexOf("rows");
      List<Integer> states =
          Stream.of("accepted", "superseded", "duplicate", "quarantined", "not_a_record")
              .map(reader::indexOf)
              .toList();
      for (Object[] row = reader.next(); row != null; row = reader.next()) {
        lines++;
        total += (Long) row[rows];
        Object[] line = row;
        long sum = states.stream().mapToLong(state -> (Long) line[state]).sum();
        if (sum != (Long) row[rows]) {
          problems.add("line " + lines + " of the ledger: its states do not add up to its rows");
        }
      }
    }
    return new Check("ledger", total + " rows in " + lines + " files add up", problems);
  }

  private Check sums() {
    List<String> problems = new ArrayList<>();
    long checked = 0;
    for (GateTable table : tables) {
      ExactSums.Result result = ExactSums.check(table, rules);
      checked += result.checked();
      problems.addAll(result.problems());
    }
    return new Check("sums", checked + " exact totals are what their parts make", problems);
  }

  private Check rounding() {
    List<String> problems = new ArrayList<>();
    long checked = 0;
    for (GateTable table : tables) {
      RoundingCheck.Result result = RoundingCheck.check(table, rules);
      checked += result.checked();
      problems.addAll(result.problems());
    }
    if (tables.isEmpty()) {
      problems.add("there are no data sets to look at");
    }
    return new Check("rounding", checked + " public figures follow from the exact ones", problems);
  }

  private Check gate() throws OutputFailure {
    if (tables.isEmpty()) {
      return new Check("gate", "could not be checked", List.of("there are no data sets"));
    }
    store.fetchEarlier(null);
    Gate gate = GateStep.withEarlier(store, release.releaseId(), rules);
    GateReport report = gate.judge(tables);
    return new Check(
        "gate",
        "no count can be worked out from "
            + report.figures()
            + " figures of this and "
            + report.earlier().size()
            + " earlier releases",
        report.leaks().stream().map(GateReport.Leak::text).toList());
  }
}

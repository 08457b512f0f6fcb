package nl.oogst.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import nl.oogst.release.ReleaseKeeping;
import nl.oogst.release.ReleaseStore;
import nl.oogst.run.Releases;
import nl.oogst.run.WrongUse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Marks a release as withdrawn; on request removes its restricted records. */
@Command(
    name = "withdraw",
    description = {
      "Marks a release as withdrawn. It stays, marked; if it was current, the newest other one",
      "becomes so. --erase removes its restricted records as well."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class WithdrawCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "RELEASE", description = "Its name, or the start of it.")
  private String release;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why; shown in the list.")
  private String reason;

  @Option(names = "--erase", description = "Remove its restricted records, for good.")
  private boolean erase;

  @Option(names = "--undo", description = "Lift the mark of a release that was not erased.")
  private boolean undo;

  @Mixin private ReleasesOption releases;

  @Mixin private Logging log;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter console = spec.commandLine().getOut();
    ReleaseStore store = releases.store();
    ReleaseKeeping keeping = new ReleaseKeeping(store);
    String id = Releases.find(store, release);
    if (undo) {
      undo(store, keeping, id);
      console.println("Release " + id + " is withdrawn no longer.");
      log.tell(spec, "withdraw", id, "undone", 0, Map.of());
      return 0;
    }
    ReleaseKeeping.Withdrawn done =
        keeping.withdraw(id, reason, erase, LocalDate.now(ZoneOffset.UTC));
    console.println("Release " + id + " is marked as withdrawn.");
    done.nowCurrent().ifPresent(next -> console.println("Release " + next + " is current now."));
    if (done.stillCurrent()) {
      console.println("It is still current: there is no other release. Run again to publish one.");
    }
    if (erase) {
      remains(keeping, done, console);
    }
    log.tell(
        spec,
        "withdraw",
        id,
        erase ? "withdrawn and erased" : "withdrawn",
        0,
        Map.of("current", done.stillCurrent() ? id : done.nowCurrent().orElse("unchanged")));
    return 0;
  }

  private void undo(ReleaseStore store, ReleaseKeeping keeping, String id) throws IOException {
    if (erase || reason != null) {
      throw new WrongUse("--undo takes neither --erase nor --reason.");
    }
    if (store.marks().withdrawn(id).isEmpty()) {
      throw new WrongUse("Release " + id + " is not withdrawn.");
    }
    if (store.marks().erased(id)) {
      throw new WrongUse("The records of release " + id + " are erased; that cannot be undone.");
    }
    keeping.restore(id);
  }

  private void remains(ReleaseKeeping keeping, ReleaseKeeping.Withdrawn done, PrintWriter to)
      throws IOException {
    to.println(
        "Its restricted records are removed, and all that was kept for later runs. What remains of"
            + " it:");
    done.remains().forEach(path -> to.println("  " + path));
    List<String> others =
        keeping.list().stream()
            .filter(one -> one.records() && !one.id().equals(done.id()))
            .map(ReleaseKeeping.Listed::id)
            .toList();
    to.println(
        others.isEmpty()
            ? "No other release holds restricted records."
            : "Records of the same people may also be in: " + String.join(", ", others) + ".");
    to.println(
        "The deliveries themselves, backups of "
            + releases.name()
            + " and copies are not touched.");
  }
}

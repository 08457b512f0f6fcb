package nl.oogst.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import nl.oogst.release.ReleaseStore;
import nl.oogst.run.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks a release again, from its files alone. */
@Command(
    name = "verify",
    description = {
      "Checks a release again from its files alone: every byte, rights, declarations, the ledger,",
      "sums, rounding, and what all releases together give away. Exit code 0: all is well; 1: not."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class VerifyCommand implements Callable<Integer> {
  private static final int SHOWN = 10;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "RELEASE",
      description = "Its name (default: the current one).")
  private String release;

  @Mixin private SchemasOption schemas;

  @Option(names = "--quiet", description = "Say nothing but what is wrong.")
  private boolean quiet;

  @Mixin private ReleasesOption releases;

  @Mixin private Logging log;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter console = spec.commandLine().getOut();
    ReleaseStore store = releases.store();
    String id = Verification.releaseId(store, release);
    if (!quiet) {
      console.println("Release " + id);
    }
    List<String> wrong = new ArrayList<>();
    boolean fine =
        Verification.run(
            store,
            release,
            schemas.folder(),
            check -> {
              print(check, console);
              if (!check.fine()) {
                wrong.add(check.name());
              }
            });
    if (!quiet || !fine) {
      console.println(fine ? "All is well." : "This release is not as it should be.");
    }
    int code = fine ? 0 : Main.FAILURE;
    log.tell(spec, "verify", id, fine ? "ok" : "wrong", code, Map.of("wrong", wrong));
    return code;
  }

  private void print(Verification.Check check, PrintWriter to) {
    if (check.fine() && quiet) {
      return;
    }
    to.printf(
        Locale.ROOT,
        "  %-5s  %-8s  %s%n",
        check.fine() ? "ok" : "WRONG",
        check.name(),
        check.fine() ? check.said() : check.problems().size() + " found:");
    check.problems().stream()
        .limit(SHOWN)
        .forEach(line -> to.println("           " + releases.said(line)));
    if (check.problems().size() > SHOWN) {
      to.println("           and " + (check.problems().size() - SHOWN) + " more");
    }
    to.flush();
  }
}

package nl.oogst.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Runs the commands on the sample, one after another, so that the launcher can keep their classes
 * ready (an archive of shared classes holds what one process loaded).
 */
@Command(name = "rehearse", hidden = true, description = "Runs every command on the sample once.")
final class RehearseCommand implements Callable<Integer> {

  @Option(names = "--data", required = true)
  private Path data;

  @Option(names = "--out", required = true)
  private Path out;

  @Override
  public Integer call() {
    int worst = 0;
    for (List<String> command : commands()) {
      worst = Math.max(worst, Main.execute(command.toArray(String[]::new)));
    }
    return worst;
  }

  private List<List<String>> commands() {
    List<List<String>> all = new ArrayList<>();
    all.add(List.of("run", "--quiet", "--data", data.toString(), "--out", out.toString()));
    all.add(List.of("check", "--data", data.toString(), "--out", out.resolve("pages").toString()));
    return all;
  }
}

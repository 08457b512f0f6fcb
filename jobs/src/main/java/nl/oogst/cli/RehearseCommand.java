package nl.oogst.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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
  public Integer call() throws IOException {
    int worst = 0;
    for (List<String> command : commands()) {
      worst = Math.max(worst, Main.execute(command.toArray(String[]::new)));
    }
    return worst;
  }

  private List<List<String>> commands() throws IOException {
    List<List<String>> all = new ArrayList<>();
    all.add(List.of("run", "--quiet", "--data", data.toString(), "--out", out.toString()));
    all.add(List.of("report", "--lang", "en", "--out", out.toString()));
    all.add(List.of("check", "--data", data.toString(), "--out", out.resolve("pages").toString()));
    for (String form : List.of("--quiet", "--json", "--propose-profile")) {
      List<String> inspect = new ArrayList<>(List.of("inspect", form));
      inspect.addAll(oneOfEachKind());
      all.add(inspect);
    }
    return all;
  }

  /** The first delivered file with each ending. */
  private Collection<String> oneOfEachKind() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> delivered = Files.walk(data.resolve("deliveries"))) {
      delivered
          .filter(Files::isRegularFile)
          .map(Path::toString)
          .sorted()
          .forEach(file -> files.putIfAbsent(file.substring(file.lastIndexOf('.')), file));
    }
    return files.values();
  }
}

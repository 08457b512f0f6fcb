package nl.oogst.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import nl.oogst.cli.Main;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.spark.deploy.SparkSubmit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a cluster the same input gives the same bytes, also when a machine is lost on the way. */
class ClusterTest {
  private static final String[] SAMPLE = {"az-catering", "bz-vertalingen", "jenv-opvanglocaties"};

  @TempDir private Path folder;
  private String key;

  @BeforeEach
  void theSameKeyForAll() throws Exception {
    key = Files.writeString(folder.resolve("a.key"), "0123456789abcdef".repeat(4)).toString();
  }

  @Test
  void aClusterGivesTheBytesOfOneMachineAlsoWhenAWorkerIsLost() throws Exception {
    DataRoot here = new DataRoot(folder.resolve("here")).sample(false, SAMPLE);
    Ran one = Ran.harvest(here, "--disclosure-key-file", key, "--link-key-file", key);
    assertThat(one.code()).as(one.err()).isIn(0, 3);

    try (TrialCluster cluster = TrialCluster.start(folder.resolve("cluster"), 2)) {
      DataRoot there = new DataRoot(folder.resolve("there")).sample(false, SAMPLE);
      assertThat(end(submit(there, cluster), line -> {})).isEqualTo(one.code());
      assertThat(content(there)).isEqualTo(content(here));

      DataRoot lost = new DataRoot(folder.resolve("lost")).sample(false, SAMPLE);
      AtomicInteger executors = new AtomicInteger();
      int code =
          end(
              launch(lost, cluster),
              line -> {
                // what was read is with the workers by now, and half of it goes
                if (line.contains("linking")) {
                  executors.set(cluster.kill(1));
                }
              });
      assertThat(executors).hasPositiveValue();
      assertThat(code).isEqualTo(one.code());
      assertThat(content(lost)).isEqualTo(content(here));
    }
  }

  /** As the launcher does. */
  private ProcessBuilder launch(DataRoot root, TrialCluster cluster) {
    List<String> arguments = arguments(root);
    arguments.addAll(List.of("--master", cluster.master()));
    // as someone types it, in the folder above
    arguments.replaceAll(
        argument ->
            argument.equals(root.data().toString())
                ? folder.relativize(root.data()).toString()
                : argument);
    return Child.builder(
            List.of("-Dspark.executor.memory=600m", "-Dspark.executor.cores=1"),
            arguments.toArray(String[]::new))
        .directory(folder.toFile());
  }

  /** As {@code spark-submit} does. */
  private ProcessBuilder submit(DataRoot root, TrialCluster cluster) {
    List<String> all = new ArrayList<>();
    all.addAll(List.of("--master", cluster.master(), "--class", Main.class.getName()));
    all.addAll(List.of("--conf", "spark.executor.memory=600m"));
    all.addAll(List.of("--conf", "spark.executor.cores=1"));
    all.addAll(List.of("--conf", "spark.driver.host=127.0.0.1"));
    String classPath = SparkStart.absolute(System.getProperty("java.class.path"));
    all.addAll(List.of("--conf", "spark.executor.extraClassPath=" + classPath));
    all.add("spark-internal"); // the program is on the class path already
    all.addAll(arguments(root));
    return Child.builder(SparkSubmit.class, List.of(), all.toArray(String[]::new));
  }

  private List<String> arguments(DataRoot root) {
    List<String> all =
        new ArrayList<>(
            List.of(root.arguments("--disclosure-key-file", key, "--link-key-file", key)));
    int master = all.indexOf("--master");
    all.subList(master, master + 2).clear();
    return all;
  }

  private static int end(ProcessBuilder builder, Consumer<String> listener) throws Exception {
    Process process = builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    StringBuilder said = new StringBuilder();
    try (BufferedReader lines = process.errorReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        said.append(line).append('\n');
        listener.accept(line);
      }
    }
    int code = process.waitFor();
    assertThat(code).as(said.toString()).isIn(0, 3);
    return code;
  }

  /** The digests of all files of the releases. */
  private static Map<String, String> content(DataRoot root) throws Exception {
    Path releases = root.out().resolve("releases");
    Map<String, String> digests = new TreeMap<>();
    for (Path file : DataRoot.tree(releases)) {
      digests.put(
          releases.relativize(file).toString(), DigestUtils.sha256Hex(Files.readAllBytes(file)));
    }
    return digests;
  }
}

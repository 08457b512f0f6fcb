package nl.oogst.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.oogst.cli.Main;
import nl.oogst.store.ObjectStore;
import nl.oogst.store.S3Server;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.spark.deploy.SparkSubmit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * With {@code spark-submit} on a cluster, data and releases lie in an object store. Only the
 * machine that starts the run has the libraries and the credentials for it.
 */
class ObjectStoreClusterTest {
  private static final String PLACE = "s3a://" + S3Server.BUCKET + "/";

  @TempDir private Path folder;

  @Test
  void aClusterGivesTheBytesOfAPathThoughWorkersKnowNoStore() throws Exception {
    Path key = Files.writeString(folder.resolve("a.key"), "0123456789abcdef".repeat(4));
    DataRoot root = new DataRoot(folder.resolve("root")).sample(false, "az-catering");
    Ran here = Ran.harvest(root, "--disclosure-key-file", key.toString());
    assertThat(here.code()).as(here.err()).isIn(0, 3);

    S3Server server = S3Server.start();
    try (TrialCluster cluster = TrialCluster.start(folder.resolve("cluster"), 2)) {
      ObjectStore inbox = server.open("in");
      for (Path file : DataRoot.tree(root.data())) {
        String digest = DigestUtils.sha256Hex(Files.readAllBytes(file));
        inbox.put(root.data().relativize(file).toString(), file, digest);
      }
      File said = folder.resolve("said").toFile();
      int code =
          submit(root, cluster, server, "--disclosure-key-file", key.toString())
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(said)
              .start()
              .waitFor();
      assertThat(code).as(Files.readString(said.toPath())).isEqualTo(here.code());
      assertThat(content(server.open("out"))).isEqualTo(content(root));
    } finally {
      server.close();
    }
  }

  private ProcessBuilder submit(
      DataRoot root, TrialCluster cluster, S3Server server, String... more) {
    List<String> all = new ArrayList<>();
    all.addAll(List.of("--master", cluster.master(), "--class", Main.class.getName()));
    all.addAll(List.of("--conf", "spark.executor.memory=600m"));
    all.addAll(List.of("--conf", "spark.executor.cores=1"));
    all.addAll(List.of("--conf", "spark.driver.host=127.0.0.1"));
    all.addAll(List.of("--conf", "spark.executor.extraClassPath=" + withoutStores()));
    all.add("spark-internal"); // the program is on the class path already
    all.addAll(List.of("run", "--data", PLACE + "in", "--out", PLACE + "out"));
    all.addAll(List.of("--work", folder.resolve("work").toString()));
    all.addAll(List.of("--schemas", DataRoot.repository().resolve("schemas").toString()));
    all.addAll(List.of("--profiles", root.profiles().toString()));
    all.addAll(List.of(more));
    ProcessBuilder builder =
        Child.builder(SparkSubmit.class, List.of(), all.toArray(String[]::new));
    builder.environment().put("AWS_ENDPOINT_URL", server.endpoint());
    builder.environment().put("AWS_REGION", "eu-west-1");
    builder.environment().put("AWS_ACCESS_KEY_ID", "oogst");
    builder.environment().put("AWS_SECRET_ACCESS_KEY", S3Server.SECRET);
    return builder;
  }

  private static String withoutStores() {
    String classPath = SparkStart.absolute(System.getProperty("java.class.path"));
    return Arrays.stream(classPath.split(File.pathSeparator, -1))
        .filter(path -> !path.contains("awssdk"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static Map<String, String> content(ObjectStore store) throws IOException {
    Map<String, String> digests = new TreeMap<>();
    for (ObjectStore.Found one : store.list("releases/")) {
      try (var in = store.open(one)) {
        digests.put(one.key(), DigestUtils.sha256Hex(in.readAllBytes()));
      }
    }
    return digests;
  }

  private static Map<String, String> content(DataRoot root) throws IOException {
    Map<String, String> digests = new TreeMap<>();
    for (Path file : DataRoot.tree(root.out().resolve("releases"))) {
      digests.put(
          root.out().relativize(file).toString(), DigestUtils.sha256Hex(Files.readAllBytes(file)));
    }
    assertThat(digests).hasSizeGreaterThan(20);
    return digests;
  }
}

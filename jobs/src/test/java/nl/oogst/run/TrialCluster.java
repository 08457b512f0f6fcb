package nl.oogst.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real Spark master with workers, each a process of its own, on the loopback interface. */
final class TrialCluster implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Path folder;
  private final int port;
  private final List<Process> processes = new ArrayList<>();

  private TrialCluster(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  static TrialCluster start(Path folder, int workers) throws Exception {
    Files.createDirectories(folder.resolve("home/jars"));
    TrialCluster cluster = new TrialCluster(folder, freePort());
    try {
      cluster.launch(
          "master", "org.apache.spark.deploy.master.Master", "--port", "" + cluster.port);
      cluster.await("master", "I have been elected leader");
      for (int i = 1; i <= workers; i++) {
        cluster.launch(
            "worker" + i,
            "org.apache.spark.deploy.worker.Worker",
            "--cores",
            "1",
            "--memory",
            "1g",
            "--work-dir",
            folder.resolve("work" + i).toString(),
            cluster.master());
      }
      for (int i = 1; i <= workers; i++) {
        cluster.await("worker" + i, "Successfully registered with master");
      }
      return cluster;
    } catch (Exception | Error e) {
      cluster.close();
      throw e;
    }
  }

  String master() {
    return "spark://127.0.0.1:" + port;
  }

  /** Kills a worker at once, and its executors; how many of them there were. */
  int kill(int worker) {
    Process process = processes.get(worker);
    List<ProcessHandle> children = process.descendants().toList();
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
    return children.size();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void launch(String name, String mainClass, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xmx256m"));
    // says when it is ready, which the settings of the program would keep from the log
    command.add("-Dlog4j2.configurationFile=classpath:org/apache/spark/log4j2-defaults.properties");
    command.add(mainClass);
    command.addAll(List.of("--host", "127.0.0.1", "--webui-port", "0"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    builder.environment().put("SPARK_HOME", folder.resolve("home").toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    builder.redirectErrorStream(true).redirectOutput(log(name).toFile());
    processes.add(builder.start());
  }

  private Path log(String name) {
    return folder.resolve(name + ".log");
  }

  private void await(String name, String words) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      try (BufferedReader lines = Files.newBufferedReader(log(name))) {
        if (lines.lines().anyMatch(line -> line.contains(words))) {
          return;
        }
      }
      if (!processes.get(processes.size() - 1).isAlive()) {
        break;
      }
      Thread.sleep(100);
    }
    throw new IllegalStateException(name + " did not start:\n" + Files.readString(log(name)));
  }

  @Override
  public void close() {
    for (Process process : processes) {
      process.descendants().toList().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    for (Process process : processes) {
      process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }
  }
}

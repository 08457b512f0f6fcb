package nl.oogst.run;

import static java.util.Objects.requireNonNull;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.hadoop.security.UserGroupInformation;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.Utils;

/**
 * Opens Spark so that it starts quickly, quietly and on any machine.
 *
 * <p>Settings that a caller gives as system properties ({@code -Dspark.…}) win over those below.
 */
public final class SparkStart {

  private static final String LOOPBACK = "127.0.0.1";

  /** Settings for every master. */
  private static final Map<String, String> ALWAYS =
      Map.of(
          // no web server and no progress bar between our own lines
          "spark.ui.enabled", "false",
          "spark.ui.showConsoleProgress", "false",
          // the default, stated because it matters: Kryo 4 can neither write nor read Java records
          "spark.serializer", "org.apache.spark.serializer.JavaSerializer");

  /** Settings for much data: only texts and bytes travel, which Kryo writes faster and shorter. */
  private static final Map<String, String> BULK =
      Map.of(
          "spark.serializer",
          OneKryo.class.getName(),
          // no object refers to another, so there is nothing to keep track of
          "spark.kryo.referenceTracking",
          "false");

  /** Settings for a master within this process. */
  private static final Map<String, String> LOCAL =
      Map.of(
          // nothing leaves the machine, and no name or network interface is looked up
          "spark.driver.host",
          LOOPBACK,
          "spark.driver.bindAddress",
          LOOPBACK,
          // a laptop that slept, or a long pause, is no reason to lose the only executor
          "spark.network.timeout",
          "3600s",
          // a task without memory fails, and the run says so; Spark would end the process silently
          "spark.executor.killOnFatalError.depth",
          "0",
          "spark.hadoop.fs.defaultFS",
          "file:///");

  /** Where executors in pods keep their data: a volume that goes when the pod goes. */
  private static final String VOLUMES = "spark.kubernetes.executor.volumes.";

  private static final String VOLUME_FOR_DATA = "spark-local-dir-";

  private static final Pattern MASTER_ON_LOOPBACK =
      Pattern.compile("spark://(127\\.0\\.0\\.1|localhost|\\[::1]):\\d+");

  /** Spark starts with no less: one and a half times what it keeps for itself. */
  private static final long LEAST_MEMORY = 450L << 20;

  private static final Pattern KNOWN_MASTER =
      Pattern.compile(
          "local(\\[(\\*|[1-9]\\d{0,5})(, ?\\d{1,5})?])?|yarn|(spark|k8s|local-cluster)[:\\[].+");

  /** What Spark needs of itself for a kind of cluster, and has apart from its core. */
  private static final Map<String, String> MANAGERS =
      Map.of(
          "yarn", "org.apache.spark.scheduler.cluster.YarnClusterManager",
          "k8s", "org.apache.spark.scheduler.cluster.k8s.KubernetesClusterManager");

  private SparkStart() {}

  /**
   * Says at once what Spark would only say after all deliveries were found.
   *
   * @throws WrongUse when the master is none that Spark knows, or Java has too little memory
   */
  static void check(String master) {
    if (!KNOWN_MASTER.matcher(master).matches()) {
      throw new WrongUse(
          "--master '"
              + master
              + "' is no Spark master. Expected local[*], local[2] or spark://host:7077.");
    }
    String manager = MANAGERS.get(master.split(":", 2)[0]);
    if (manager != null
        && SparkStart.class.getClassLoader().getResource(manager.replace('.', '/') + ".class")
            == null) {
      throw new WrongUse(
          "--master '"
              + master
              + "' needs a part of Spark that Oogst does not bring. Start the run with spark-submit"
              + " (docs/cluster.md).");
    }
    long memory = Runtime.getRuntime().maxMemory();
    if (master.startsWith("local") && memory < LEAST_MEMORY) {
      throw new WrongUse(
          "Java may use "
              + (memory >> 20)
              + " MB of memory, and Spark needs 450 MB at least. Give it more, for example with"
              + " OOGST_JAVA_OPTS=-Xmx1g.");
    }
  }

  /**
   * Starts Spark. The caller closes it; one context a process.
   *
   * @param master a Spark master, such as {@code local[*]} or {@code spark://host:7077}
   * @param localDir where Spark keeps the data of running jobs, which holds personal data: made if
   *     absent, readable for its owner alone
   * @param bulk whether there is so much data that moving it costs more than starting
   * @throws IOException when {@code localDir} cannot be made
   */
  public static JavaSparkContext open(String master, Path localDir, boolean bulk)
      throws IOException {
    requireNonNull(master, "master");
    if (!Files.isDirectory(localDir)) {
      createPrivately(localDir);
    }
    var local = master.startsWith("local");
    if (local) {
      needNoNames();
    }
    var conf = new SparkConf();
    if (bulk) {
      BULK.forEach(conf::setIfMissing);
    }
    ALWAYS.forEach(conf::setIfMissing);
    if (local) {
      LOCAL.forEach(conf::setIfMissing);
    } else {
      cluster(conf, master);
    }
    if (master.startsWith("k8s:")) {
      pods(conf);
    }
    conf.setMaster(master)
        .setAppName("oogst")
        .set("spark.local.dir", localDir.toAbsolutePath().toString());
    return new JavaSparkContext(conf);
  }

  /**
   * A cluster started from the launcher finds the program where this process found it, at the same
   * path on every machine; with {@code spark-submit} Spark takes it there.
   */
  private static void cluster(SparkConf conf, String master) {
    if (!Boolean.getBoolean("SPARK_SUBMIT") && !conf.contains("spark.jars")) {
      conf.setIfMissing("spark.executor.extraClassPath", absolute(ownClassPath()));
    }
    if (MASTER_ON_LOOPBACK.matcher(master).matches()) {
      conf.setIfMissing("spark.driver.host", LOOPBACK);
      conf.setIfMissing("spark.driver.bindAddress", LOOPBACK);
    }
  }

  /**
   * Without a volume of their own, Spark lays an empty one over the folder where this process keeps
   * its data. That lies in the output folder and only its owner may enter, while volumes are laid
   * by someone else, who on a shared file system may not.
   */
  static void pods(SparkConf conf) {
    boolean chosen =
        System.getenv("SPARK_LOCAL_DIRS") != null
            || Arrays.stream(conf.getAllWithPrefix(VOLUMES))
                .anyMatch(setting -> setting._1().contains("." + VOLUME_FOR_DATA));
    if (!chosen) {
      conf.set(VOLUMES + "emptyDir." + VOLUME_FOR_DATA + "1.mount.path", "/var/data/oogst");
    }
  }

  private static String ownClassPath() {
    return System.getProperty("java.class.path");
  }

  static String absolute(String classPath) {
    return Arrays.stream(classPath.split(Pattern.quote(File.pathSeparator), -1))
        .filter(entry -> !entry.isEmpty())
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /**
   * Without these, Spark does not start on a machine whose own name cannot be resolved, nor under a
   * user number that has no name (containers).
   */
  private static void needNoNames() {
    Utils.setCustomHostname(LOOPBACK);
    UserGroupInformation.setLoginUser(UserGroupInformation.createRemoteUser("oogst"));
  }

  private static void createPrivately(Path folder) throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } else {
      Files.createDirectories(folder);
    }
  }
}

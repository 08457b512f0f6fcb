package nl.oogst.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.hadoop.security.UserGroupInformation;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkEnv;
import org.apache.spark.util.Utils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scala.Tuple2;

class SparkStartTest {

  private static final String DATA_OF_PODS = "spark.kubernetes.executor.volumes.";

  record Value(long number) implements java.io.Serializable {}

  @Test
  void startsOnTheLoopbackAndShufflesRecords(@TempDir Path folder) throws Exception {
    var localDir = folder.resolve("a new folder/spark");
    try (var spark = SparkStart.open("local[2]", localDir, false)) {
      var sums =
          spark
              .parallelize(List.of(1, 2, 3, 4), 2)
              .mapToPair(number -> new Tuple2<>(number % 2, new Value(number)))
              .reduceByKey((a, b) -> new Value(a.number() + b.number()))
              .collectAsMap();
      assertThat(sums).containsEntry(0, new Value(6)).containsEntry(1, new Value(4));

      var conf = spark.getConf();
      assertThat(conf.get("spark.driver.host")).isEqualTo("127.0.0.1");
      assertThat(conf.get("spark.ui.enabled")).isEqualTo("false");
      assertThat(spark.sc().uiWebUrl().isEmpty()).isTrue();
      // neither the name of the machine nor that of the user was asked for
      assertThat(Utils.localCanonicalHostName()).isEqualTo("127.0.0.1");
      assertThat(UserGroupInformation.getCurrentUser().getShortUserName()).isEqualTo("oogst");
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(localDir)))
        .as("jobs leave personal data here while they run")
        .isEqualTo("rwx------");
    try (var left = Files.list(localDir)) {
      assertThat(left.filter(path -> path.toString().contains("blockmgr"))).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"yarn", "k8s://https://kubernetes.default.svc"})
  void aClusterWhosePartOfSparkIsNotThereAsksForSparkSubmit(String master) {
    assertThatThrownBy(() -> SparkStart.check(master))
        .isInstanceOf(WrongUse.class)
        .hasMessageContaining(master)
        .hasMessageContaining("spark-submit");
    assertThatCode(() -> SparkStart.check("spark://127.0.0.1:7077")).doesNotThrowAnyException();
  }

  @Test
  void executorsInPodsKeepTheirDataInAVolumeOfTheirOwn() {
    var conf = new SparkConf(false);
    SparkStart.pods(conf);
    assertThat(conf.get(DATA_OF_PODS + "emptyDir.spark-local-dir-1.mount.path"))
        .isEqualTo("/var/data/oogst");
  }

  @Test
  void whoeverGivesExecutorsInPodsADiskKeepsIt() {
    var disk = DATA_OF_PODS + "hostPath.spark-local-dir-disk.mount.path";
    var conf = new SparkConf(false).set(disk, "/disk");
    SparkStart.pods(conf);
    assertThat(conf.getAllWithPrefix(DATA_OF_PODS)).hasSize(1);
    assertThat(conf.get(disk)).isEqualTo("/disk");
  }

  @Test
  void volumesForOtherThingsAreNoDiskForData() {
    var conf =
        new SparkConf(false)
            .set(DATA_OF_PODS + "persistentVolumeClaim.inbox.mount.path", "/data/inbox");
    SparkStart.pods(conf);
    assertThat(conf.contains(DATA_OF_PODS + "emptyDir.spark-local-dir-1.mount.path")).isTrue();
  }

  @Test
  void tasksOverMuchDataShareOneKryo(@TempDir Path folder) throws Exception {
    try (var spark = SparkStart.open("local[1]", folder.resolve("spark"), true)) {
      assertThat(spark.getConf().get("spark.serializer")).isEqualTo(OneKryo.class.getName());
      var withATask = JavaBytes.write(new OneKryo(spark.getConf()));
      assertThat(JavaBytes.read(withATask, OneKryo.class)).isSameAs(SparkEnv.get().serializer());
    }
    SparkEnv.set(null);
    var alone = JavaBytes.write(new OneKryo(new SparkConf(false)));
    assertThat(JavaBytes.read(alone, OneKryo.class)).isNotNull();
  }

  /** A run in which a task finds no memory. */
  static final class NoMemory {
    private NoMemory() {}

    public static void main(String[] args) throws Exception {
      try (var spark = SparkStart.open("local[1]", Path.of(args[0]), false)) {
        spark
            .parallelize(List.of(1), 1)
            .foreach(
                one -> {
                  throw new OutOfMemoryError("no room");
                });
      } catch (Exception e) { // Spark throws what its Scala does not declare
        System.out.println("told of " + ExceptionUtils.getRootCause(e).getClass().getSimpleName());
      }
    }
  }

  @Test
  void aTaskWithoutMemoryFailsAndTheProcessLivesToTell(@TempDir Path folder) throws Exception {
    var process =
        Child.builder(NoMemory.class, List.of(), folder.resolve("spark").toString()).start();
    try (var out = process.getInputStream()) {
      assertThat(new String(out.readAllBytes(), StandardCharsets.UTF_8))
          .contains("told of OutOfMemoryError");
    }
    assertThat(process.waitFor()).isZero();
  }
}

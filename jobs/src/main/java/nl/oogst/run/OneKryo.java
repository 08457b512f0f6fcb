package nl.oogst.run;

import org.apache.spark.SparkConf;
import org.apache.spark.SparkEnv;
import org.apache.spark.serializer.KryoSerializer;
import org.apache.spark.serializer.Serializer;

/**
 * Spark's Kryo, but one for all tasks of a process. A shuffle takes its serializer with it to each
 * task, where Spark's own would be made ready once more, which takes longer than a small task does.
 */
public final class OneKryo extends KryoSerializer {
  private static final long serialVersionUID = 1L;

  /** For Spark, which makes it by its name. */
  public OneKryo(SparkConf conf) {
    super(conf);
  }

  /** Takes the one of this process in place of a copy that came with a task. */
  private Object readResolve() {
    SparkEnv env = SparkEnv.get();
    Serializer ofProcess = env == null ? null : env.serializer();
    return ofProcess instanceof OneKryo ? ofProcess : this;
  }
}

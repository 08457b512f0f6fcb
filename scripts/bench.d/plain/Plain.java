import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;

import org.apache.spark.sql.SparkSession;

/** The yardstick for starting: a local session that writes one tiny aggregate as Parquet. */
public final class Plain {
  private Plain() {}

  public static void main(String[] args) {
    SparkSession spark = SparkSession.builder().appName("plain").master("local[*]").getOrCreate();
    spark
        .range(1000)
        .groupBy(col("id").mod(10).as("key"))
        .agg(sum("id").as("total"))
        .write()
        .mode("overwrite")
        .parquet(args[0]);
    spark.stop();
  }
}

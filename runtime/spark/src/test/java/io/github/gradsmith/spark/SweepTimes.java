package io.github.gradsmith.spark;

import static org.apache.spark.sql.functions.expr;

import java.util.Arrays;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The time of a sweep over a thousand keys on one executor and on two, for the guide. */
final class SweepTimes {
  private SweepTimes() {}

  public static void main(String[] args) {
    for (int executors : new int[] {1, 2}) {
      SparkSession spark = Cluster.start(executors);
      double[] times = new double[2];
      for (int run = -1; run < times.length; run++) {
        long start = System.nanoTime();
        sweep(spark);
        if (run >= 0) {
          times[run] = Math.round((System.nanoTime() - start) / 1e6) / 1e3;
        }
      }
      System.out.println(executors + " executors: " + Arrays.toString(times) + " s");
      spark.stop();
    }
  }

  private static void sweep(SparkSession spark) {
    Dataset<Row> table =
        Nets.table(spark, Nets.lines(20_000, 6, false), 4, 1)
            .withColumn("customer", expr("pmod((id + 1000) / 7, 1000)"));
    long networks =
        Sweep.groupBy("customer", new Sweep.Configuration(300, 8, 0.05, 3))
            .id("id")
            .tasks(16)
            .run(Nets.NumberNet.class, table)
            .where("failure is null")
            .count();
    if (networks != 1000) {
      throw new IllegalStateException(networks + " networks");
    }
  }
}

package io.github.gradsmith.sample.spark;

import io.github.gradsmith.spark.Sweep;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Trains a network for each customer. */
public final class SweepKeys {
  private SweepKeys() {}

  /** 200 customers, 60 days each. */
  public static void main(String[] args) {
    SparkSession spark = Made.spark("sweep");
    Dataset<Row> days = Made.days(spark, 200, 60, 4);
    Dataset<Row> models =
        Sweep.groupBy("customer", new Sweep.Configuration(40, 10, 0.05, 1))
            .label("spent")
            .id("id")
            .run(SpendNet.class, days)
            .cache();
    models
        .selectExpr("customer", "rows", "loss", "length(weights) bytes", "failure")
        .orderBy("customer")
        .show(5);
    models.selectExpr("count(*) networks", "avg(loss)", "max(loss)").show();
    spark.stop();
  }
}

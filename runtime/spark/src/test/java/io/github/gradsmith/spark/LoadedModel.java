package io.github.gradsmith.spark;

import java.util.Arrays;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Loads a model in a JVM of its own, and says which bits it gives. */
final class LoadedModel {
  private LoadedModel() {}

  public static void main(String[] args) {
    SparkSession spark = Cluster.local();
    Dataset<Row> table = Nets.table(spark, Nets.lines(500, 1, true), 3, 9);
    System.out.println("hash " + hash(PipelineModel.load(args[0]).transform(table)));
    spark.stop();
  }

  static long hash(Dataset<Row> scored) {
    long hash = 0;
    for (Row row : scored.orderBy("id").collectAsList()) {
      hash = hash * 31 + Arrays.hashCode(((Vector) row.getAs("rawPrediction")).toArray());
      hash = hash * 31 + Arrays.hashCode(((Vector) row.getAs("probability")).toArray());
      hash = hash * 31 + Double.hashCode(row.<Double>getAs("prediction"));
    }
    return hash;
  }
}

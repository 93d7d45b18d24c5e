package io.github.gradsmith.sample.spark;

import io.github.gradsmith.spark.NetClassificationModel;
import io.github.gradsmith.spark.NetClassifier;
import java.util.Arrays;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Trains where the rows are, twice: the rows lie elsewhere, and the weights have the same bits. */
public final class ExactGradient {
  private ExactGradient() {}

  /** 20,000 images in 1 and in 7 partitions. */
  public static void main(String[] args) {
    SparkSession spark = Made.spark("exact");
    Dataset<Row> images = Made.images(spark, 0, 20_000, 4);
    for (int partitions : new int[] {1, 7}) {
      NetClassificationModel model =
          NetClassifier.of(DigitsNet.class)
              .setRowIdCol("id")
              .setMode("exact")
              .setPartitions(partitions)
              .setMaxIter(20)
              .setStepSize(0.02)
              .fit(images.repartition(partitions + 1));
      double right =
          model
              .transform(Made.images(spark, 1_000_000, 1_001_000, 4))
              .where("prediction = label")
              .count();
      System.out.printf(
          "%d partitions: weights %08x, accuracy %.3f%n",
          partitions, Arrays.hashCode(model.weights()), right / 1000);
    }
    spark.stop();
  }
}

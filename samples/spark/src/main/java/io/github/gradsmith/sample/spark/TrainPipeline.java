package io.github.gradsmith.sample.spark;

import io.github.gradsmith.spark.NetClassifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.evaluation.MulticlassClassificationEvaluator;
import org.apache.spark.ml.feature.MinMaxScaler;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Trains a network as a stage of a pipeline, saves the pipeline and loads it again. */
public final class TrainPipeline {
  private TrainPipeline() {}

  /** Trains on 4,000 images, and judges by 1,000 others. */
  public static void main(String[] args) throws IOException {
    SparkSession spark = Made.spark("train");
    Dataset<Row> training = Made.images(spark, 0, 4_000, 4);
    Dataset<Row> others = Made.images(spark, 1_000_000, 1_001_000, 4);
    NetClassifier net =
        NetClassifier.of(DigitsNet.class)
            .setFeaturesCol("scaled")
            .setRowIdCol("id")
            .setMaxIter(5)
            .setBatchSize(32)
            .setStepSize(0.005)
            .setSeed(1);
    PipelineStage[] stages = {
      new MinMaxScaler().setInputCol("features").setOutputCol("scaled"), net
    };
    PipelineModel model = new Pipeline().setStages(stages).fit(training);

    Path folder = Files.createTempDirectory("pipeline").resolve("model");
    model.save(folder.toString());
    Dataset<Row> scored = PipelineModel.load(folder.toString()).transform(others);
    scored.select("id", "label", "prediction", "probability").orderBy("id").show(3, 60);
    double accuracy =
        new MulticlassClassificationEvaluator().setMetricName("accuracy").evaluate(scored);
    System.out.printf("accuracy %.3f%n", accuracy);
    try (var files = Files.walk(folder)) {
      files
          .filter(file -> file.endsWith("weights.safetensors"))
          .forEach(file -> System.out.println("weights in " + folder.relativize(file)));
    }
    spark.stop();
  }
}

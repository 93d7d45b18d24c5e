package io.github.gradsmith.sample.spark;

import com.sun.management.OperatingSystemMXBean;
import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.FloatRows;
import io.github.gradsmith.spark.NetClassificationModel;
import io.github.gradsmith.spark.NetClassifier;
import io.github.gradsmith.training.BlockGradient;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.apache.spark.ml.classification.MultilayerPerceptronClassificationModel;
import org.apache.spark.ml.classification.MultilayerPerceptronClassifier;
import org.apache.spark.ml.evaluation.MulticlassClassificationEvaluator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The figures of the guide: {@code score}, {@code train} or {@code steps}, each in one run. */
public final class Measure {
  private static final int[] LAYERS = {784, 30, 10};

  private Measure() {}

  /** Measures what the first argument says. */
  public static void main(String[] args) {
    SparkSession spark = Made.spark("measure");
    switch (args.length == 0 ? "" : args[0]) {
      case "score" -> score(spark);
      case "train" -> train(spark);
      case "steps" -> steps(spark);
      default -> throw new IllegalArgumentException("expected score, train or steps");
    }
    spark.stop();
  }

  /**
   * Rows are made from their ids; what that takes is measured alone, and subtracted. It is the time
   * of the processor that counts, as other programs may run beside.
   */
  private static void score(SparkSession spark) {
    int rows = 100_000;
    Dataset<Row> images = Made.images(spark, 0, rows, 4);
    Dataset<Row> few = Made.images(spark, 0, 500, 2).cache();
    NetClassificationModel ours =
        NetClassifier.of(DigitsNet.class).setRowIdCol("id").setMaxIter(1).fit(few);
    MultilayerPerceptronClassificationModel theirs =
        new MultilayerPerceptronClassifier().setLayers(LAYERS).setMaxIter(1).fit(few);
    Dataset<Row> ourRows =
        ours.transform(images).select("rawPrediction", "probability", "prediction");
    ours.setRawPredictionCol("");
    Dataset<Row> ourLean = ours.transform(images).select("probability", "prediction");
    Dataset<Row> theirRows =
        theirs.transform(images).select("rawPrediction", "probability", "prediction");
    double[][] times = new double[4][5];
    for (int run = -1; run < times[0].length; run++) {
      double[] all = {
        time(images.select("features")), time(ourRows), time(ourLean), time(theirRows)
      };
      for (int i = 0; i < all.length && run >= 0; i++) {
        times[i][run] = all[i];
      }
    }
    String[] names = {"made only", "ours", "ours without rawPrediction", "Spark's perceptron"};
    for (int i = 0; i < times.length; i++) {
      System.out.printf("%s: %s s%n", names[i], Arrays.toString(times[i]));
    }
    double made = median(times[0]);
    for (int i = 1; i < times.length; i++) {
      System.out.printf(
          "%s: %.0f rows/s of one core%n", names[i], rows / (median(times[i]) - made));
    }
  }

  /** Writes all columns nowhere; seconds of all threads of this JVM. */
  private static double time(Dataset<Row> rows) {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long start = system.getProcessCpuTime();
    rows.write().format("noop").mode("overwrite").save();
    return Math.round((system.getProcessCpuTime() - start) / 1e6) / 1e3;
  }

  private static double seconds(long start) {
    return Math.round((System.nanoTime() - start) / 1e6) / 1e3;
  }

  private static double median(double[] times) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** The same rows, layers and passes over the rows. */
  private static void train(SparkSession spark) {
    Dataset<Row> training = Made.images(spark, 0, 10_000, 2).cache();
    Dataset<Row> others = Made.images(spark, 1_000_000, 1_002_000, 2).cache();
    training.count();
    others.count();
    MulticlassClassificationEvaluator accuracy =
        new MulticlassClassificationEvaluator().setMetricName("accuracy");
    for (int run = 0; run < 3; run++) {
      for (int epochs : new int[] {5, 20}) {
        long start = System.nanoTime();
        NetClassificationModel ours =
            NetClassifier.of(DigitsNet.class)
                .setRowIdCol("id")
                .setMaxIter(epochs)
                .setStepSize(0.003)
                .setSeed(run)
                .fit(training);
        double ourTime = seconds(start);
        start = System.nanoTime();
        MultilayerPerceptronClassificationModel theirs =
            new MultilayerPerceptronClassifier()
                .setLayers(LAYERS)
                .setMaxIter(epochs)
                .setSeed(run)
                .fit(training);
        double theirTime = seconds(start);
        System.out.printf(
            "%d epochs: ours %.3f s, accuracy %.4f; Spark's perceptron %.3f s, accuracy %.4f%n",
            epochs,
            ourTime,
            accuracy.evaluate(ours.transform(others)),
            theirTime,
            accuracy.evaluate(theirs.transform(others)));
      }
    }
  }

  /** A step of exact mode beside the same step in this thread. */
  private static void steps(SparkSession spark) {
    for (int rows : new int[] {1_000, 10_000, 40_000, 100_000}) {
      Dataset<Row> images = Made.images(spark, 0, rows, 4);
      fit(images, 2);
      double few = fit(images, 2);
      double many = fit(images, 22);
      float[][] inputs = new float[rows][784];
      int[] labels = new int[rows];
      for (int i = 0; i < rows; i++) {
        double[] x = Made.image(i);
        for (int j = 0; j < x.length; j++) {
          inputs[i][j] = (float) x[j];
        }
        labels[i] = i % 10;
      }
      FloatNetwork net = new DigitsNetImpl(0);
      FloatRows all = FloatRows.ofClasses(inputs, labels, 10);
      float[] gradient = new float[net.parameterCount()];
      double[] alone = new double[7];
      for (int run = -2; run < alone.length; run++) {
        long start = System.nanoTime();
        BlockGradient.of(net, all, gradient);
        net.update(gradient, 0.01f);
        if (run >= 0) {
          alone[run] = (System.nanoTime() - start) / 1e6;
        }
      }
      System.out.printf(
          "%d rows: %.1f ms a step on Spark (2 steps %.3f s, 22 steps %.3f s), %.1f ms alone%n",
          rows, (many - few) / 20 * 1e3, few, many, median(alone));
    }
  }

  private static double fit(Dataset<Row> images, int steps) {
    long start = System.nanoTime();
    NetClassifier.of(DigitsNet.class)
        .setRowIdCol("id")
        .setMode("exact")
        .setMaxIter(steps)
        .fit(images);
    return seconds(start);
  }
}

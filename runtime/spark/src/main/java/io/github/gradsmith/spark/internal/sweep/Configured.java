package io.github.gradsmith.spark.internal.sweep;

import io.github.gradsmith.DoubleRows;
import io.github.gradsmith.FloatRows;
import io.github.gradsmith.TrainingRows;
import io.github.gradsmith.spark.Sweep;
import io.github.gradsmith.spark.internal.net.Engine;
import io.github.gradsmith.spark.internal.net.Sample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;

/** Configurations on the same rows. */
public final class Configured {
  private Configured() {}

  /** Trains a network for each of them; the best first. */
  public static List<Sweep.Result> run(
      SparkSession spark,
      String network,
      List<Sweep.Configuration> configurations,
      TrainingRows<?> training,
      TrainingRows<?> validation) {
    Engine.create(network, 0).requireTrainable();
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Broadcast<ArrayList<Sample>> rows = context.broadcast(samples(training));
    Broadcast<ArrayList<Sample>> others = context.broadcast(samples(validation));
    List<Integer> indices =
        new ArrayList<>(IntStream.range(0, configurations.size()).boxed().toList());
    ArrayList<Sweep.Configuration> all = new ArrayList<>(configurations);
    List<Sweep.Result> results =
        new ArrayList<>(
            context
                .parallelize(indices, indices.size())
                .map(i -> trained(network, i, all.get(i), rows.value(), others.value()))
                .collect());
    rows.destroy();
    others.destroy();
    results.sort(
        Comparator.comparingDouble(Sweep.Result::loss).thenComparingInt(Sweep.Result::index));
    return List.copyOf(results);
  }

  /** What a task does. */
  public static Sweep.Result trained(
      String network,
      int index,
      Sweep.Configuration configuration,
      List<Sample> training,
      List<Sample> validation) {
    Engine engine = Engine.create(network, configuration.seed());
    try {
      engine.fit(configuration.fit(), training);
      return new Sweep.Result(index, configuration, engine.loss(validation), engine.save(), "");
    } catch (IllegalStateException | IllegalArgumentException e) {
      return new Sweep.Result(index, configuration, Double.NaN, new byte[0], e.getMessage());
    }
  }

  private static ArrayList<Sample> samples(TrainingRows<?> rows) {
    ArrayList<Sample> samples = new ArrayList<>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      samples.add(
          rows instanceof FloatRows floats
              ? new Sample(
                  doubles(floats.inputs()[i]), doubles(floats.targets()[i]), rows.weight(i))
              : new Sample(
                  ((DoubleRows) rows).inputs()[i],
                  ((DoubleRows) rows).targets()[i],
                  rows.weight(i)));
    }
    return samples;
  }

  private static double[] doubles(float[] numbers) {
    double[] doubles = new double[numbers.length];
    for (int i = 0; i < doubles.length; i++) {
      doubles[i] = numbers[i];
    }
    return doubles;
  }
}

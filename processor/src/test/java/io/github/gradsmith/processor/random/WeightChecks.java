package io.github.gradsmith.processor.random;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Weighted samples beside those of the reference, which knows no weights: a sample of weight 3 is
 * there three times, one of weight 0 not at all.
 */
final class WeightChecks {
  static final List<Check> ALL =
      List.of(
          new Check(
              "weighted loss and gradient",
              network -> network.trains() && network.seed() % 2 == 0,
              WeightChecks::weighted),
          Check.ofTrained("equal weights", WeightChecks::equal),
          new Check(
              "weighted and clipped by threads",
              network -> network.trains() && network.seed() % 4 == 1,
              WeightChecks::parallel));

  private static final int MOST_TIMES = 3;

  private WeightChecks() {}

  /** How often each row of the batch counts, at least one of them, and other rows wildly. */
  private static int[] times(Random random, Batch batch, int rows) {
    int[] times = new int[rows];
    Arrays.setAll(times, row -> random.nextInt(MOST_TIMES + 1));
    times[batch.from() + random.nextInt(batch.size())] = 1 + random.nextInt(MOST_TIMES);
    return times;
  }

  /**
   * All of them times a power of two, as their unit does not matter; rows outside are not looked
   * at.
   */
  private static double[] weights(Random random, Batch batch, int[] times) {
    double unit = Math.scalb(1.0, random.nextInt(20) - 10);
    double[] weights = new double[times.length];
    Arrays.setAll(
        weights, row -> row < batch.from() || row >= batch.to() ? Double.NaN : unit * times[row]);
    return weights;
  }

  private static int[] repeated(Batch batch, int[] times) {
    return IntStream.range(batch.from(), batch.to())
        .flatMap(row -> IntStream.range(0, times[row]).map(time -> row))
        .toArray();
  }

  private static Batch batch(Trial trial, Random random) {
    List<Batch> batches = trial.network.batches();
    return batches.get(random.nextInt(batches.size()));
  }

  private static void weighted(Trial trial) {
    Random random = new Random(trial.network.seed() + 7);
    Batch batch = batch(trial, random);
    Samples samples = trial.samples;
    int[] times = times(random, batch, samples.x.length);
    double[] weights = weights(random, batch, times);
    Gradient expected = samples.gradient(repeated(batch, times));
    double tolerance = Math.max(expected.lossTolerance(), samples.lossTolerance());
    for (Subject subject : trial.kernels()) {
      String what = " of weighted rows, " + batch + ReferenceChecks.kind(subject);
      Near.assertNear(
          "loss" + what,
          subject.loss(samples.x, samples.t, weights, batch),
          expected.loss(),
          tolerance);
      double[] gradient = new double[trial.parameters.length];
      double loss = subject.gradient(samples.x, samples.t, weights, batch, gradient);
      Near.assertNear("gradient" + what, gradient, expected.values(), expected.tolerances());
      Near.assertNear("loss with the gradient" + what, loss, expected.loss(), tolerance);
    }
  }

  /** They are no weights, to the bit. */
  private static void equal(Trial trial) {
    Random random = new Random(trial.network.seed() + 8);
    Batch batch = batch(trial, random);
    Samples samples = trial.samples;
    double[] weights = new double[samples.x.length];
    Arrays.fill(weights, (float) (0.1 + random.nextDouble()));
    for (Subject subject : trial.kernels()) {
      double[] plain = new double[trial.parameters.length];
      double[] gradient = new double[trial.parameters.length];
      double loss = subject.gradient(samples.x, samples.t, batch, plain);
      String what = " of equal weights" + ReferenceChecks.kind(subject);
      Near.assertNear(
          "loss with gradient" + what,
          subject.gradient(samples.x, samples.t, weights, batch, gradient),
          loss,
          0);
      Near.assertSame("gradient" + what, gradient, plain);
      Near.assertNear(
          "loss" + what,
          subject.loss(samples.x, samples.t, weights, batch),
          subject.loss(samples.x, samples.t, batch),
          0);
    }
  }

  /** Clipped to half or twice the norm. */
  private static void parallel(Trial trial) {
    Random random = new Random(trial.network.seed() + 9);
    Batch batch = batch(trial, random);
    Samples samples = trial.samples;
    int[] times = times(random, batch, samples.x.length);
    double[] weights = weights(random, batch, times);
    Gradient whole = samples.gradient(repeated(batch, times));
    double norm = norm(whole.values());
    double limit = Math.max(norm * (random.nextBoolean() ? 0.5 : 2), Double.MIN_NORMAL);
    double error = norm(whole.tolerances()) + 4 * trial.network.unit() * norm;
    Gradient clipped = whole.times(Math.min(1, limit / (norm + 1e-6)), error / (norm + 1e-6));
    double rate = trial.rate(clipped);
    double[] byOne = null;
    for (int threads = 1; threads <= 3; threads++) {
      Subject subject = trial.fresh();
      double found =
          subject.trainParallel(samples.x, samples.t, weights, batch, rate, limit, threads);
      double[] after = subject.parameters();
      if (byOne == null) {
        byOne = after;
        Near.assertNear("norm of the gradient", found, norm, error);
        new StepBounds(trial.network, after.length)
            .assertStep(
                "clipped step by threads", after, trial.parameters, clipped, rate, batch.size());
      } else {
        Near.assertSame("clipped step by " + threads + " threads", after, byOne);
      }
    }
  }

  private static double norm(double[] values) {
    return Math.sqrt(Arrays.stream(values).map(value -> value * value).sum());
  }
}

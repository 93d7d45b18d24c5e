package io.github.gradsmith.processor.random;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Steps of the optimizer beside those of the reference. */
final class TrainingChecks {
  static final List<Check> ALL =
      List.of(
          Check.ofTrained("train on a mini-batch", TrainingChecks::trainOnBatches),
          Check.ofTrained("train on one sample", TrainingChecks::trainOnOne),
          Check.ofTrained("gradient and update", TrainingChecks::gradientAndUpdate),
          Check.ofTrained("steps of the optimizer", TrainingChecks::updates));

  private static final int UPDATES = 4;

  private TrainingChecks() {}

  /** A step from a fresh state, and one on a single sample from there. */
  private static void trainOnBatches(Trial trial) {
    Samples samples = trial.samples;
    for (Subject subject : trial.kernels()) {
      for (Batch batch : trial.network.batches()) {
        Gradient gradient = trial.gradient(batch);
        double rate = trial.rate(gradient);
        subject.setParameters(trial.parameters);
        subject.resetOptimizer();
        String what = " of " + batch + ReferenceChecks.kind(subject);
        Near.assertNear(
            "loss of a step" + what,
            subject.train(samples.x, samples.t, batch, rate),
            gradient.loss(),
            ReferenceChecks.meanTolerance(trial, batch));
        StepBounds bounds = new StepBounds(trial.network, trial.parameters.length);
        bounds.assertStep(
            "step" + what, subject.parameters(), trial.parameters, gradient, rate, batch.size());
        if (batch == trial.network.batches().get(0)) {
          secondStep(trial, subject, bounds, rate, what);
        }
      }
    }
  }

  private static void secondStep(
      Trial trial, Subject subject, StepBounds bounds, double rate, String what) {
    double[] before = subject.parameters();
    NetworkDescription one =
        trial.network.withData(
            trial.network.name(), List.of(new Batch(0, 1)), trial.network.inputs());
    Samples samples = new Samples(one, before);
    int row = 1;
    Gradient gradient = samples.gradient(new Batch(row, 1));
    subject.train(samples.x[row], samples.t[row], rate);
    bounds.assertStep("second step" + what, subject.parameters(), before, gradient, rate, 1);
  }

  private static void trainOnOne(Trial trial) {
    Samples samples = trial.samples;
    for (Subject subject : trial.kernels()) {
      Gradient gradient = trial.gradient(0);
      double rate = trial.rate(gradient);
      double loss = subject.train(samples.x[0], samples.t[0], rate);
      String what = " of one sample" + ReferenceChecks.kind(subject);
      Near.assertNear("loss" + what, loss, gradient.loss(), samples.lossTolerance());
      new StepBounds(trial.network, trial.parameters.length)
          .assertStep("step" + what, subject.parameters(), trial.parameters, gradient, rate, 1);
    }
  }

  private static void gradientAndUpdate(Trial trial) {
    Batch batch = trial.network.batches().get(0);
    Gradient expected = trial.gradient(batch);
    double rate = trial.rate(expected);
    for (Subject subject : trial.kernels()) {
      double[] gradient = new double[trial.parameters.length];
      subject.gradient(trial.samples.x, trial.samples.t, batch, gradient);
      subject.update(gradient, rate);
      new StepBounds(trial.network, trial.parameters.length)
          .assertStep(
              "gradient and update" + ReferenceChecks.kind(subject),
              subject.parameters(),
              trial.parameters,
              expected,
              rate,
              batch.size());
    }
  }

  /** On gradients of all sizes, which are exact, so that the rule alone is judged. */
  private static void updates(Trial trial) {
    for (Subject subject : trial.kernels()) {
      Random random = new Random(trial.network.seed() + 3);
      StepBounds bounds = new StepBounds(trial.network, trial.parameters.length);
      double[] tolerances = new double[trial.parameters.length];
      for (int step = 0; step < UPDATES; step++) {
        double[] before = subject.parameters();
        double[] values = new double[before.length];
        Arrays.setAll(values, i -> value(random));
        // What a sum of past gradients keeps of their rounding where it all but cancels.
        Arrays.setAll(
            tolerances, i -> tolerances[i] + 2 * trial.network.unit() * Math.abs(values[i]));
        double rate = (float) (0.01 + 0.1 * random.nextDouble());
        subject.update(values, rate);
        Gradient gradient = new Gradient(0, 0, values, tolerances);
        bounds.assertStep(
            "update " + step + ReferenceChecks.kind(subject),
            subject.parameters(),
            before,
            gradient,
            rate,
            1);
      }
    }
  }

  private static double value(Random random) {
    return random.nextInt(10) == 0
        ? 0
        : (float)
            (Math.signum(random.nextDouble() - 0.5) * Math.pow(10, 1 - 8 * random.nextDouble()));
  }
}

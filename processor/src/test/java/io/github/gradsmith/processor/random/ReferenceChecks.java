package io.github.gradsmith.processor.random;

import java.util.List;

/** Outputs, losses and gradients beside those of the reference, by every kind of kernels. */
final class ReferenceChecks {
  static final List<Check> ALL =
      List.of(
          Check.ofAll("forward", ReferenceChecks::forward),
          Check.ofAll("trace", ReferenceChecks::trace),
          Check.ofTrained("loss", ReferenceChecks::loss),
          Check.ofTrained("gradient", ReferenceChecks::gradient));

  /** Rows that are computed one by one: they take the same way. */
  private static final int SINGLE_ROWS = 3;

  private ReferenceChecks() {}

  private static void forward(Trial trial) {
    Samples samples = trial.samples;
    double tolerance = samples.tolerance(Pass::output);
    for (Subject subject : trial.kernels()) {
      for (int row = 0; row < SINGLE_ROWS; row++) {
        Near.assertNear(
            "output of row " + row + kind(subject),
            subject.forward(samples.x[row]),
            samples.exact[row].output(),
            tolerance);
      }
      for (Batch batch : trial.network.batches()) {
        double[][] outputs = subject.forward(samples.x, batch);
        for (int i = 0; i < batch.size(); i++) {
          Near.assertNear(
              "output " + i + " of " + batch + kind(subject),
              outputs[i],
              samples.exact[batch.from() + i].output(),
              tolerance);
        }
      }
    }
  }

  private static void trace(Trial trial) {
    Samples samples = trial.samples;
    for (Subject subject : trial.kernels()) {
      double[][][] trace = subject.trace(samples.x[0]);
      for (int layer = 1; layer <= trial.network.depth(); layer++) {
        int l = layer;
        String where = " of layer " + (l + 1) + kind(subject);
        if (trial.network.hasSums(l)) {
          Near.assertNear(
              "z" + where,
              trace[0][l],
              samples.exact[0].z()[l],
              samples.tolerance(pass -> pass.z()[l]));
        }
        Near.assertNear(
            "a" + where,
            trace[1][l],
            samples.exact[0].a()[l],
            samples.tolerance(pass -> pass.a()[l]));
      }
    }
  }

  private static void loss(Trial trial) {
    Samples samples = trial.samples;
    double tolerance = samples.lossTolerance();
    for (Subject subject : trial.kernels()) {
      for (int row = 0; row < SINGLE_ROWS; row++) {
        Near.assertNear(
            "loss of row " + row + kind(subject),
            subject.loss(samples.x[row], samples.t[row]),
            samples.exact[row].loss(),
            tolerance);
      }
      for (Batch batch : trial.network.batches()) {
        Near.assertNear(
            "loss of " + batch + kind(subject),
            subject.loss(samples.x, samples.t, batch),
            trial.gradient(batch).loss(),
            meanTolerance(trial, batch));
      }
    }
  }

  /** The error of a mean is not less than that of its rows by far. */
  static double meanTolerance(Trial trial, Batch batch) {
    return Math.max(
        trial.gradient(batch).lossTolerance(),
        trial.samples.lossTolerance() / Math.sqrt(batch.size()));
  }

  private static void gradient(Trial trial) {
    for (Subject subject : trial.kernels()) {
      for (Batch batch : trial.network.batches()) {
        Gradient expected = trial.gradient(batch);
        double[] gradient = new double[expected.values().length];
        double loss = subject.gradient(trial.samples.x, trial.samples.t, batch, gradient);
        Near.assertNear(
            "gradient of " + batch + kind(subject),
            gradient,
            expected.values(),
            expected.tolerances());
        Near.assertNear(
            "loss with the gradient of " + batch + kind(subject),
            loss,
            expected.loss(),
            meanTolerance(trial, batch));
      }
    }
  }

  static String kind(Subject subject) {
    return " (" + subject.topology().kernels() + ")";
  }
}

package io.github.gradsmith.processor.random;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Copies are equal in all that files hold, and go their own way. */
final class CopyChecks {
  static final List<Check> ALL =
      List.of(
          Check.ofAll("copy", CopyChecks::copied),
          Check.ofTrained("copy of a training", CopyChecks::copiedTraining));

  private CopyChecks() {}

  private static void copied(Trial trial) {
    for (Subject origin : trial.kernels()) {
      double[] x = trial.samples.x[0];
      Subject copy = origin.copy();
      Subject taken = trial.other(trial.network.name(), new double[trial.parameters.length]);
      double[] output = origin.forward(x);
      Near.assertSame("parameters of a copy", copy.parameters(), trial.parameters);
      Near.assertSame("output of a copy", copy.forward(x), output);
      if (trial.network.seed() % 2 == 0 && Trial.isPlain(origin) == Trial.isPlain(taken)) {
        taken.forward(x); // what is packed of the old parameters must go
        taken.copyFrom(origin);
        Near.assertSame("parameters taken over", taken.parameters(), trial.parameters);
        Near.assertSame("output of what was taken over", taken.forward(x), output);
      }
      copy.setParameters(new double[trial.parameters.length]);
      Near.assertSame("parameters of the origin", origin.parameters(), trial.parameters);
      Near.assertSame("output of the origin", origin.forward(x), output);
    }
  }

  private static void copiedTraining(Trial trial) throws IOException {
    Samples samples = trial.samples;
    Batch batch = trial.network.batches().get(0);
    double rate = trial.rate(trial.gradient(batch));
    Subject origin = trial.fresh();
    origin.train(samples.x, samples.t, batch, rate);
    byte[] saved = saved(origin);
    Subject copy = origin.copy();
    Subject taken = trial.fresh();
    if (new Random(trial.network.seed() + 10).nextBoolean()) {
      taken.train(samples.x[1], samples.t[1], rate);
    }
    taken.copyFrom(origin);
    requireSame("a copy", saved(copy), saved);
    requireSame("what was taken over", saved(taken), saved);
    copy.train(samples.x[0], samples.t[0], rate);
    copy.resetOptimizer();
    requireSame("the origin after its copy was trained", saved(origin), saved);
    taken.train(samples.x, samples.t, batch, rate);
    origin.train(samples.x, samples.t, batch, rate);
    requireSame("a step from what was taken over", saved(taken), saved(origin));
  }

  private static byte[] saved(Subject subject) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    subject.saveTraining(out);
    return out.toByteArray();
  }

  private static void requireSame(String what, byte[] actual, byte[] expected) {
    if (!Arrays.equals(actual, expected)) {
      throw new AssertionError(what + " is saved as other bytes");
    }
  }
}

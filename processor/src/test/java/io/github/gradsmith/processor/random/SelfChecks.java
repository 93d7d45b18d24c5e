package io.github.gradsmith.processor.random;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.Assertions;

/** The class against itself: two ways that must lead to the same. */
final class SelfChecks {
  static final List<Check> ALL =
      List.of(
          Check.ofAll("classify is argmax", SelfChecks::classify),
          Check.ofAll("trace ends in forward", SelfChecks::trace),
          Check.ofAll("rows moved to the front", SelfChecks::movedRows),
          Check.ofAll("replica", SelfChecks::replica),
          Check.ofAll("save and load", SelfChecks::saved),
          new Check(
              "training resumed",
              network -> network.trains() && network.seed() % 3 == 0,
              SelfChecks::resumed),
          Check.ofTrained("one sample is a batch of one", SelfChecks::batchOfOne),
          new Check(
              "training by threads",
              network -> network.trains() && network.seed() % 4 == 0,
              SelfChecks::parallel));

  private SelfChecks() {}

  private static void classify(Trial trial) {
    if (trial.network.outputSize() == 1) {
      return;
    }
    if (trial.network.outputRank() > 1) {
      Assertions.assertThatThrownBy(() -> trial.fresh().classify(trial.samples.x[0]))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("each row of the outputs");
      return;
    }
    for (Subject subject : trial.kernels()) {
      for (int row = 0; row < 4; row++) {
        double[] output = subject.forward(trial.samples.x[row]);
        int found = subject.classify(trial.samples.x[row]);
        double largest = Arrays.stream(output).max().orElseThrow();
        double tolerance = Trial.isPlain(subject) ? 0 : trial.samples.tolerance(Pass::output);
        Near.assertNear("output of the class found", output[found], largest, tolerance);
      }
    }
  }

  private static void trace(Trial trial) {
    for (Subject subject : trial.kernels()) {
      double[] x = trial.samples.x[1];
      double[][] a = subject.trace(x)[1];
      Near.assertSame("first row of a trace", a[0], x);
      trial.assertSame(
          "last row of a trace", subject, a[a.length - 1], subject.forward(x), Pass::output);
    }
  }

  /** Rows of data have no place of their own. */
  private static void movedRows(Trial trial) {
    Samples samples = trial.samples;
    Batch batch = trial.network.batches().get(0);
    Batch moved = new Batch(0, batch.size());
    double[][] x = Arrays.copyOfRange(samples.x, batch.from(), batch.to());
    double[][] t = Arrays.copyOfRange(samples.t, batch.from(), batch.to());
    for (Subject subject : trial.kernels()) {
      double[][] there = subject.forward(samples.x, batch);
      double[][] here = subject.forward(x, moved);
      for (int row = 0; row < batch.size(); row++) {
        trial.assertSame("output of a moved row", subject, here[row], there[row], Pass::output);
      }
      if (trial.network.trains() && Trial.isPlain(subject)) {
        double[] first = new double[trial.parameters.length];
        double[] second = new double[trial.parameters.length];
        double firstLoss = subject.gradient(samples.x, samples.t, batch, first);
        double secondLoss = subject.gradient(x, t, moved, second);
        Near.assertSame("gradient of moved rows", second, first);
        Near.assertNear("loss of moved rows", secondLoss, firstLoss, 0);
      }
    }
  }

  private static void replica(Trial trial) {
    Subject origin = trial.fresh();
    Subject replica = origin.replica();
    double[] x = trial.samples.x[0];
    trial.assertSame(
        "output of a replica", origin, replica.forward(x), origin.forward(x), Pass::output);
    if (trial.network.trains()) {
      replica.train(x, trial.samples.t[0], trial.rate(trial.gradient(0)));
    }
    Near.assertSame("parameters of a replica", replica.parameters(), origin.parameters());
  }

  private static void saved(Trial trial) throws IOException {
    Subject origin = trial.fresh();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    origin.save(out);
    Subject loaded = trial.other(trial.network.name(), new double[trial.parameters.length]);
    loaded.load(new ByteArrayInputStream(out.toByteArray()));
    Near.assertSame("parameters loaded", loaded.parameters(), trial.parameters);
  }

  private static void resumed(Trial trial) throws IOException {
    Samples samples = trial.samples;
    Batch batch = trial.network.batches().get(0);
    double rate = trial.rate(trial.gradient(batch));
    Subject origin = trial.fresh();
    origin.train(samples.x, samples.t, batch, rate);
    Path file = Files.createTempFile("training", ".safetensors");
    Path again = Files.createTempFile("training", ".safetensors");
    try {
      origin.saveTraining(file);
      Subject resumed = trial.other(trial.network.name(), new double[trial.parameters.length]);
      resumed.load(file);
      resumed.saveTraining(again);
      if (Files.mismatch(file, again) != -1) {
        throw new AssertionError("a training that was loaded is saved as other bytes");
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      resumed.saveTraining(out);
      if (!Arrays.equals(out.toByteArray(), Files.readAllBytes(file))) {
        throw new AssertionError("a training is saved to a stream as other bytes");
      }
      origin.train(samples.x[0], samples.t[0], rate);
      resumed.train(samples.x[0], samples.t[0], rate);
      if (Trial.isPlain(origin)) {
        Near.assertSame("step resumed", resumed.parameters(), origin.parameters());
      }
    } finally {
      Files.delete(file);
      Files.delete(again);
    }
  }

  private static void batchOfOne(Trial trial) {
    Samples samples = trial.samples;
    Batch one = new Batch(2, 1);
    for (Subject subject : trial.kernels()) {
      Near.assertNear(
          "loss of a batch of one" + ReferenceChecks.kind(subject),
          subject.loss(samples.x, samples.t, one),
          subject.loss(samples.x[2], samples.t[2]),
          samples.lossTolerance());
      Gradient gradient = trial.gradient(one);
      double rate = trial.rate(gradient);
      subject.train(samples.x, samples.t, one, rate);
      new StepBounds(trial.network, trial.parameters.length)
          .assertStep(
              "step on a batch of one" + ReferenceChecks.kind(subject),
              subject.parameters(),
              trial.parameters,
              gradient,
              rate,
              1);
    }
  }

  private static void parallel(Trial trial) {
    Samples samples = trial.samples;
    Batch batch = trial.network.batches().get(0);
    Gradient gradient = trial.gradient(batch);
    double rate = trial.rate(gradient);
    double[] byOne = null;
    for (int threads = 1; threads <= 3; threads++) {
      Subject subject = trial.fresh();
      subject.trainParallel(samples.x, samples.t, batch, rate, threads);
      double[] after = subject.parameters();
      if (byOne == null) {
        byOne = after;
        new StepBounds(trial.network, after.length)
            .assertStep("step by threads", after, trial.parameters, gradient, rate, batch.size());
      } else if (Trial.isPlain(subject)) {
        Near.assertSame("step by " + threads + " threads", after, byOne);
      }
    }
  }
}

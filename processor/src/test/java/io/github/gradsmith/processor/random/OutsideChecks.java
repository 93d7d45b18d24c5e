package io.github.gradsmith.processor.random;

import ai.onnxruntime.OrtException;
import io.github.gradsmith.Activation;
import io.github.gradsmith.processor.generated.OnnxSession;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;

/** Gradients by central differences, and outputs by ONNX Runtime. */
final class OutsideChecks {
  /** One network of so many is run by ONNX Runtime. */
  private static final int ONE_OF = 10;

  static final List<Check> ALL =
      List.of(
          Check.ofTrained("central differences", OutsideChecks::differences),
          new Check("ONNX Runtime", OutsideChecks::hasOperators, OutsideChecks::onnx));

  private static final int ENTRIES = 4;
  private static final double STEP = 1e-4;

  /** Where two steps differ by more than this share, they say nothing. */
  private static final double MOST_CURVED = 0.25;

  /** A runtime's own functions are less exact than ours. */
  private static final double FOREIGN = 20;

  /** ONNX Runtime computes these in double, too. */
  private static final Set<Activation> IN_DOUBLE =
      EnumSet.of(
          Activation.SIGMOID,
          Activation.TANH,
          Activation.RELU,
          Activation.IDENTITY,
          Activation.SOFTMAX,
          Activation.LOG_SOFTMAX);

  private OutsideChecks() {}

  /** Differences of the class's own loss in double; in float, where they say little, of ours. */
  private static void differences(Trial trial) {
    NetworkDescription network = trial.network;
    Batch batch = network.batches().get(network.batches().size() - 1);
    Gradient gradient = trial.gradient(batch);
    Random random = new Random(network.seed() + 6);
    for (int i = 0; i < ENTRIES; i++) {
      int entry = random.nextInt(trial.parameters.length);
      if (!keepsBranches(trial, batch, entry)) {
        continue;
      }
      double near = slope(trial, batch, entry, STEP);
      double far = slope(trial, batch, entry, 2 * STEP);
      if (Math.abs(near - far) > MOST_CURVED * Math.max(Math.abs(near), Math.abs(far))) {
        continue; // with inputs of 1e5 a step crosses whole periods of a sine
      }
      double rounding = ReferenceChecks.meanTolerance(trial, batch);
      double tolerance =
          2 * Math.abs(near - far)
              + (network.inFloat() ? rounding * 0x1p-29 : rounding) / STEP
              + gradient.tolerances()[entry];
      Near.assertNear(
          "gradient[" + entry + "] of " + batch,
          gradient.values()[entry],
          (4 * near - far) / 3,
          tolerance);
    }
  }

  private static double slope(Trial trial, Batch batch, int entry, double step) {
    return (loss(trial, batch, entry, step) - loss(trial, batch, entry, -step)) / (2 * step);
  }

  private static double loss(Trial trial, Batch batch, int entry, double step) {
    double[] moved = moved(trial, entry, step);
    if (!trial.network.inFloat()) {
      Subject subject = trial.other(trial.network.name(), moved);
      return subject.loss(trial.samples.x, trial.samples.t, batch);
    }
    Reference reference = Reference.of(trial.network, moved);
    double sum = 0;
    for (int row = batch.from(); row < batch.to(); row++) {
      sum += pass(reference, trial, row).loss();
    }
    return sum / batch.size();
  }

  private static Pass pass(Reference reference, Trial trial, int row) {
    return reference.pass(trial.samples.x[row], trial.samples.t[row], Arithmetic.exact());
  }

  private static double[] moved(Trial trial, int entry, double step) {
    double[] moved = trial.parameters.clone();
    moved[entry] += step;
    return moved;
  }

  /** Whether no formula comes to a kink on the way. */
  private static boolean keepsBranches(Trial trial, Batch batch, int entry) {
    Reference up = Reference.of(trial.network, moved(trial, entry, 2 * STEP));
    Reference down = Reference.of(trial.network, moved(trial, entry, -2 * STEP));
    for (int row = batch.from(); row < batch.to(); row++) {
      List<Double> here = trial.samples.exact[row].kinks();
      List<Double> above = pass(up, trial, row).kinks();
      List<Double> below = pass(down, trial, row).kinks();
      if (!signs(here).equals(signs(above)) || !signs(here).equals(signs(below))) {
        return false;
      }
    }
    return true;
  }

  private static List<Double> signs(List<Double> values) {
    return values.stream().map(Math::signum).toList();
  }

  private static boolean hasOperators(NetworkDescription network) {
    boolean hasNorm =
        network.graph().stream().anyMatch(layer -> layer.kind() instanceof NormReference);
    return network.seed() % ONE_OF == 0
        && !(hasNorm && !network.inFloat()) // its ε is a float in ONNX
        && (network.inFloat()
            || network.units().stream()
                .allMatch(
                    unit ->
                        unit instanceof Unit.Named named
                            && IN_DOUBLE.contains(named.activation())));
  }

  private static void onnx(Trial trial) throws IOException, OrtException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    trial.fresh().writeOnnx(out);
    Batch batch = trial.network.batches().get(0);
    double tolerance = FOREIGN * trial.samples.tolerance(Pass::output);
    try (OnnxSession session = new OnnxSession(out.toByteArray())) {
      for (int row = batch.from(); row < batch.to(); row++) {
        Near.assertNear(
            "output of ONNX Runtime",
            run(session, trial.samples.x[row], trial.network),
            trial.samples.exact[row].output(),
            tolerance);
      }
    }
  }

  private static double[] run(OnnxSession session, double[] x, NetworkDescription network)
      throws OrtException {
    long[] shape =
        LongStream.concat(
                LongStream.of(1), network.inputShape().stream().mapToLong(Integer::longValue))
            .toArray();
    if (!network.inFloat()) {
      return session.run(x, shape);
    }
    float[] row = new float[x.length];
    for (int i = 0; i < row.length; i++) {
      row[i] = (float) x[i];
    }
    float[] output = session.run(row, shape);
    double[] result = new double[output.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = output[i];
    }
    return result;
  }
}

package io.github.gradsmith.processor.random;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Changes of a network that must not change what it computes. */
final class MetamorphicChecks {
  static final List<Check> ALL =
      List.of(
          new Check(
              "hidden neurons permuted", MetamorphicChecks::hasHidden, MetamorphicChecks::permuted),
          new Check(
              "a layer doubled, the next halved",
              MetamorphicChecks::hasHidden,
              MetamorphicChecks::scaled),
          new Check(
              "a neuron without weights added",
              MetamorphicChecks::hasTwin,
              MetamorphicChecks::widened));

  private static final int ONE_OF = 16;

  private MetamorphicChecks() {}

  /** Of chains: their layers are dense, and each is read by the next alone. */
  private static boolean hasHidden(NetworkDescription network) {
    return !network.isGraph() && network.depth() > 1;
  }

  /** Whether a second network is compiled for this one, with one neuron more. */
  static boolean hasTwin(NetworkDescription network) {
    return hasHidden(network) && network.seed() % ONE_OF == 3;
  }

  /** That network. */
  static NetworkDescription twin(NetworkDescription network) {
    return network.widened(hiddenLayer(network));
  }

  private static int hiddenLayer(NetworkDescription network) {
    return 1 + new Random(network.seed() + 4).nextInt(network.depth() - 1);
  }

  private static void permuted(Trial trial) {
    int l = hiddenLayer(trial.network);
    int[] order = permutation(trial.network.widths().get(l), trial.network.seed());
    double[] parameters = permuted(trial.network, trial.parameters, l, order);
    Batch batch = trial.network.batches().get(0);
    for (Subject subject : trial.kernels()) {
      subject.setParameters(parameters);
      assertOutputs("output with neurons permuted", trial, subject, batch);
      if (trial.network.trains()) {
        Gradient expected = trial.gradient(batch);
        double[] gradient = new double[parameters.length];
        subject.gradient(trial.samples.x, trial.samples.t, batch, gradient);
        Near.assertNear(
            "gradient with neurons permuted",
            gradient,
            permuted(trial.network, expected.values(), l, order),
            permuted(trial.network, expected.tolerances(), l, order));
      }
    }
  }

  private static void assertOutputs(String what, Trial trial, Subject subject, Batch batch) {
    double tolerance = trial.samples.tolerance(Pass::output);
    double[][] outputs = subject.forward(trial.samples.x, batch);
    for (int i = 0; i < outputs.length; i++) {
      double[] expected = trial.samples.exact[batch.from() + i].output();
      Near.assertNear(what, outputs[i], expected, tolerance);
    }
  }

  private static int[] permutation(int size, long seed) {
    Random random = new Random(seed + 5);
    int[] order = new int[size];
    Arrays.setAll(order, i -> i);
    for (int i = size - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
    return order;
  }

  /** Neuron i of layer {@code l} becomes what neuron {@code order[i]} was. */
  private static double[] permuted(
      NetworkDescription network, double[] parameters, int l, int[] order) {
    LayerArrays arrays = new LayerArrays(network, parameters);
    LayerArrays result = new LayerArrays(network, parameters.clone());
    for (int neuron = 0; neuron < order.length; neuron++) {
      for (int i = 0; i < network.widths().get(l - 1); i++) {
        result.setWeight(l, neuron, i, arrays.weight(l, order[neuron], i));
      }
      result.setBias(l, neuron, arrays.bias(l, order[neuron]));
      for (int j = 0; j < network.widths().get(l + 1); j++) {
        result.setWeight(l + 1, j, neuron, arrays.weight(l + 1, j, order[neuron]));
      }
    }
    return result.values();
  }

  /** A power of two changes no bit of a mantissa. */
  private static void scaled(Trial trial) {
    NetworkDescription network = trial.network;
    int l = hiddenLayer(network);
    if (!network.units().get(l - 1).isHomogeneous()) {
      return;
    }
    LayerArrays scaled = new LayerArrays(network, trial.parameters.clone());
    for (int j = 0; j < network.widths().get(l); j++) {
      for (int i = 0; i < network.widths().get(l - 1); i++) {
        scaled.setWeight(l, j, i, 2 * scaled.weight(l, j, i));
      }
      scaled.setBias(l, j, 2 * scaled.bias(l, j));
      for (int k = 0; k < network.widths().get(l + 1); k++) {
        scaled.setWeight(l + 1, k, j, scaled.weight(l + 1, k, j) / 2);
      }
    }
    for (Subject subject : trial.kernels()) {
      double[] expected = subject.forward(trial.samples.x[0]);
      subject.setParameters(scaled.values());
      trial.assertSame(
          "output with layer " + (l + 1) + " doubled",
          subject,
          subject.forward(trial.samples.x[0]),
          expected,
          Pass::output);
    }
  }

  private static void widened(Trial trial) {
    NetworkDescription twin = twin(trial.network);
    double[] parameters = widened(trial.network, twin, trial.parameters, 0);
    Subject subject = trial.other(twin.name(), parameters);
    Batch batch = trial.network.batches().get(0);
    assertOutputs("output with a neuron added", trial, subject, batch);
    if (trial.network.trains()) {
      Gradient expected = trial.gradient(batch);
      double[] gradient = new double[parameters.length];
      subject.gradient(trial.samples.x, trial.samples.t, batch, gradient);
      Near.assertNear(
          "gradient with a neuron added",
          gradient,
          widened(trial.network, twin, expected.values(), 0),
          widened(trial.network, twin, expected.tolerances(), Double.POSITIVE_INFINITY));
    }
  }

  /**
   * The parameters of the network with a neuron more, whose weights to the next layer are {@code
   * onward} and all others 0.
   */
  private static double[] widened(
      NetworkDescription network, NetworkDescription twin, double[] parameters, double onward) {
    int position = hiddenLayer(network);
    LayerArrays old = new LayerArrays(network, parameters);
    LayerArrays wide = new LayerArrays(twin);
    for (int l = 1; l <= network.depth(); l++) {
      for (int j = 0; j < network.widths().get(l); j++) {
        for (int i = 0; i < network.widths().get(l - 1); i++) {
          wide.setWeight(l, j, i, old.weight(l, j, i));
        }
        wide.setBias(l, j, old.bias(l, j));
      }
    }
    for (int j = 0; j < network.widths().get(position + 1); j++) {
      wide.setWeight(position + 1, j, network.widths().get(position), onward);
    }
    return wide.values();
  }
}

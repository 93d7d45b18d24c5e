package io.github.gradsmith.processor.generated;

import io.github.gradsmith.Activation;
import java.util.List;

/**
 * A network as a textbook writes it, in {@code double}: one loop per sum, every derivative by the
 * chain rule, nothing shared with the generated code. Its parameters are flat, layer by layer,
 * weights [out][in] before biases.
 */
final class PlainLoops {
  private final int[] layers;
  private final List<Activation> activations;
  private final String loss;
  private final double[] parameters;

  PlainLoops(int[] layers, List<Activation> activations, String loss, double[] parameters) {
    this.layers = layers.clone();
    this.activations = List.copyOf(activations);
    this.loss = loss;
    this.parameters = parameters.clone();
  }

  /** The same network as {@code network}, with the same parameters. */
  static PlainLoops like(AnyNetwork network) {
    return new PlainLoops(
        network.topology().layers(),
        network.topology().activations().stream().map(Activation::valueOf).toList(),
        network.topology().loss(),
        network.parameters());
  }

  double[] parameters() {
    return parameters.clone();
  }

  double[] forward(double[] x) {
    double[] a = x;
    for (int l = 1; l < layers.length; l++) {
      a = activated(l, weightedSums(l, a));
    }
    return a;
  }

  /** How close any weighted sum comes to a kink of its activation; all of them are at 0. */
  double distanceFromKinks(double[] x) {
    double least = Double.POSITIVE_INFINITY;
    double[] a = x;
    for (int l = 1; l < layers.length; l++) {
      double[] z = weightedSums(l, a);
      if (hasKink(activations.get(l - 1))) {
        for (double value : z) {
          least = Math.min(least, Math.abs(value));
        }
      }
      a = activated(l, z);
    }
    return least;
  }

  private static boolean hasKink(Activation activation) {
    return switch (activation) {
      case RELU -> true;
      case SIGMOID, TANH, IDENTITY, SOFTMAX -> false;
    };
  }

  double loss(double[] x, double[] t) {
    double[] a = forward(x);
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum +=
          loss.equals("CROSS_ENTROPY") ? -t[j] * Math.log(a[j]) : (t[j] - a[j]) * (t[j] - a[j]) / 2;
    }
    return sum;
  }

  double loss(double[][] x, double[][] t, int from, int to) {
    double sum = 0;
    for (int s = from; s < to; s++) {
      sum += loss(x[s], t[s]);
    }
    return sum / (to - from);
  }

  /** The mean gradient of rows {@code from} to {@code to}. */
  double[] gradient(double[][] x, double[][] t, int from, int to) {
    double[] mean = new double[parameters.length];
    for (int s = from; s < to; s++) {
      addGradient(x[s], t[s], mean);
    }
    for (int i = 0; i < mean.length; i++) {
      mean[i] /= to - from;
    }
    return mean;
  }

  /** One step of the optimizer. */
  void step(PlainOptimizer optimizer, double[] gradient, double rate) {
    optimizer.step(parameters, gradient, rate);
  }

  private void addGradient(double[] x, double[] t, double[] gradient) {
    double[][] z = new double[layers.length][];
    double[][] a = new double[layers.length][];
    a[0] = x;
    for (int l = 1; l < layers.length; l++) {
      z[l] = weightedSums(l, a[l - 1]);
      a[l] = activated(l, z[l]);
    }
    double[] slope = lossSlope(a[layers.length - 1], t);
    for (int l = layers.length - 1; l > 0; l--) {
      double[] delta = throughActivation(l, z[l], a[l], slope);
      slope = new double[layers[l - 1]];
      for (int j = 0; j < layers[l]; j++) {
        for (int i = 0; i < layers[l - 1]; i++) {
          gradient[weight(l, j, i)] += delta[j] * a[l - 1][i];
          slope[i] += delta[j] * parameters[weight(l, j, i)];
        }
        gradient[bias(l, j)] += delta[j];
      }
    }
  }

  /** ∂E/∂a of the outputs. */
  private double[] lossSlope(double[] a, double[] t) {
    double[] slope = new double[a.length];
    for (int j = 0; j < a.length; j++) {
      slope[j] = loss.equals("CROSS_ENTROPY") ? -t[j] / a[j] : a[j] - t[j];
    }
    return slope;
  }

  /** ∂E/∂z = Σ ∂E/∂a ∂a/∂z. */
  private double[] throughActivation(int l, double[] z, double[] a, double[] slope) {
    double[] delta = new double[z.length];
    for (int i = 0; i < z.length; i++) {
      delta[i] =
          switch (activations.get(l - 1)) {
            case SIGMOID -> slope[i] * a[i] * (1 - a[i]);
            case TANH -> slope[i] * (1 - a[i] * a[i]);
            case RELU -> z[i] > 0 ? slope[i] : 0;
            case IDENTITY -> slope[i];
            case SOFTMAX -> throughSoftmax(i, a, slope);
          };
    }
    return delta;
  }

  private static double throughSoftmax(int i, double[] a, double[] slope) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += slope[j] * a[j] * ((i == j ? 1 : 0) - a[i]);
    }
    return sum;
  }

  private double[] weightedSums(int l, double[] a) {
    double[] z = new double[layers[l]];
    for (int j = 0; j < z.length; j++) {
      for (int i = 0; i < a.length; i++) {
        z[j] += parameters[weight(l, j, i)] * a[i];
      }
      z[j] += parameters[bias(l, j)];
    }
    return z;
  }

  private double[] activated(int l, double[] z) {
    double[] a = new double[z.length];
    double sum = 0;
    for (int j = 0; j < z.length; j++) {
      a[j] =
          switch (activations.get(l - 1)) {
            case SIGMOID -> 1 / (1 + Math.exp(-z[j]));
            case TANH -> Math.tanh(z[j]);
            case RELU -> z[j] > 0 ? z[j] : 0;
            case IDENTITY -> z[j];
            case SOFTMAX -> Math.exp(z[j]);
          };
      sum += a[j];
    }
    if (activations.get(l - 1) == Activation.SOFTMAX) {
      for (int j = 0; j < z.length; j++) {
        a[j] /= sum;
      }
    }
    return a;
  }

  private int weight(int l, int neuron, int input) {
    return start(l) + neuron * layers[l - 1] + input;
  }

  private int bias(int l, int neuron) {
    return start(l) + layers[l] * layers[l - 1] + neuron;
  }

  private int start(int l) {
    int start = 0;
    for (int before = 1; before < l; before++) {
      start += layers[before] * (layers[before - 1] + 1);
    }
    return start;
  }
}

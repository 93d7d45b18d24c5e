package io.github.gradsmith.processor.generated;

import io.github.gradsmith.Activation;
import io.github.gradsmith.Loss;
import io.github.gradsmith.Topology;
import io.github.gradsmith.processor.activation.ActivationFormula;
import io.github.gradsmith.processor.activation.Activations;
import io.github.gradsmith.processor.activation.Softmax;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.loss.LossFormula;
import io.github.gradsmith.processor.loss.Losses;
import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.LossChoice;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A network as a textbook writes it, in {@code double}: one loop per sum, every derivative by the
 * chain rule. It shares the formulas of activations and losses as they are written with the
 * generated code, nothing else: local derivatives come from {@link Dual} numbers. Its parameters
 * are flat, layer by layer, weights [out][in] before biases.
 */
final class PlainLoops {
  private final int[] layers;
  private final List<ActivationFormula> activations;
  private final Expr lossTerm;
  private final double[] parameters;

  PlainLoops(
      int[] layers, List<ActivationFormula> activations, Expr lossTerm, double[] parameters) {
    this.layers = layers.clone();
    this.activations = List.copyOf(activations);
    this.lossTerm = lossTerm;
    this.parameters = parameters.clone();
  }

  /** The same network as {@code network}, with the same parameters. */
  static PlainLoops like(AnyNetwork network) {
    Topology topology = network.topology();
    int outputs = topology.widths()[topology.widths().length - 1];
    return new PlainLoops(
        topology.widths(),
        topology.activations().stream().map(PlainLoops::activation).toList(),
        loss(
                topology.loss(),
                topology.activations().get(topology.activations().size() - 1),
                outputs)
            .term(),
        network.parameters());
  }

  private static ActivationFormula activation(String text) {
    return Activations.of(choice(text));
  }

  private static ActivationChoice choice(String text) {
    boolean named = Stream.of(Activation.values()).anyMatch(one -> one.name().equals(text));
    return named
        ? new ActivationChoice.Named(Activation.valueOf(text))
        : new ActivationChoice.Written(text);
  }

  private static LossFormula loss(String text, String last, int outputs) {
    boolean named = Stream.of(Loss.values()).anyMatch(one -> one.name().equals(text));
    return Losses.of(
        named ? new LossChoice.Named(Loss.valueOf(text)) : new LossChoice.Written(text),
        choice(last),
        outputs);
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

  /** How close any weighted sum, output or target comes to a kink of its formula. */
  double distanceFromKinks(double[] x, double[] t) {
    double least = Double.POSITIVE_INFINITY;
    double[] a = x;
    for (int l = 1; l < layers.length; l++) {
      double[] sums = weightedSums(l, a);
      for (double z : sums) {
        Map<String, Double> point = Map.of("z", z, "r", 1.0);
        least = Math.min(least, Dual.distanceFromKinks(activations.get(l - 1).value(), point));
      }
      a = activated(l, sums);
    }
    for (int j = 0; j < t.length; j++) {
      Map<String, Double> point = Map.of("a", a[j], "t", t[j]);
      least = Math.min(least, Dual.distanceFromKinks(lossTerm, point));
    }
    return least;
  }

  double loss(double[] x, double[] t) {
    double[] a = forward(x);
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += Dual.of(lossTerm, "a", Map.of("a", a[j], "t", t[j])).value();
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
    addGradients(x, t, from, to, mean);
    for (int i = 0; i < mean.length; i++) {
      mean[i] /= to - from;
    }
    return mean;
  }

  /** Adds the gradients of rows {@code from} to {@code to}, one by one. */
  void addGradients(double[][] x, double[][] t, int from, int to, double[] sum) {
    for (int s = from; s < to; s++) {
      addGradient(x[s], t[s], sum);
    }
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
        addRow(row(l, j), delta[j], a[l - 1], slope, gradient);
        gradient[bias(l, j)] += delta[j];
      }
    }
  }

  /**
   * The part of a neuron in ∂E/∂w and in ∂E/∂a of the layer before, whose outputs are {@code a}.
   */
  private void addRow(int row, double delta, double[] a, double[] slope, double[] gradient) {
    for (int i = 0; i < a.length; i++) {
      gradient[row + i] += delta * a[i];
      slope[i] += delta * parameters[row + i];
    }
  }

  /** ∂E/∂a of the outputs. */
  private double[] lossSlope(double[] a, double[] t) {
    double[] slope = new double[a.length];
    for (int j = 0; j < a.length; j++) {
      slope[j] = Dual.of(lossTerm, "a", Map.of("a", a[j], "t", t[j])).slope();
    }
    return slope;
  }

  /** ∂E/∂z = Σ ∂E/∂a ∂a/∂z. */
  private double[] throughActivation(int l, double[] z, double[] a, double[] slope) {
    double[] delta = new double[z.length];
    for (int i = 0; i < z.length; i++) {
      ActivationFormula activation = activations.get(l - 1);
      delta[i] =
          activation instanceof Softmax softmax
              ? throughSoftmax(softmax, i, a, slope)
              : slope[i] * Dual.of(activation.value(), "z", Map.of("z", z[i])).slope();
    }
    return delta;
  }

  private static double throughSoftmax(Softmax softmax, int i, double[] a, double[] slope) {
    double sum = 0;
    double share = softmax.isLogarithm() ? Math.exp(a[i]) : a[i];
    for (int j = 0; j < a.length; j++) {
      sum += slope[j] * (softmax.isLogarithm() ? 1 : a[j]) * ((i == j ? 1 : 0) - share);
    }
    return sum;
  }

  private double[] weightedSums(int l, double[] a) {
    double[] z = new double[layers[l]];
    for (int j = 0; j < z.length; j++) {
      z[j] = weightedSum(row(l, j), a) + parameters[bias(l, j)];
    }
    return z;
  }

  private double weightedSum(int row, double[] a) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += parameters[row + i] * a[i];
    }
    return sum;
  }

  private double[] activated(int l, double[] z) {
    ActivationFormula activation = activations.get(l - 1);
    if (activation instanceof Softmax softmax) {
      return softmax.isLogarithm() ? logSoftmax(z) : softmax(z);
    }
    return Arrays.stream(z)
        .map(value -> Dual.of(activation.value(), "z", Map.of("z", value)).value())
        .toArray();
  }

  private static double[] softmax(double[] z) {
    double sum = Arrays.stream(z).map(Math::exp).sum();
    return Arrays.stream(z).map(value -> Math.exp(value) / sum).toArray();
  }

  private static double[] logSoftmax(double[] z) {
    double sum = Arrays.stream(z).map(Math::exp).sum();
    return Arrays.stream(z).map(value -> value - Math.log(sum)).toArray();
  }

  /** Where the weights of a neuron begin. */
  private int row(int l, int neuron) {
    return start(l) + neuron * layers[l - 1];
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

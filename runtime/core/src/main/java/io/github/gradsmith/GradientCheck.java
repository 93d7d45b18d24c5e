package io.github.gradsmith;

import io.github.gradsmith.internal.check.Arguments;
import java.util.Arrays;
import java.util.Locale;

/**
 * Compares the gradient that a network computes with numerical differentiation of its loss.
 *
 * <p>Each parameter in turn is moved by ±h, and (E(w + h) − E(w − h)) / 2h stands against the
 * gradient's entry. Their relative error is |a − n| / max(|a|, |n|, 10⁻³ · the largest |entry| of
 * the gradient); the floor is there because the numerical value has an absolute error of about
 * 10⁻¹⁶ E / h, which says nothing about an entry that is small beside the others. With the default
 * h of 10⁻⁵ a right gradient of smooth functions stays below 10⁻⁶; at a kink, such as {@link
 * Activation#RELU} at 0, the two differ rightly.
 *
 * <p>Of a network with dropout the loss is that which {@code gradient} returns, under the masks of
 * the step that comes next.
 *
 * <p>This takes two passes over all samples for each parameter. The network is not to be used
 * meanwhile; afterwards its parameters have the bits they had, even if it throws.
 */
public final class GradientCheck {
  /** How far each parameter is moved unless the caller says otherwise. */
  public static final double DEFAULT_STEP = 1e-5;

  private static final double FLOOR = 1e-3;

  private final Topology topology;
  private final double[] analytic;
  private final double[] numerical;
  private final double floor;
  private final int worst;

  private GradientCheck(Topology topology, double[] analytic, double[] numerical) {
    this.topology = topology;
    this.analytic = analytic;
    this.numerical = numerical;
    floor = FLOOR * Arrays.stream(analytic).map(Math::abs).filter(Double::isFinite).max().orElse(0);
    int index = 0;
    for (int i = 1; i < analytic.length; i++) {
      // Double.compare puts NaN above all numbers: it is the worst of errors.
      if (Double.compare(relativeError(i), relativeError(index)) > 0) {
        index = i;
      }
    }
    worst = index;
  }

  /**
   * Checks the mean gradient over all rows with h = {@link #DEFAULT_STEP}.
   *
   * @param inputs at least one row of {@code network.inputSize()} values
   * @param targets as many rows of {@code network.outputSize()} values
   */
  public static GradientCheck check(DoubleNetwork network, double[][] inputs, double[][] targets) {
    return check(network, inputs, targets, DEFAULT_STEP);
  }

  /**
   * Checks the mean gradient over all rows.
   *
   * @param inputs at least one row of {@code network.inputSize()} values
   * @param targets as many rows of {@code network.outputSize()} values
   * @param step the h by which parameters are moved
   * @throws IllegalArgumentException unless the step is positive and finite
   */
  public static GradientCheck check(
      DoubleNetwork network, double[][] inputs, double[][] targets, double step) {
    if (!(step > 0 && step < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("step is " + step + ", expected a positive number");
    }
    Arguments.rowCount(targets, inputs.length, "targets");
    double[] analytic = new double[network.parameterCount()];
    network.gradient(inputs, targets, 0, inputs.length, analytic);
    double[] numerical = differences(network, inputs, targets, step);
    return new GradientCheck(network.topology(), analytic, numerical);
  }

  /**
   * Checks the mean gradient of a float network over all rows, with h = {@link #DEFAULT_STEP}. The
   * loss of a {@code float} has too few digits to be differentiated, so that a double network of
   * the same parameters takes its place; errors are then those of rounding to {@code float}.
   *
   * @param reference a network of the same layers, activations and loss; its parameters are
   *     replaced for the time of the check. Statistics, and the seed and steps of dropout, must be
   *     those of the network: load them from a file that {@code saveTraining} wrote
   * @param inputs at least one row of {@code network.inputSize()} values
   * @param targets as many rows of {@code network.outputSize()} values
   * @throws IllegalArgumentException if the networks differ in layers, activations or loss
   */
  public static GradientCheck check(
      FloatNetwork network, DoubleNetwork reference, float[][] inputs, float[][] targets) {
    requireAlike(network.topology(), reference.topology());
    Arguments.rowCount(targets, inputs.length, "targets");
    float[] gradient = new float[network.parameterCount()];
    network.gradient(inputs, targets, 0, inputs.length, gradient);
    float[] parameters = new float[network.parameterCount()];
    network.getParameters(parameters);

    double[] before = new double[reference.parameterCount()];
    reference.getParameters(before);
    try {
      reference.setParameters(widened(parameters));
      double[] numerical = differences(reference, widened(inputs), widened(targets), DEFAULT_STEP);
      return new GradientCheck(network.topology(), widened(gradient), numerical);
    } finally {
      reference.setParameters(before);
    }
  }

  /** The largest relative error of all entries; NaN if one is. */
  public double maxRelativeError() {
    return relativeError(worst);
  }

  /** Whether every entry's relative error is at most the tolerance; NaN never is. */
  public boolean passes(double tolerance) {
    return maxRelativeError() <= tolerance;
  }

  /** The tensor of the worst entry. */
  public ParameterTensor parameter() {
    return topology.parameter(worst);
  }

  /** The place of the worst entry in its tensor, such as [neuron, input] of weights. */
  public int[] index() {
    return parameter().index(worst);
  }

  /** The layer of the worst entry; the input is layer 1, so it is 2 or more. */
  public int layer() {
    int layer = 0;
    while (!topology.layers().get(layer).parameters().contains(parameter())) {
      layer++;
    }
    return layer + 1;
  }

  /** The neuron of the worst entry within its layer, from 0. */
  public int neuron() {
    return index()[0];
  }

  /** Whether the worst entry is a bias. */
  public boolean isBias() {
    return parameter().name().endsWith(".bias");
  }

  /** The neuron of the layer before, from 0, whose weight is the worst entry; −1 for a bias. */
  public int input() {
    return isBias() ? -1 : index()[1];
  }

  /** The gradient's value of the worst entry. */
  public double analytic() {
    return analytic[worst];
  }

  /** The value of the worst entry by numerical differentiation. */
  public double numerical() {
    return numerical[worst];
  }

  /** The largest relative error and its place, in one line. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "largest relative error %.3g: %s at %s: analytic %.9g, numerical %.9g",
        maxRelativeError(),
        parameter().name(),
        Arrays.toString(index()),
        analytic(),
        numerical());
  }

  private double relativeError(int index) {
    double a = analytic[index];
    double n = numerical[index];
    double difference = Math.abs(a - n);
    return difference == 0 ? 0 : difference / Math.max(floor, Math.max(Math.abs(a), Math.abs(n)));
  }

  private static double[] differences(
      DoubleNetwork network, double[][] inputs, double[][] targets, double step) {
    double[] parameters = new double[network.parameterCount()];
    network.getParameters(parameters);
    double[] moved = parameters.clone();
    double[] differences = new double[parameters.length];
    double[] gradient = new double[parameters.length];
    try {
      for (int i = 0; i < moved.length; i++) {
        double high = parameters[i] + step;
        double low = parameters[i] - step;
        moved[i] = high;
        network.setParameters(moved);
        double above = loss(network, inputs, targets, gradient);
        moved[i] = low;
        network.setParameters(moved);
        double below = loss(network, inputs, targets, gradient);
        moved[i] = parameters[i];
        differences[i] = (above - below) / (high - low); // 2h, but for the rounding of both
      }
    } finally {
      network.setParameters(parameters);
    }
    return differences;
  }

  /**
   * Under the masks of dropout, which stay the same as long as no step is made, if there are any.
   */
  private static double loss(
      DoubleNetwork network, double[][] inputs, double[][] targets, double[] gradient) {
    boolean drops =
        network.topology().layers().stream().anyMatch(layer -> layer.kind().equals("DROPOUT"));
    return drops
        ? network.gradient(inputs, targets, 0, inputs.length, gradient)
        : network.loss(inputs, targets, 0, inputs.length);
  }

  private static void requireAlike(Topology network, Topology reference) {
    if (!Arrays.equals(network.widths(), reference.widths())
        || !network.activations().equals(reference.activations())
        || !network.loss().equals(reference.loss())) {
      throw new IllegalArgumentException(
          "the reference is " + reference + ", expected the network's " + network);
    }
  }

  private static double[][] widened(float[][] rows) {
    double[][] wide = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      wide[i] = widened(rows[i]);
    }
    return wide;
  }

  private static double[] widened(float[] row) {
    double[] wide = new double[row.length];
    for (int i = 0; i < row.length; i++) {
      wide[i] = row[i];
    }
    return wide;
  }
}

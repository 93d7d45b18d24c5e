package io.github.gradsmith.training.internal.block;

import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.DoubleRows;

/** What some consecutive blocks add up to: Σ w ∂l/∂W, Σ w l and Σ w. */
public final class DoubleSums extends Sums {
  private static final long serialVersionUID = 1;

  private final double[] gradient;

  private DoubleSums(double[] gradient, double loss, double weight) {
    super(loss, weight);
    this.gradient = gradient;
  }

  /**
   * The sums of all rows, block by block. A block's sum is its mean gradient times its weight, each
   * value rounded once.
   */
  public static DoubleSums of(DoubleNetwork network, DoubleRows rows, int block) {
    double[] weights = rows.weights();
    Tree tree = new Tree();
    for (int from = 0; from < rows.size(); from += block) {
      tree.add(block(network, rows, weights, from, Math.min(rows.size(), from + block)));
    }
    return (DoubleSums) tree.sum();
  }

  private static DoubleSums block(
      DoubleNetwork network, DoubleRows rows, double[] weights, int from, int to) {
    double[] gradient = new double[network.parameterCount()];
    double weight = weight(rows, from, to);
    if (weight == 0) {
      return new DoubleSums(gradient, 0, 0);
    }
    double[][] x = rows.inputs();
    double[][] t = rows.targets();
    double loss =
        weights.length == 0
            ? network.gradient(x, t, from, to, gradient)
            : network.gradient(x, t, weights, from, to, gradient);
    for (int i = 0; i < gradient.length; i++) {
      double sum = gradient[i] * weight;
      gradient[i] = sum;
    }
    return new DoubleSums(gradient, loss * weight, weight);
  }

  @Override
  void addValues(Sums other) {
    double[] more = ((DoubleSums) other).gradient;
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] += more[i];
    }
  }

  @Override
  public Sums copy() {
    return new DoubleSums(gradient.clone(), loss(), weight());
  }

  /** Writes the mean gradient, of which each value is rounded once. */
  public void mean(double[] mean) {
    for (int i = 0; i < gradient.length; i++) {
      double value = gradient[i] / weight();
      mean[i] = value;
    }
  }

  /** The number of values. */
  public int size() {
    return gradient.length;
  }
}

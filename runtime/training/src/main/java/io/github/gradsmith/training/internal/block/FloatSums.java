package io.github.gradsmith.training.internal.block;

import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.FloatRows;

/** What some consecutive blocks add up to: Σ w ∂l/∂W, Σ w l and Σ w. */
public final class FloatSums extends Sums {
  private static final long serialVersionUID = 1;

  private final float[] gradient;

  private FloatSums(float[] gradient, double loss, double weight) {
    super(loss, weight);
    this.gradient = gradient;
  }

  /**
   * The sums of all rows, block by block. A block's sum is its mean gradient times its weight, each
   * value rounded once.
   */
  public static FloatSums of(FloatNetwork network, FloatRows rows, int block) {
    float[] weights = rows.weights();
    Tree tree = new Tree();
    for (int from = 0; from < rows.size(); from += block) {
      tree.add(block(network, rows, weights, from, Math.min(rows.size(), from + block)));
    }
    return (FloatSums) tree.sum();
  }

  private static FloatSums block(
      FloatNetwork network, FloatRows rows, float[] weights, int from, int to) {
    float[] gradient = new float[network.parameterCount()];
    double weight = weight(rows, from, to);
    if (weight == 0) {
      return new FloatSums(gradient, 0, 0);
    }
    float[][] x = rows.inputs();
    float[][] t = rows.targets();
    double loss =
        weights.length == 0
            ? network.gradient(x, t, from, to, gradient)
            : network.gradient(x, t, weights, from, to, gradient);
    for (int i = 0; i < gradient.length; i++) {
      double sum = gradient[i] * weight;
      gradient[i] = (float) sum;
    }
    return new FloatSums(gradient, loss * weight, weight);
  }

  @Override
  void addValues(Sums other) {
    float[] more = ((FloatSums) other).gradient;
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] += more[i];
    }
  }

  @Override
  public Sums copy() {
    return new FloatSums(gradient.clone(), loss(), weight());
  }

  /** Writes the mean gradient, of which each value is rounded once. */
  public void mean(float[] mean) {
    for (int i = 0; i < gradient.length; i++) {
      double value = gradient[i] / weight();
      mean[i] = (float) value;
    }
  }

  /** The number of values. */
  public int size() {
    return gradient.length;
  }
}

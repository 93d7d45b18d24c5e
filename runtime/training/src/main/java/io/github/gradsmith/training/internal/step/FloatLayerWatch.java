package io.github.gradsmith.training.internal.step;

import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.TopologyLayer;
import java.util.Arrays;
import java.util.List;

/** What a step does to each layer. Looking on changes nothing of the network. */
public final class FloatLayerWatch {
  private final FloatNetwork network;
  private final List<TopologyLayer> layers;
  private final Stretches stretches;
  private final float[] before;
  private final float[] other;
  private final double[] values;

  /** Takes all memory. */
  public FloatLayerWatch(FloatNetwork network) {
    this.network = network;
    layers = Stretches.weighted(network.topology());
    stretches = new Stretches(layers);
    before = new float[network.parameterCount()];
    other = new float[network.parameterCount()];
    values = new double[2 * layers.size()];
    Arrays.fill(values, Double.NaN);
  }

  /** The layers with parameters. */
  public List<TopologyLayer> layers() {
    return layers;
  }

  /**
   * Looks at the first rows of a mini-batch before their step.
   *
   * @param weights null if they are alike
   */
  public void before(float[][] inputs, float[][] targets, float[] weights, int count) {
    network.getParameters(before);
    if (weights == null) {
      network.gradient(inputs, targets, 0, count, other);
    } else {
      network.gradient(inputs, targets, weights, 0, count, other);
    }
    for (int l = 0; l < stretches.layers(); l++) {
      values[stretches.layers() + l] = norm(other, l);
    }
  }

  /** Looks at the parameters after it. */
  public void after() {
    network.getParameters(other);
    for (int i = 0; i < other.length; i++) {
      other[i] -= before[i];
    }
    for (int l = 0; l < stretches.layers(); l++) {
      values[l] = norm(other, l) / norm(before, l);
    }
  }

  private double norm(float[] numbers, int layer) {
    double squares = 0;
    for (int s = stretches.first(layer); s < stretches.first(layer + 1); s++) {
      for (int i = stretches.start(s); i < stretches.end(s); i++) {
        squares += (double) numbers[i] * numbers[i];
      }
    }
    return StrictMath.sqrt(squares);
  }

  /**
   * Of the last step that was watched, for each layer, the step's norm over that of the parameters
   * before it; behind these the norms of the gradient. The array itself, NaN before there is any.
   */
  public double[] values() {
    return values;
  }
}

package io.github.gradsmith.training.internal.outcome;

import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.FloatRows;
import io.github.gradsmith.Topology;
import io.github.gradsmith.training.internal.metric.Units;
import io.github.gradsmith.training.internal.metric.Widths;

/**
 * A network of floats with its rows.
 *
 * @param validation null if there are none
 */
public record FloatSubject(FloatNetwork network, FloatRows validation) implements Subject {
  /**
   * Checks that both go together.
   *
   * @throws IllegalArgumentException if they have other widths
   */
  public FloatSubject {
    if (validation != null) {
      Widths.requireFit("rows", validation, network.inputSize(), network.outputSize());
    }
  }

  @Override
  public Topology topology() {
    return network.topology();
  }

  @Override
  public double[] parameters() {
    float[] parameters = new float[network.parameterCount()];
    network.getParameters(parameters);
    return widened(parameters);
  }

  @Override
  public int rows() {
    return validation == null ? 0 : validation.size();
  }

  @Override
  public double weight(int row) {
    return validation.weight(row);
  }

  @Override
  public double[] input(int row) {
    return widened(validation.inputs()[row]);
  }

  @Override
  public double[] target(int row) {
    return inUnits(widened(validation.targets()[row]));
  }

  @Override
  public double[] output(int row) {
    return inUnits(widened(network.forward(validation.inputs()[row])));
  }

  @Override
  public boolean hasUnits() {
    return Units.of(network).areScaled(network.outputSize());
  }

  private double[] inUnits(double[] values) {
    Units.of(network).decode(values);
    return values;
  }

  @Override
  public double[][] layers(int row) {
    int[] widths = topology().widths();
    float[][] z = new float[widths.length][];
    float[][] a = new float[widths.length][];
    for (int l = 0; l < widths.length; l++) {
      z[l] = new float[widths[l]];
      a[l] = new float[widths[l]];
    }
    network.trace(validation.inputs()[row], z, a);
    double[][] outputs = new double[widths.length][];
    for (int l = 0; l < widths.length; l++) {
      outputs[l] = widened(a[l]);
    }
    return outputs;
  }

  @Override
  public double loss(int row) {
    return network.loss(validation.inputs()[row], validation.targets()[row]);
  }

  private static double[] widened(float[] values) {
    double[] wide = new double[values.length];
    for (int k = 0; k < wide.length; k++) {
      wide[k] = values[k];
    }
    return wide;
  }
}

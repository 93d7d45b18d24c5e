package io.github.gradsmith.training.internal.outcome;

import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.DoubleRows;
import io.github.gradsmith.Topology;
import io.github.gradsmith.training.internal.metric.Units;
import io.github.gradsmith.training.internal.metric.Widths;

/**
 * A network of doubles with its rows.
 *
 * @param validation null if there are none
 */
public record DoubleSubject(DoubleNetwork network, DoubleRows validation) implements Subject {
  /**
   * Checks that both go together.
   *
   * @throws IllegalArgumentException if they have other widths
   */
  public DoubleSubject {
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
    double[] parameters = new double[network.parameterCount()];
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
    double[][] z = new double[widths.length][];
    double[][] a = new double[widths.length][];
    for (int l = 0; l < widths.length; l++) {
      z[l] = new double[widths[l]];
      a[l] = new double[widths[l]];
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

  private static double[] widened(double[] values) {
    double[] wide = new double[values.length];
    for (int k = 0; k < wide.length; k++) {
      wide[k] = values[k];
    }
    return wide;
  }
}

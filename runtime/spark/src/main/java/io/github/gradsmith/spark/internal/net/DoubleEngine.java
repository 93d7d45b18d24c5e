package io.github.gradsmith.spark.internal.net;

import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.DoublePredictor;
import io.github.gradsmith.DoubleRows;
import io.github.gradsmith.Topology;
import io.github.gradsmith.training.BlockGradient;
import io.github.gradsmith.training.Fit;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** A network of doubles. */
final class DoubleEngine extends Engine {
  private final DoublePredictor network;
  private final double[] input;
  private final double[] output;
  private double[][] z;
  private double[][] a;

  /** Plain kernels end a trace in the bits of forward; others may add up in another order. */
  private final boolean isPlain;

  DoubleEngine(String name, DoublePredictor network) {
    super(name);
    this.network = network;
    input = new double[network.inputSize()];
    output = new double[network.outputSize()];
    isPlain = network.topology().kernels().equals("plain");
  }

  @Override
  public Object network() {
    return network;
  }

  @Override
  public Topology topology() {
    return network.topology();
  }

  @Override
  public int inputs() {
    return input.length;
  }

  @Override
  public int outputs() {
    return output.length;
  }

  @Override
  void load(byte[] weights) {
    try {
      network.load(new ByteArrayInputStream(weights));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public byte[] save() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      network.save(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  @Override
  public void forward(double[] x, double[] outputs) {
    take(x);
    network.forward(input, output);
    give(output, outputs);
  }

  @Override
  public Object outputs(double[] outputs) {
    return outputs.clone();
  }

  @Override
  public void trace(double[] x, double[] sums, double[] outputs) {
    if (z == null) {
      int[] widths = network.topology().widths();
      z = new double[widths.length][];
      a = new double[widths.length][];
      for (int i = 0; i < widths.length; i++) {
        z[i] = new double[widths[i]];
        a[i] = new double[widths[i]];
      }
    }
    take(x);
    network.trace(input, z, a);
    give(z[z.length - 1], sums);
    if (isPlain) {
      give(a[a.length - 1], outputs);
    } else {
      network.forward(input, output);
      give(output, outputs);
    }
  }

  private void take(double[] x) {
    if (x.length != input.length) {
      throw new IllegalArgumentException(
          "a row has " + x.length + " features, but " + name() + " reads " + input.length);
    }
    for (int i = 0; i < x.length; i++) {
      input[i] = x[i];
    }
  }

  private static void give(double[] from, double[] to) {
    for (int i = 0; i < from.length; i++) {
      to[i] = from[i];
    }
  }

  @Override
  public void fit(Fit fit, List<Sample> samples) {
    requireTrainable();
    requireFinite(
        fit.run((DoubleNetwork) network, new DoubleGroup(0, samples).rows()).stop(), name());
  }

  @Override
  public double loss(List<Sample> samples) {
    requireTrainable();
    DoubleRows rows = new DoubleGroup(0, samples).rows();
    double[] weights = new double[rows.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = rows.weight(i);
    }
    return ((DoubleNetwork) network).loss(rows.inputs(), rows.targets(), weights, 0, rows.size());
  }

  @Override
  public Group group(int number, List<Sample> samples) {
    return new DoubleGroup(number, samples);
  }

  @Override
  public BlockGradient.Part part(BlockGradient blocks, Group group) {
    return blocks.part((DoubleNetwork) network, ((DoubleGroup) group).rows(), group.number());
  }

  @Override
  public double step(BlockGradient blocks, List<BlockGradient.Part> parts, double rate) {
    double[] gradient = new double[network.parameterCount()];
    double loss = blocks.mean(parts, gradient);
    ((DoubleNetwork) network).update(gradient, rate);
    return loss;
  }

  @Override
  public void requireTrainable() {
    if (!(network instanceof DoubleNetwork)) {
      throw predictor();
    }
  }
}

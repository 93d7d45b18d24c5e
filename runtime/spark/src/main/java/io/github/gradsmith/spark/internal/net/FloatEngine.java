package io.github.gradsmith.spark.internal.net;

import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.FloatPredictor;
import io.github.gradsmith.FloatRows;
import io.github.gradsmith.Topology;
import io.github.gradsmith.training.BlockGradient;
import io.github.gradsmith.training.Fit;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** A network of floats. */
final class FloatEngine extends Engine {
  private final FloatPredictor network;
  private final float[] input;
  private final float[] output;
  private float[][] z;
  private float[][] a;

  /** Plain kernels end a trace in the bits of forward; others may add up in another order. */
  private final boolean isPlain;

  FloatEngine(String name, FloatPredictor network) {
    super(name);
    this.network = network;
    input = new float[network.inputSize()];
    output = new float[network.outputSize()];
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
    return FloatGroup.floats(outputs);
  }

  @Override
  public void trace(double[] x, double[] sums, double[] outputs) {
    if (z == null) {
      int[] widths = network.topology().widths();
      z = new float[widths.length][];
      a = new float[widths.length][];
      for (int i = 0; i < widths.length; i++) {
        z[i] = new float[widths[i]];
        a[i] = new float[widths[i]];
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
      input[i] = (float) x[i];
    }
  }

  private static void give(float[] from, double[] to) {
    for (int i = 0; i < from.length; i++) {
      to[i] = from[i];
    }
  }

  @Override
  public void fit(Fit fit, List<Sample> samples) {
    requireTrainable();
    requireFinite(
        fit.run((FloatNetwork) network, new FloatGroup(0, samples).rows()).stop(), name());
  }

  @Override
  public double loss(List<Sample> samples) {
    requireTrainable();
    FloatRows rows = new FloatGroup(0, samples).rows();
    float[] weights = new float[rows.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) rows.weight(i);
    }
    return ((FloatNetwork) network).loss(rows.inputs(), rows.targets(), weights, 0, rows.size());
  }

  @Override
  public Group group(int number, List<Sample> samples) {
    return new FloatGroup(number, samples);
  }

  @Override
  public BlockGradient.Part part(BlockGradient blocks, Group group) {
    return blocks.part((FloatNetwork) network, ((FloatGroup) group).rows(), group.number());
  }

  @Override
  public double step(BlockGradient blocks, List<BlockGradient.Part> parts, double rate) {
    float[] gradient = new float[network.parameterCount()];
    double loss = blocks.mean(parts, gradient);
    ((FloatNetwork) network).update(gradient, (float) rate);
    return loss;
  }

  @Override
  public void requireTrainable() {
    if (!(network instanceof FloatNetwork)) {
      throw predictor();
    }
  }
}

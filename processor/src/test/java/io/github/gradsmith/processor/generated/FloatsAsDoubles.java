package io.github.gradsmith.processor.generated;

import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.Topology;
import java.io.IOException;
import java.nio.file.Path;

/** A network of {@code float}s: arguments are rounded, results widened. */
record FloatsAsDoubles(FloatNetwork network) implements AnyNetwork {
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
  public void setParameters(double[] parameters) {
    network.setParameters(rounded(parameters));
  }

  @Override
  public double[] forward(double[] x) {
    float[] output = new float[network.outputSize()];
    network.forward(rounded(x), output);
    return widened(output);
  }

  @Override
  public double[][] forward(double[][] x, int from, int to) {
    float[][] outputs = new float[x.length][network.outputSize()];
    network.forward(rounded(x), outputs, from, to);
    double[][] wide = new double[x.length][];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = widened(outputs[i]);
    }
    return wide;
  }

  @Override
  public double loss(double[] x, double[] t) {
    return network.loss(rounded(x), rounded(t));
  }

  @Override
  public double loss(double[][] x, double[][] t, int from, int to) {
    return network.loss(rounded(x), rounded(t), from, to);
  }

  @Override
  public double train(double[] x, double[] t, double rate) {
    return network.train(rounded(x), rounded(t), (float) rate);
  }

  @Override
  public double train(double[][] x, double[][] t, int from, int to, double rate) {
    return network.train(rounded(x), rounded(t), from, to, (float) rate);
  }

  @Override
  public double gradient(double[][] x, double[][] t, int from, int to, double[] gradient) {
    float[] narrow = new float[gradient.length];
    double loss = network.gradient(rounded(x), rounded(t), from, to, narrow);
    System.arraycopy(widened(narrow), 0, gradient, 0, narrow.length);
    return loss;
  }

  @Override
  public void update(double[] gradient, double rate) {
    network.update(rounded(gradient), (float) rate);
  }

  @Override
  public void resetOptimizer() {
    network.resetOptimizer();
  }

  @Override
  public void save(Path file) throws IOException {
    network.save(file);
  }

  @Override
  public void saveTraining(Path file) throws IOException {
    network.saveTraining(file);
  }

  @Override
  public void load(Path file) throws IOException {
    network.load(file);
  }

  @Override
  public AnyNetwork replica() {
    return AnyNetwork.of(network.replica());
  }

  /** The rows in {@code float}. */
  static float[][] rounded(double[][] rows) {
    float[][] narrow = new float[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      narrow[i] = rounded(rows[i]);
    }
    return narrow;
  }

  private static float[] rounded(double[] row) {
    float[] narrow = new float[row.length];
    for (int i = 0; i < row.length; i++) {
      narrow[i] = (float) row[i];
    }
    return narrow;
  }

  private static double[] widened(float[] row) {
    double[] wide = new double[row.length];
    for (int i = 0; i < row.length; i++) {
      wide[i] = row[i];
    }
    return wide;
  }
}

package io.github.gradsmith;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;

/** A {@link PlainDoubleNetwork} whose numbers are rounded to floats on the way in and out. */
class PlainFloatNetwork implements FloatNetwork {
  private final PlainDoubleNetwork network;

  PlainFloatNetwork(int... layers) {
    network = new PlainDoubleNetwork(layers);
  }

  @Override
  public int inputSize() {
    return network.inputSize();
  }

  @Override
  public int outputSize() {
    return network.outputSize();
  }

  @Override
  public int parameterCount() {
    return network.parameterCount();
  }

  @Override
  public Topology topology() {
    return network.topology();
  }

  @Override
  public float gradient(float[][] inputs, float[][] targets, int from, int to, float[] gradient) {
    double[] wide = new double[gradient.length];
    double loss = network.gradient(widened(inputs), widened(targets), from, to, wide);
    round(wide, gradient);
    return (float) loss;
  }

  @Override
  public void getParameters(float[] destination) {
    double[] wide = new double[destination.length];
    network.getParameters(wide);
    round(wide, destination);
  }

  @Override
  public void setParameters(float[] source) {
    network.setParameters(widened(new float[][] {source})[0]);
  }

  private static void round(double[] values, float[] rounded) {
    for (int i = 0; i < values.length; i++) {
      rounded[i] = (float) values[i];
    }
  }

  private static double[][] widened(float[][] rows) {
    double[][] wide = new double[rows.length][rows[0].length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < rows[i].length; j++) {
        wide[i][j] = rows[i][j];
      }
    }
    return wide;
  }

  @Override
  public void forward(float[] input, float[] output) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void forward(float[][] inputs, float[][] outputs, int from, int to) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int classify(float[] input) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void trace(float[] input, float[][] z, float[][] a) {
    throw new UnsupportedOperationException();
  }

  @Override
  public float loss(float[] input, float[] target) {
    throw new UnsupportedOperationException();
  }

  @Override
  public float loss(float[][] inputs, float[][] targets, int from, int to) {
    throw new UnsupportedOperationException();
  }

  @Override
  public float train(float[] input, float[] target, float learningRate) {
    throw new UnsupportedOperationException();
  }

  @Override
  public float train(float[][] inputs, float[][] targets, int from, int to, float learningRate) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void update(float[] gradient, float learningRate) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void save(Path file) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void save(OutputStream out) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void load(Path file) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void load(InputStream in) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void saveTraining(Path file) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void resetOptimizer() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void warmUp() {
    throw new UnsupportedOperationException();
  }

  @Override
  public float loss(float[][] inputs, float[][] targets, float[] weights, int from, int to) {
    throw new UnsupportedOperationException();
  }

  @Override
  public float gradient(
      float[][] inputs, float[][] targets, float[] weights, int from, int to, float[] gradient) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void saveTraining(OutputStream out) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FloatNetwork copy() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void copyFrom(FloatPredictor other) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FloatNetwork replica() {
    throw new UnsupportedOperationException();
  }
}

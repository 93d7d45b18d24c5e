package io.github.gradsmith;

import io.github.gradsmith.internal.math.DoubleMath;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Sigmoid layers and half the squared error in plain loops: what a gradient check can be run on.
 */
class PlainDoubleNetwork implements DoubleNetwork {
  private final int[] layers;
  private final double[] parameters;

  PlainDoubleNetwork(int... layers) {
    this.layers = layers;
    int count = 0;
    for (int l = 1; l < layers.length; l++) {
      count += layers[l] * (layers[l - 1] + 1);
    }
    parameters = new double[count];
  }

  @Override
  public int inputSize() {
    return layers[0];
  }

  @Override
  public int outputSize() {
    return layers[layers.length - 1];
  }

  @Override
  public int parameterCount() {
    return parameters.length;
  }

  @Override
  public Topology topology() {
    String[] activations = new String[layers.length - 1];
    Arrays.fill(activations, "SIGMOID");
    return Topology.builder()
        .layers(layers)
        .activations(activations)
        .loss("HALF_SQUARED_ERROR")
        .build();
  }

  @Override
  public double loss(double[][] inputs, double[][] targets, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      double[] output = activations(inputs[i])[layers.length - 1];
      for (int k = 0; k < output.length; k++) {
        sum += 0.5 * (targets[i][k] - output[k]) * (targets[i][k] - output[k]);
      }
    }
    return sum / (to - from);
  }

  @Override
  public double gradient(
      double[][] inputs, double[][] targets, int from, int to, double[] gradient) {
    Arrays.fill(gradient, 0);
    for (int i = from; i < to; i++) {
      addGradient(activations(inputs[i]), targets[i], to - from, gradient);
    }
    return loss(inputs, targets, from, to);
  }

  private void addGradient(double[][] a, double[] target, int samples, double[] gradient) {
    int last = layers.length - 1;
    double[] slope = new double[layers[last]]; // ∂E/∂a
    for (int k = 0; k < slope.length; k++) {
      slope[k] = a[last][k] - target[k];
    }
    int end = parameters.length;
    for (int l = last; l >= 1; l--) {
      int in = layers[l - 1];
      int biases = end - layers[l];
      int weights = biases - layers[l] * in;
      double[] before = new double[in];
      for (int k = 0; k < layers[l]; k++) {
        double delta = slope[k] * a[l][k] * (1 - a[l][k]);
        gradient[biases + k] += delta / samples;
        for (int j = 0; j < in; j++) {
          gradient[weights + k * in + j] += delta * a[l - 1][j] / samples;
          before[j] += delta * parameters[weights + k * in + j];
        }
      }
      slope = before;
      end = weights;
    }
  }

  private double[][] activations(double[] input) {
    double[][] a = new double[layers.length][];
    a[0] = input;
    int weights = 0;
    for (int l = 1; l < layers.length; l++) {
      int biases = weights + layers[l] * layers[l - 1];
      a[l] = new double[layers[l]];
      for (int k = 0; k < layers[l]; k++) {
        double z = parameters[biases + k];
        for (int j = 0; j < layers[l - 1]; j++) {
          z += parameters[weights + k * layers[l - 1] + j] * a[l - 1][j];
        }
        a[l][k] = DoubleMath.sigmoid(z);
      }
      weights = biases + layers[l];
    }
    return a;
  }

  @Override
  public void forward(double[] input, double[] output) {
    System.arraycopy(activations(input)[layers.length - 1], 0, output, 0, output.length);
  }

  @Override
  public void getParameters(double[] destination) {
    System.arraycopy(parameters, 0, destination, 0, parameters.length);
  }

  @Override
  public void setParameters(double[] source) {
    System.arraycopy(source, 0, parameters, 0, parameters.length);
  }

  @Override
  public void forward(double[][] inputs, double[][] outputs, int from, int to) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int classify(double[] input) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void trace(double[] input, double[][] z, double[][] a) {
    throw new UnsupportedOperationException();
  }

  @Override
  public double loss(double[] input, double[] target) {
    throw new UnsupportedOperationException();
  }

  @Override
  public double train(double[] input, double[] target, double learningRate) {
    throw new UnsupportedOperationException();
  }

  @Override
  public double train(
      double[][] inputs, double[][] targets, int from, int to, double learningRate) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void update(double[] gradient, double learningRate) {
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
  public double loss(double[][] inputs, double[][] targets, double[] weights, int from, int to) {
    throw new UnsupportedOperationException();
  }

  @Override
  public double gradient(
      double[][] inputs,
      double[][] targets,
      double[] weights,
      int from,
      int to,
      double[] gradient) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void saveTraining(OutputStream out) {
    throw new UnsupportedOperationException();
  }

  @Override
  public DoubleNetwork copy() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void copyFrom(DoublePredictor other) {
    throw new UnsupportedOperationException();
  }

  @Override
  public DoubleNetwork replica() {
    throw new UnsupportedOperationException();
  }
}

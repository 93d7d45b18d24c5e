package io.github.gradsmith.processor.random;

import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.FloatParallelTrainer;
import io.github.gradsmith.FloatPredictor;
import io.github.gradsmith.Onnx;
import io.github.gradsmith.Topology;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;

/** A network of floats. */
record FloatSubject(FloatPredictor network) implements Subject {
  private FloatNetwork trained() {
    return (FloatNetwork) network;
  }

  @Override
  public Topology topology() {
    return network.topology();
  }

  @Override
  public double[] parameters() {
    float[] parameters = new float[network.parameterCount()];
    network.getParameters(parameters);
    return doubles(parameters);
  }

  @Override
  public void setParameters(double[] parameters) {
    network.setParameters(floats(parameters));
  }

  @Override
  public double[] forward(double[] x) {
    return doubles(network.forward(floats(x)));
  }

  @Override
  public double[][] forward(double[][] x, Batch batch) {
    float[][] outputs = new float[batch.to()][network.outputSize()];
    network.forward(floats(x), outputs, batch.from(), batch.to());
    return doubles(Arrays.copyOfRange(outputs, batch.from(), batch.to()));
  }

  @Override
  public int classify(double[] x) {
    return network.classify(floats(x));
  }

  @Override
  public double[][][] trace(double[] x) {
    int[] layers = network.topology().widths();
    float[][] z = new float[layers.length][];
    float[][] a = new float[layers.length][];
    for (int l = 0; l < layers.length; l++) {
      z[l] = new float[layers[l]];
      a[l] = new float[layers[l]];
    }
    network.trace(floats(x), z, a);
    return new double[][][] {doubles(z), doubles(a)};
  }

  @Override
  public double loss(double[] x, double[] t) {
    return trained().loss(floats(x), floats(t));
  }

  @Override
  public double loss(double[][] x, double[][] t, Batch batch) {
    return trained().loss(floats(x), floats(t), batch.from(), batch.to());
  }

  @Override
  public double train(double[] x, double[] t, double rate) {
    return trained().train(floats(x), floats(t), (float) rate);
  }

  @Override
  public double train(double[][] x, double[][] t, Batch batch, double rate) {
    return trained().train(floats(x), floats(t), batch.from(), batch.to(), (float) rate);
  }

  @Override
  public double gradient(double[][] x, double[][] t, Batch batch, double[] gradient) {
    float[] floats = floats(gradient);
    double loss = trained().gradient(floats(x), floats(t), batch.from(), batch.to(), floats);
    System.arraycopy(doubles(floats), 0, gradient, 0, gradient.length);
    return loss;
  }

  @Override
  public double loss(double[][] x, double[][] t, double[] weights, Batch batch) {
    return trained().loss(floats(x), floats(t), floats(weights), batch.from(), batch.to());
  }

  @Override
  public double gradient(
      double[][] x, double[][] t, double[] weights, Batch batch, double[] gradient) {
    float[] floats = floats(gradient);
    double loss =
        trained().gradient(floats(x), floats(t), floats(weights), batch.from(), batch.to(), floats);
    System.arraycopy(doubles(floats), 0, gradient, 0, gradient.length);
    return loss;
  }

  @Override
  public void update(double[] gradient, double rate) {
    trained().update(floats(gradient), (float) rate);
  }

  @Override
  public void resetOptimizer() {
    trained().resetOptimizer();
  }

  @Override
  public void save(OutputStream out) throws IOException {
    network.save(out);
  }

  @Override
  public void saveTraining(Path file) throws IOException {
    trained().saveTraining(file);
  }

  @Override
  public void saveTraining(OutputStream out) throws IOException {
    trained().saveTraining(out);
  }

  @Override
  public void load(Path file) throws IOException {
    network.load(file);
  }

  @Override
  public void load(InputStream in) throws IOException {
    network.load(in);
  }

  @Override
  public void writeOnnx(OutputStream out) throws IOException {
    Onnx.write(network, out);
  }

  @Override
  public Subject replica() {
    return new FloatSubject(network.replica());
  }

  @Override
  public Subject copy() {
    return new FloatSubject(network.copy());
  }

  @Override
  public void copyFrom(Subject other) {
    network.copyFrom(((FloatSubject) other).network);
  }

  @Override
  public double trainParallel(
      double[][] x,
      double[][] t,
      double[] weights,
      Batch batch,
      double rate,
      double clipNorm,
      int threads) {
    try (FloatParallelTrainer trainer = new FloatParallelTrainer(trained(), threads)) {
      trainer.train(
          floats(x), floats(t), floats(weights), batch.from(), batch.to(), (float) rate, clipNorm);
      return trainer.gradientNorm();
    }
  }

  @Override
  public double trainParallel(double[][] x, double[][] t, Batch batch, double rate, int threads) {
    try (FloatParallelTrainer trainer = new FloatParallelTrainer(trained(), threads)) {
      return trainer.train(floats(x), floats(t), batch.from(), batch.to(), (float) rate);
    }
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  private static float[][] floats(double[][] rows) {
    return Arrays.stream(rows).map(FloatSubject::floats).toArray(float[][]::new);
  }

  private static double[] doubles(float[] values) {
    double[] doubles = new double[values.length];
    for (int i = 0; i < doubles.length; i++) {
      doubles[i] = values[i];
    }
    return doubles;
  }

  private static double[][] doubles(float[][] rows) {
    return Arrays.stream(rows).map(FloatSubject::doubles).toArray(double[][]::new);
  }
}

package io.github.gradsmith.processor.random;

import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.DoubleParallelTrainer;
import io.github.gradsmith.DoublePredictor;
import io.github.gradsmith.Onnx;
import io.github.gradsmith.Topology;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;

/** A network of doubles. */
record DoubleSubject(DoublePredictor network) implements Subject {
  private DoubleNetwork trained() {
    return (DoubleNetwork) network;
  }

  @Override
  public Topology topology() {
    return network.topology();
  }

  @Override
  public double[] parameters() {
    double[] parameters = new double[network.parameterCount()];
    network.getParameters(parameters);
    return parameters;
  }

  @Override
  public void setParameters(double[] parameters) {
    network.setParameters(parameters);
  }

  @Override
  public double[] forward(double[] x) {
    return network.forward(x);
  }

  @Override
  public double[][] forward(double[][] x, Batch batch) {
    double[][] outputs = new double[batch.to()][network.outputSize()];
    network.forward(x, outputs, batch.from(), batch.to());
    return Arrays.copyOfRange(outputs, batch.from(), batch.to());
  }

  @Override
  public int classify(double[] x) {
    return network.classify(x);
  }

  @Override
  public double[][][] trace(double[] x) {
    int[] layers = network.topology().widths();
    double[][] z = new double[layers.length][];
    double[][] a = new double[layers.length][];
    for (int l = 0; l < layers.length; l++) {
      z[l] = new double[layers[l]];
      a[l] = new double[layers[l]];
    }
    network.trace(x, z, a);
    return new double[][][] {z, a};
  }

  @Override
  public double loss(double[] x, double[] t) {
    return trained().loss(x, t);
  }

  @Override
  public double loss(double[][] x, double[][] t, Batch batch) {
    return trained().loss(x, t, batch.from(), batch.to());
  }

  @Override
  public double train(double[] x, double[] t, double rate) {
    return trained().train(x, t, rate);
  }

  @Override
  public double train(double[][] x, double[][] t, Batch batch, double rate) {
    return trained().train(x, t, batch.from(), batch.to(), rate);
  }

  @Override
  public double gradient(double[][] x, double[][] t, Batch batch, double[] gradient) {
    return trained().gradient(x, t, batch.from(), batch.to(), gradient);
  }

  @Override
  public double loss(double[][] x, double[][] t, double[] weights, Batch batch) {
    return trained().loss(x, t, weights, batch.from(), batch.to());
  }

  @Override
  public double gradient(
      double[][] x, double[][] t, double[] weights, Batch batch, double[] gradient) {
    return trained().gradient(x, t, weights, batch.from(), batch.to(), gradient);
  }

  @Override
  public void update(double[] gradient, double rate) {
    trained().update(gradient, rate);
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
    return new DoubleSubject(network.replica());
  }

  @Override
  public Subject copy() {
    return new DoubleSubject(network.copy());
  }

  @Override
  public void copyFrom(Subject other) {
    network.copyFrom(((DoubleSubject) other).network);
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
    try (DoubleParallelTrainer trainer = new DoubleParallelTrainer(trained(), threads)) {
      trainer.train(x, t, weights, batch.from(), batch.to(), rate, clipNorm);
      return trainer.gradientNorm();
    }
  }

  @Override
  public double trainParallel(double[][] x, double[][] t, Batch batch, double rate, int threads) {
    try (DoubleParallelTrainer trainer = new DoubleParallelTrainer(trained(), threads)) {
      return trainer.train(x, t, batch.from(), batch.to(), rate);
    }
  }
}

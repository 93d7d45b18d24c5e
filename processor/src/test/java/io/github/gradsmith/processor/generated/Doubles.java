package io.github.gradsmith.processor.generated;

import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.Topology;
import java.io.IOException;
import java.nio.file.Path;

/** A network of {@code double}s as it is. */
record Doubles(DoubleNetwork network) implements AnyNetwork {
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
    double[] output = new double[network.outputSize()];
    network.forward(x, output);
    return output;
  }

  @Override
  public double[][] forward(double[][] x, int from, int to) {
    double[][] outputs = new double[x.length][network.outputSize()];
    network.forward(x, outputs, from, to);
    return outputs;
  }

  @Override
  public double loss(double[] x, double[] t) {
    return network.loss(x, t);
  }

  @Override
  public double loss(double[][] x, double[][] t, int from, int to) {
    return network.loss(x, t, from, to);
  }

  @Override
  public double train(double[] x, double[] t, double rate) {
    return network.train(x, t, rate);
  }

  @Override
  public double train(double[][] x, double[][] t, int from, int to, double rate) {
    return network.train(x, t, from, to, rate);
  }

  @Override
  public double gradient(double[][] x, double[][] t, int from, int to, double[] gradient) {
    return network.gradient(x, t, from, to, gradient);
  }

  @Override
  public void update(double[] gradient, double rate) {
    network.update(gradient, rate);
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
}

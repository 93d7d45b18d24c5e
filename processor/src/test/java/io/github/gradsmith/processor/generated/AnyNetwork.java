package io.github.gradsmith.processor.generated;

import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.Topology;
import java.io.IOException;
import java.nio.file.Path;

/** A network of either precision, seen through {@code double}s; every method copies. */
interface AnyNetwork {
  static AnyNetwork of(FloatNetwork network) {
    return new FloatsAsDoubles(network);
  }

  static AnyNetwork of(DoubleNetwork network) {
    return new Doubles(network);
  }

  Topology topology();

  double[] parameters();

  void setParameters(double[] parameters);

  double[] forward(double[] x);

  /** The outputs of rows {@code from} to {@code to}; rows outside are left at 0. */
  double[][] forward(double[][] x, int from, int to);

  double loss(double[] x, double[] t);

  double loss(double[][] x, double[][] t, int from, int to);

  double train(double[] x, double[] t, double rate);

  double train(double[][] x, double[][] t, int from, int to, double rate);

  double gradient(double[][] x, double[][] t, int from, int to, double[] gradient);

  void update(double[] gradient, double rate);

  void resetOptimizer();

  void save(Path file) throws IOException;

  void saveTraining(Path file) throws IOException;

  void load(Path file) throws IOException;

  AnyNetwork replica();
}

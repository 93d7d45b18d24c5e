package io.github.gradsmith.processor.random;

import io.github.gradsmith.DoublePredictor;
import io.github.gradsmith.FloatPredictor;
import io.github.gradsmith.Topology;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;

/** An object of a generated class of either precision, seen through doubles; all of it copies. */
interface Subject {
  static Subject of(Object network) {
    return network instanceof FloatPredictor
        ? new FloatSubject((FloatPredictor) network)
        : new DoubleSubject((DoublePredictor) network);
  }

  Topology topology();

  double[] parameters();

  void setParameters(double[] parameters);

  double[] forward(double[] x);

  /** The outputs of a mini-batch, in rows from 0 on. */
  double[][] forward(double[][] x, Batch batch);

  int classify(double[] x);

  /** Weighted sums and outputs of all layers: {@code {z, a}}. */
  double[][][] trace(double[] x);

  double loss(double[] x, double[] t);

  double loss(double[][] x, double[][] t, Batch batch);

  double train(double[] x, double[] t, double rate);

  double train(double[][] x, double[][] t, Batch batch, double rate);

  double gradient(double[][] x, double[][] t, Batch batch, double[] gradient);

  double loss(double[][] x, double[][] t, double[] weights, Batch batch);

  double gradient(double[][] x, double[][] t, double[] weights, Batch batch, double[] gradient);

  void update(double[] gradient, double rate);

  void resetOptimizer();

  void save(OutputStream out) throws IOException;

  void saveTraining(Path file) throws IOException;

  void saveTraining(OutputStream out) throws IOException;

  void load(Path file) throws IOException;

  void load(InputStream in) throws IOException;

  void writeOnnx(OutputStream out) throws IOException;

  Subject replica();

  Subject copy();

  void copyFrom(Subject other);

  /** One step of a trainer with so many threads. */
  double trainParallel(double[][] x, double[][] t, Batch batch, double rate, int threads);

  /** One clipped step on weighted rows, of a trainer with so many threads; the gradient's norm. */
  double trainParallel(
      double[][] x,
      double[][] t,
      double[] weights,
      Batch batch,
      double rate,
      double clipNorm,
      int threads);
}

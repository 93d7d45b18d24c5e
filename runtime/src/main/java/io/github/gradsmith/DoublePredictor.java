package io.github.gradsmith;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;

/** A network of {@code double}s that predicts. */
public interface DoublePredictor {
  int inputSize();

  int outputSize();

  int parameterCount();

  Topology topology();

  void forward(double[] input, double[] output);

  default double[] forward(double[] input) {
    double[] output = new double[outputSize()];
    forward(input, output);
    return output;
  }

  void forward(double[][] inputs, double[][] outputs, int from, int to);

  int classify(double[] input);

  void trace(double[] input, double[][] z, double[][] a);

  void getParameters(double[] destination);

  void setParameters(double[] source);

  void save(Path file) throws IOException;

  void save(OutputStream out) throws IOException;

  void load(Path file) throws IOException;

  void load(InputStream in) throws IOException;

  DoublePredictor replica();
}

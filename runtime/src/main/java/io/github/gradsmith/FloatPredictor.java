package io.github.gradsmith;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;

/** A network of {@code float}s that predicts. */
public interface FloatPredictor {
  int inputSize();

  int outputSize();

  int parameterCount();

  Topology topology();

  void forward(float[] input, float[] output);

  default float[] forward(float[] input) {
    float[] output = new float[outputSize()];
    forward(input, output);
    return output;
  }

  void forward(float[][] inputs, float[][] outputs, int from, int to);

  int classify(float[] input);

  void trace(float[] input, float[][] z, float[][] a);

  void getParameters(float[] destination);

  void setParameters(float[] source);

  void save(Path file) throws IOException;

  void save(OutputStream out) throws IOException;

  void load(Path file) throws IOException;

  void load(InputStream in) throws IOException;

  FloatPredictor replica();
}

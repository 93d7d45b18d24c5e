package io.github.gradsmith;

import java.io.IOException;
import java.nio.file.Path;

/** A network of {@code float}s that predicts and trains. */
public interface FloatNetwork extends FloatPredictor {
  float loss(float[] input, float[] target);

  float loss(float[][] inputs, float[][] targets, int from, int to);

  float train(float[] input, float[] target, float learningRate);

  float train(float[][] inputs, float[][] targets, int from, int to, float learningRate);

  float gradient(float[][] inputs, float[][] targets, int from, int to, float[] gradient);

  void update(float[] gradient, float learningRate);

  void saveTraining(Path file) throws IOException;

  void resetOptimizer();

  @Override
  FloatNetwork replica();
}

package io.github.gradsmith;

import java.io.IOException;
import java.nio.file.Path;

/** A network of {@code double}s that predicts and trains. */
public interface DoubleNetwork extends DoublePredictor {
  double loss(double[] input, double[] target);

  double loss(double[][] inputs, double[][] targets, int from, int to);

  double train(double[] input, double[] target, double learningRate);

  double train(double[][] inputs, double[][] targets, int from, int to, double learningRate);

  double gradient(double[][] inputs, double[][] targets, int from, int to, double[] gradient);

  void update(double[] gradient, double learningRate);

  void saveTraining(Path file) throws IOException;

  void resetOptimizer();

  @Override
  DoubleNetwork replica();
}

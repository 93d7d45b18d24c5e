package io.github.gradsmith.sample.lecture;

/**
 * The numbers of the worked example, as the lecture writes them: row i of a matrix holds what
 * leaves input i, column j what reaches neuron j, so that z = a W + b for a row a.
 */
final class Example {
  /** The step size α. */
  static final double ALPHA = 0.5;

  private static final double[] X = {0.5, 0.8};
  private static final double[] T = {1.0, 0.0};
  private static final double[][] W2 = {{0.1, -0.2}, {0.4, 0.3}};
  private static final double[] B2 = {0.1, -0.1};
  private static final double[][] W3 = {{0.5, -0.3}, {0.2, 0.6}};
  private static final double[] B3 = {-0.2, 0.1};

  private Example() {}

  /** The input x; a copy. */
  static double[] input() {
    return X.clone();
  }

  /** The target t; a copy. */
  static double[] target() {
    return T.clone();
  }

  /** A network with the example's weights and biases. */
  static LectureNet network() {
    LectureNet network = LectureNet.create(0);
    network.setParameters(LectureOrder.flatten(W2, B2, W3, B3));
    return network;
  }
}

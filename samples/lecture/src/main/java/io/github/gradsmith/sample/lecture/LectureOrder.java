package io.github.gradsmith.sample.lecture;

/**
 * A flat array of the 2-2-2 network's twelve parameters, or of their derivatives, under the
 * lecture's indices. The array holds for each layer the weights in the code's order, a row for each
 * neuron ([out][in]), then the biases; the lecture has a row for each input, which is the
 * transpose. All indices count from 1.
 */
record LectureOrder(double[] flat) {
  private static final int SIZE = 2;
  private static final int PER_LAYER = SIZE * SIZE + SIZE;

  /** The weight from neuron {@code i} of the layer before to neuron {@code j} of {@code layer}. */
  double w(int layer, int i, int j) {
    return flat[weight(layer, i, j)];
  }

  /** The bias of neuron {@code j} of {@code layer}. */
  double b(int layer, int j) {
    return flat[bias(layer, j)];
  }

  /** Where {@link #w} finds its value. */
  static int weight(int layer, int i, int j) {
    return (layer - 2) * PER_LAYER + (j - 1) * SIZE + (i - 1);
  }

  /** Where {@link #b} finds its value. */
  static int bias(int layer, int j) {
    return (layer - 2) * PER_LAYER + SIZE * SIZE + (j - 1);
  }

  /** The flat array of matrices written as the lecture does, [in][out]. */
  static double[] flatten(double[][] w2, double[] b2, double[][] w3, double[] b3) {
    double[] flat = new double[2 * PER_LAYER];
    for (int i = 1; i <= SIZE; i++) {
      for (int j = 1; j <= SIZE; j++) {
        flat[weight(2, i, j)] = w2[i - 1][j - 1];
        flat[weight(3, i, j)] = w3[i - 1][j - 1];
      }
      flat[bias(2, i)] = b2[i - 1];
      flat[bias(3, i)] = b3[i - 1];
    }
    return flat;
  }
}

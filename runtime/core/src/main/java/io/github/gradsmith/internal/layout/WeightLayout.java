package io.github.gradsmith.internal.layout;

import io.github.gradsmith.internal.math.SeededRandom;

/**
 * The order in which a network keeps the weights of a layer. Everyone else, files and flat arrays,
 * knows them [out][in], followed by the biases; a layout creates, fills and copies them.
 */
public abstract class WeightLayout {
  final int inputs;
  final int outputs;

  WeightLayout(int inputs, int outputs) {
    this.inputs = inputs;
    this.outputs = outputs;
  }

  /** Kept [out][in], a row for each neuron. */
  public static WeightLayout rows(int inputs, int outputs) {
    return new RowLayout(inputs, outputs);
  }

  /** Kept [in][out], a row for each input. */
  public static WeightLayout inputMajor(int inputs, int outputs) {
    return new InputMajorLayout(inputs, outputs);
  }

  /**
   * Kept in panels: a panel belongs to {@code panel} neurons, the last one filled up with zeros,
   * and holds for one input after the other the weights to all of them side by side. SIMD kernels
   * then need no sum across the lanes of a vector.
   */
  public static WeightLayout panels(int inputs, int outputs, int panel) {
    return new PanelLayout(inputs, outputs, panel);
  }

  /** The row in which the weight from an input to an output is kept. */
  abstract int row(int output, int input);

  /** Where in its row it is. */
  abstract int place(int output, int input);

  /** New weights, all 0. */
  public abstract float[][] floats();

  /** Copies weights to the flat array, [out][in], from {@code offset} on. */
  public abstract void copyOut(float[][] w, float[] flat, int offset);

  /** Copies weights from the flat array. */
  public abstract void copyIn(float[] flat, int offset, float[][] w);

  /** Copies weights and then biases to the flat array. */
  public final void copyOut(float[][] w, float[] b, float[] flat, int offset) {
    copyOut(w, flat, offset);
    System.arraycopy(b, 0, flat, offset + inputs * outputs, b.length);
  }

  /** Copies weights and then biases from the flat array. */
  public final void copyIn(float[] flat, int offset, float[][] w, float[] b) {
    copyIn(flat, offset, w);
    System.arraycopy(flat, offset + inputs * outputs, b, 0, b.length);
  }

  /** Draws weights uniformly from [−limit, limit), in double and neuron by neuron. */
  public final void uniform(float[][] w, double limit, SeededRandom random) {
    for (int j = 0; j < outputs; j++) {
      for (int i = 0; i < inputs; i++) {
        w[row(j, i)][place(j, i)] = (float) (limit * (2 * random.nextDouble() - 1));
      }
    }
  }

  /** Draws weights from a normal distribution with mean 0, in double and neuron by neuron. */
  public final void normal(float[][] w, double deviation, SeededRandom random) {
    for (int j = 0; j < outputs; j++) {
      for (int i = 0; i < inputs; i++) {
        w[row(j, i)][place(j, i)] = (float) (deviation * random.nextGaussian());
      }
    }
  }

  /** New weights, all 0. */
  public abstract double[][] doubles();

  /** Copies weights to the flat array, [out][in], from {@code offset} on. */
  public abstract void copyOut(double[][] w, double[] flat, int offset);

  /** Copies weights from the flat array. */
  public abstract void copyIn(double[] flat, int offset, double[][] w);

  /** Copies weights and then biases to the flat array. */
  public final void copyOut(double[][] w, double[] b, double[] flat, int offset) {
    copyOut(w, flat, offset);
    System.arraycopy(b, 0, flat, offset + inputs * outputs, b.length);
  }

  /** Copies weights and then biases from the flat array. */
  public final void copyIn(double[] flat, int offset, double[][] w, double[] b) {
    copyIn(flat, offset, w);
    System.arraycopy(flat, offset + inputs * outputs, b, 0, b.length);
  }

  /** Draws weights uniformly from [−limit, limit), in double and neuron by neuron. */
  public final void uniform(double[][] w, double limit, SeededRandom random) {
    for (int j = 0; j < outputs; j++) {
      for (int i = 0; i < inputs; i++) {
        w[row(j, i)][place(j, i)] = (limit * (2 * random.nextDouble() - 1));
      }
    }
  }

  /** Draws weights from a normal distribution with mean 0, in double and neuron by neuron. */
  public final void normal(double[][] w, double deviation, SeededRandom random) {
    for (int j = 0; j < outputs; j++) {
      for (int i = 0; i < inputs; i++) {
        w[row(j, i)][place(j, i)] = (deviation * random.nextGaussian());
      }
    }
  }
}

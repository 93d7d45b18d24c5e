package io.github.gradsmith.internal.layout;

/** Weights [out][in]. */
final class RowLayout extends WeightLayout {
  RowLayout(int inputs, int outputs) {
    super(inputs, outputs);
  }

  @Override
  int row(int output, int input) {
    return output;
  }

  @Override
  int place(int output, int input) {
    return input;
  }

  @Override
  public float[][] floats() {
    return new float[outputs][inputs];
  }

  @Override
  public void copyOut(float[][] w, float[] flat, int offset) {
    for (int j = 0; j < outputs; j++) {
      System.arraycopy(w[j], 0, flat, offset + j * inputs, inputs);
    }
  }

  @Override
  public void copyIn(float[] flat, int offset, float[][] w) {
    for (int j = 0; j < outputs; j++) {
      System.arraycopy(flat, offset + j * inputs, w[j], 0, inputs);
    }
  }

  @Override
  public double[][] doubles() {
    return new double[outputs][inputs];
  }

  @Override
  public void copyOut(double[][] w, double[] flat, int offset) {
    for (int j = 0; j < outputs; j++) {
      System.arraycopy(w[j], 0, flat, offset + j * inputs, inputs);
    }
  }

  @Override
  public void copyIn(double[] flat, int offset, double[][] w) {
    for (int j = 0; j < outputs; j++) {
      System.arraycopy(flat, offset + j * inputs, w[j], 0, inputs);
    }
  }
}

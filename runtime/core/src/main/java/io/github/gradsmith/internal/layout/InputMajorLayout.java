package io.github.gradsmith.internal.layout;

/** Weights [in][out]. */
final class InputMajorLayout extends WeightLayout {
  InputMajorLayout(int inputs, int outputs) {
    super(inputs, outputs);
  }

  @Override
  int row(int output, int input) {
    return input;
  }

  @Override
  int place(int output, int input) {
    return output;
  }

  @Override
  public float[][] floats() {
    return new float[inputs][outputs];
  }

  @Override
  public void copyOut(float[][] w, float[] flat, int offset) {
    for (int i = 0; i < inputs; i++) {
      float[] row = w[i];
      for (int j = 0; j < row.length; j++) {
        flat[offset + j * inputs + i] = row[j];
      }
    }
  }

  @Override
  public void copyIn(float[] flat, int offset, float[][] w) {
    for (int i = 0; i < inputs; i++) {
      float[] row = w[i];
      for (int j = 0; j < row.length; j++) {
        row[j] = flat[offset + j * inputs + i];
      }
    }
  }

  @Override
  public double[][] doubles() {
    return new double[inputs][outputs];
  }

  @Override
  public void copyOut(double[][] w, double[] flat, int offset) {
    for (int i = 0; i < inputs; i++) {
      double[] row = w[i];
      for (int j = 0; j < row.length; j++) {
        flat[offset + j * inputs + i] = row[j];
      }
    }
  }

  @Override
  public void copyIn(double[] flat, int offset, double[][] w) {
    for (int i = 0; i < inputs; i++) {
      double[] row = w[i];
      for (int j = 0; j < row.length; j++) {
        row[j] = flat[offset + j * inputs + i];
      }
    }
  }
}

package io.github.gradsmith.processor.onnx.value;

/** Numbers in an array. */
record DecodedNumbers(double[] values) implements Numbers {
  @Override
  public int count() {
    return values.length;
  }

  @Override
  public double at(int index) {
    return values[index];
  }

  @Override
  public void copyTo(double[] target, int at) {
    System.arraycopy(values, 0, target, at, values.length);
  }

  @Override
  public Numbers transposed(int rows, int columns) {
    double[] turned = new double[values.length];
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        turned[c * rows + r] = values[r * columns + c];
      }
    }
    return new DecodedNumbers(turned);
  }
}

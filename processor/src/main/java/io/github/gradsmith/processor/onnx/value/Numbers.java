package io.github.gradsmith.processor.onnx.value;

/** The numbers of a tensor, row by row. */
interface Numbers {
  int count();

  double at(int index);

  /** All of them; not to be changed. */
  double[] values();

  /** Puts them into an array from an index on. */
  void copyTo(double[] target, int at);

  /** Those of a matrix, rows and columns exchanged. */
  Numbers transposed(int rows, int columns);
}

package io.github.gradsmith.npz;

/** Where the values of an array, counted by rows, stand in a file. */
final class RowOrder {
  private final int[] shape;
  private final int size;
  private final boolean byColumns;

  RowOrder(int[] shape, int size, boolean byColumns) {
    this.shape = shape;
    this.size = size;
    this.byColumns = byColumns;
  }

  /** The number of values. */
  int size() {
    return size;
  }

  /** The place of the value that is number {@code i} by rows. */
  int place(int i) {
    if (!byColumns) {
      return i;
    }
    int rest = i;
    int stride = size;
    int place = 0;
    for (int k = shape.length - 1; k >= 0; k--) {
      stride /= shape[k];
      place += rest % shape[k] * stride;
      rest /= shape[k];
    }
    return place;
  }
}

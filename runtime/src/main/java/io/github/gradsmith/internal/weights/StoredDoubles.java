package io.github.gradsmith.internal.weights;

import io.github.gradsmith.WeightsException;
import io.github.gradsmith.internal.layout.ColumnArrays;
import io.github.gradsmith.internal.layout.LayerArrays;
import io.github.gradsmith.internal.layout.PanelArrays;
import io.github.gradsmith.safetensors.Tensor;
import java.util.Arrays;
import java.util.function.Consumer;

/** Live arrays of doubles, and how they are copied to the order of a file and back. */
final class StoredDoubles extends StoredRows {
  private static final double[] NO_BIASES = {};

  private final double[][] rows;
  private final Consumer<double[]> copyOut;
  private final Consumer<double[]> copyIn;

  private StoredDoubles(
      String name,
      double[][] rows,
      Consumer<double[]> copyOut,
      Consumer<double[]> copyIn,
      int... shape) {
    super(name, shape);
    this.rows = rows;
    this.copyOut = copyOut;
    this.copyIn = copyIn;
  }

  /** Rows in the order of the file. */
  static StoredRows rows(String name, double[][] rows, int... shape) {
    return new StoredDoubles(
        name,
        rows,
        flat -> LayerArrays.copyOut(rows, NO_BIASES, flat, 0),
        flat -> LayerArrays.copyIn(flat, 0, rows, NO_BIASES),
        shape);
  }

  /** Weights [in][out], a row for each input. */
  static StoredRows columns(String name, double[][] rows, int... shape) {
    return new StoredDoubles(
        name,
        rows,
        flat -> ColumnArrays.copyOut(rows, flat, 0),
        flat -> ColumnArrays.copyIn(flat, 0, rows),
        shape);
  }

  /** Weights in panels of neurons, of shape [outputs, inputs]. */
  static StoredRows panels(String name, double[][] panels, int... shape) {
    return new StoredDoubles(
        name,
        panels,
        flat -> PanelArrays.copyOut(panels, shape[0], shape[1], flat, 0),
        flat -> PanelArrays.copyIn(flat, 0, panels, shape[0], shape[1]),
        shape);
  }

  @Override
  Tensor tensor() {
    double[] values = new double[size()];
    copyOut.accept(values);
    return Tensor.of(name(), values, shape());
  }

  @Override
  void requireNumbers(Tensor tensor) throws WeightsException {
    FiniteTensors.requireDoubles(tensor);
  }

  @Override
  void set(Tensor tensor) {
    copyIn.accept(tensor.toDoubles());
  }

  @Override
  void clear() {
    for (double[] row : rows) {
      Arrays.fill(row, 0);
    }
  }
}

package io.github.gradsmith.processor.onnx;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * The nodes by which older exporters compute what Reshape is to make of a batch, as in {@code
 * x.view(x.size(0), -1)}. A batch dimension that is free counts as 0, by which Reshape keeps it.
 */
final class ComputedShape {
  private static final double KEPT = 0;

  private ComputedShape() {}

  static Constant of(Node node, Value value) throws OnnxException {
    if (!(value instanceof Signal signal)) {
      throw node.unsupported("the shape of something else than what comes from the input");
    }
    double[] sizes = signal.shape().dims().stream().mapToDouble(dim -> dim).toArray();
    for (int i = 0; i < sizes.length; i++) {
      if (sizes[i] == Shape.UNKNOWN && i > 0) {
        throw node.unsupported("a shape of %s; only the batch may be free", signal.shape());
      }
      sizes[i] = sizes[i] == Shape.UNKNOWN ? KEPT : sizes[i];
    }
    return new Constant(new int[] {sizes.length}, sizes, false);
  }

  /** Elements of a row, by their numbers. */
  static Constant gathered(Node node, Value data, Value indices) throws OnnxException {
    if (!(data instanceof Constant row)
        || !(indices instanceof Constant chosen)
        || row.dims().length != 1
        || node.integer("axis", 0) != 0) {
      throw node.unsupported("supported is to gather elements of a shape");
    }
    double[] values = chosen.values().clone();
    for (int i = 0; i < values.length; i++) {
      int at = (int) (values[i] < 0 ? values[i] + row.values().length : values[i]);
      if (at < 0 || at >= row.values().length) {
        throw node.damaged("element %d of %d", at, row.values().length);
      }
      values[i] = row.values()[at];
    }
    return new Constant(chosen.dims(), values, row.inFloat());
  }

  /** Rows one after another. */
  static Constant joined(Node node, Value... values) throws OnnxException {
    DoubleStream all = DoubleStream.empty();
    for (Value value : values) {
      if (!(value instanceof Constant row) || row.dims().length != 1) {
        throw node.unsupported("supported is to put together a shape");
      }
      all = DoubleStream.concat(all, Arrays.stream(row.values()));
    }
    double[] joined = all.toArray();
    return new Constant(new int[] {joined.length}, joined, false);
  }
}

package io.github.gradsmith.processor.onnx.operator;

import io.github.gradsmith.processor.onnx.proto.Node;
import io.github.gradsmith.processor.onnx.proto.OnnxException;
import io.github.gradsmith.processor.onnx.value.Condition;
import io.github.gradsmith.processor.onnx.value.Constant;
import io.github.gradsmith.processor.onnx.value.Shape;
import io.github.gradsmith.processor.onnx.value.Signal;
import io.github.gradsmith.processor.onnx.value.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * The nodes by which exporters compute what Reshape is to make of a batch, as in {@code
 * x.view(x.size(0), -1)}: rows of sizes and single ones. Sums and products of them are {@link
 * Folding}'s.
 */
final class ComputedShape {
  /** Far more than a shape has, and too little to cost anything. */
  private static final int MOST = 1000;

  private ComputedShape() {}

  /** All sizes of a tensor, or those from the attribute start to end. */
  static Constant of(Node node, Value value) throws OnnxException {
    if (value instanceof Condition) {
      throw node.unsupported("the shape of a comparison");
    }
    boolean ofInput = value instanceof Signal;
    Shape shape =
        value instanceof Signal signal ? signal.shape() : Shape.of(((Constant) value).dims());
    int from = bounded(node.integer("start", 0), shape.rank());
    int to = bounded(node.integer("end", shape.rank()), shape.rank());
    double[] sizes =
        shape.dims().subList(Math.min(from, to), to).stream().mapToDouble(dim -> dim).toArray();
    return Constant.row(sizes, ofInput ? Constant.Kind.SIZE : Constant.Kind.INTEGER);
  }

  private static int bounded(long place, int count) {
    return (int) Math.max(0, Math.min(place < 0 ? place + count : place, count));
  }

  /** Elements of a row, by their numbers. */
  static Constant gathered(Node node, Value data, Value indices) throws OnnxException {
    Constant row = row(node, data, "to pick elements of");
    if (!(indices instanceof Constant chosen) || axis(node, 0) != 0 || chosen.count() > MOST) {
      throw node.unsupported("supported is to pick elements of a shape");
    }
    double[] values = chosen.toArray();
    for (int i = 0; i < values.length; i++) {
      double at = values[i] < 0 ? values[i] + row.count() : values[i];
      if (!(at >= 0 && at < row.count())) {
        throw node.damaged("element %s of %d", values[i], row.count());
      }
      values[i] = row.at((int) at);
    }
    return new Constant(chosen.dims(), values, row.kind());
  }

  /** Rows one after another. */
  static Constant joined(Node node, Value... values) throws OnnxException {
    DoubleStream all = DoubleStream.empty();
    Constant.Kind kind = Constant.Kind.INTEGER;
    if (Arrays.stream(values).anyMatch(Signal.class::isInstance)) {
      throw node.noChain(
          "it puts values that come from the input side by side; supported are layers one after"
              + " another, each of one row of values");
    }
    for (Value value : values) {
      Constant row = row(node, value, "to put together");
      kind = row.kind().isInteger() ? kind.joined(row.kind()) : row.kind();
      all = DoubleStream.concat(all, Arrays.stream(row.values()));
    }
    if (values.length == 0 || values.length > MOST || axis(node, 0) != 0) {
      throw node.damaged("%d rows along axis %d", values.length, axis(node, 0));
    }
    return limited(node, Constant.row(all.limit(MOST + 1).toArray(), kind));
  }

  /** A part of a row; bounds are attributes up to operator set 9, then operands. */
  static Constant sliced(Node node, Value data, List<Optional<Value>> bounds) throws OnnxException {
    Constant row = row(node, data, "to take a part of");
    int count = row.count();
    long step = bound(node, bounds.get(3), null, 1);
    long axis = bound(node, bounds.get(2), "axes", 0);
    if (step == 0 || axis != 0 && axis != -1) {
      throw node.damaged("step %d along axis %d of a row", step, axis);
    }
    long start = bound(node, bounds.get(0), "starts", 0);
    long end = bound(node, bounds.get(1), "ends", 0);
    long first = step > 0 ? 0 : -1;
    long from = clamped(start, count, step > 0 ? 0 : 0, step > 0 ? count : count - 1);
    long to = clamped(end, count, first, step > 0 ? count : count - 1);
    DoubleStream.Builder part = DoubleStream.builder();
    for (long i = from;
        step > 0 ? i < to : i > to;
        i += Math.max(-count - 1, Math.min(step, count + 1))) {
      part.add(row.at((int) i));
    }
    return Constant.row(part.build().toArray(), row.kind());
  }

  private static long clamped(long place, int count, long low, long high) {
    return Math.max(low, Math.min(place < 0 ? place + count : place, high));
  }

  private static long bound(Node node, Optional<Value> operand, String attribute, long otherwise)
      throws OnnxException {
    if (operand.isPresent()) {
      if (operand.get() instanceof Constant constant && constant.isSingle()) {
        return (long) constant.at(0);
      }
      throw node.unsupported("supported is to take a part of a shape, from one number to another");
    }
    List<Long> written = attribute == null ? List.of() : node.integers(attribute);
    if (written.size() > 1) {
      throw node.unsupported("%s = %s of a row", attribute, written);
    }
    return written.isEmpty() ? otherwise : written.get(0);
  }

  /** The product of a row. */
  static Constant product(Node node, Value data) throws OnnxException {
    Constant row = row(node, data, "to multiply");
    double product = Arrays.stream(row.values()).reduce(1, (a, b) -> a * b);
    int[] dims = node.integer("keepdims", 1) == 0 ? new int[0] : new int[] {1};
    return new Constant(dims, new double[] {product}, row.kind());
  }

  private static long axis(Node node, long otherwise) throws OnnxException {
    return Math.max(0, node.integer("axis", otherwise));
  }

  private static Constant row(Node node, Value value, String deed) throws OnnxException {
    if (value instanceof Constant row && row.isRow()) {
      return limited(node, row);
    }
    String found =
        value instanceof Constant constant
            ? "constants of shape " + constant.shape()
            : value instanceof Signal ? "values that come from the input" : "comparisons";
    throw node.noChain(
        "it takes %s; supported is %s sizes of a shape, for layers take values whole", found, deed);
  }

  private static Constant limited(Node node, Constant row) throws OnnxException {
    if (row.count() > MOST) {
      throw node.unsupported("a row of more than %d sizes", MOST);
    }
    return row;
  }
}

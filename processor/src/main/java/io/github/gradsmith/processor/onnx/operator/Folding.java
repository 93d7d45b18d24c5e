package io.github.gradsmith.processor.onnx.operator;

import io.github.gradsmith.processor.formula.expr.Evaluator;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.onnx.proto.Node;
import io.github.gradsmith.processor.onnx.proto.OnnxException;
import io.github.gradsmith.processor.onnx.value.Constant;
import io.github.gradsmith.processor.onnx.value.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Computes while importing what depends on constants alone. */
final class Folding {
  /** What grows by folding stops here; what only keeps its size is bounded by the file. */
  private static final int MOST_GROWN = 1 << 16;

  private Folding() {}

  /** A formula of constants, which are repeated along dimensions of 1 as ONNX has it. */
  static Constant of(Node node, Expr formula, Map<String, Constant> operands) throws OnnxException {
    List<String> names = List.copyOf(operands.keySet());
    Constant.Kind kind = null;
    int[] dims = new int[0];
    int largest = MOST_GROWN;
    for (Constant operand : operands.values()) {
      kind = kind == null ? operand.kind() : kind.joined(operand.kind());
      dims = common(node, dims, operand.dims());
      largest = Math.max(largest, operand.count());
    }
    int count = count(node, dims, largest);
    double[] values = new double[count];
    Map<String, Double> point = new HashMap<>();
    for (int i = 0; i < count; i++) {
      for (String name : names) {
        point.put(name, at(operands.get(name), dims, i));
      }
      values[i] = Evaluator.evaluate(formula, point);
    }
    return new Constant(dims, values, kind);
  }

  /** Sizes and other integers: whole ones, division without its remainder. */
  static Constant ofIntegers(Node node, Constant x, Constant y) throws OnnxException {
    int[] dims = common(node, x.dims(), y.dims());
    int largest = Math.max(MOST_GROWN, Math.max(x.count(), y.count()));
    double[] values = new double[count(node, dims, largest)];
    for (int i = 0; i < values.length; i++) {
      long left = (long) at(x, dims, i);
      long right = (long) at(y, dims, i);
      values[i] = whole(node, left, right);
      requireWholeBatch(node, x.kind() == Constant.Kind.SIZE, left, right);
    }
    return new Constant(dims, values, x.kind().joined(y.kind()));
  }

  /** The batch is open: whether its samples can be shared out is not known. */
  private static void requireWholeBatch(Node node, boolean isSize, long x, long y)
      throws OnnxException {
    boolean isOpen = isSize && x != 0 && x % Shape.FREE == 0;
    if (isOpen && node.operator().equals("Div") && x % y != 0) {
      throw node.unsupported(
          "it divides the size of a batch by %d, which mixes samples; supported is to keep samples"
              + " apart",
          y);
    }
  }

  private static long whole(Node node, long x, long y) throws OnnxException {
    if (node.operator().equals("Div") && y == 0) {
      throw node.damaged("%d / 0", x);
    }
    return switch (node.operator()) {
      case "Add" -> x + y;
      case "Sub" -> x - y;
      case "Mul" -> x * y;
      case "Div" -> x / y;
      case "Max" -> Math.max(x, y);
      case "Min" -> Math.min(x, y);
      default -> throw node.unsupported("it takes integers");
    };
  }

  private static int count(Node node, int[] dims, int most) throws OnnxException {
    long count = Shape.of(dims).count();
    if (count > most) {
      throw node.unsupported("constants that grow to %d elements", count);
    }
    return (int) count;
  }

  private static int[] common(Node node, int[] a, int[] b) throws OnnxException {
    int rank = Math.max(a.length, b.length);
    int[] dims = new int[rank];
    for (int i = 1; i <= rank; i++) {
      int left = i <= a.length ? a[a.length - i] : 1;
      int right = i <= b.length ? b[b.length - i] : 1;
      if (left != right && left != 1 && right != 1) {
        throw node.damaged("shapes %s and %s", Shape.of(a), Shape.of(b));
      }
      dims[rank - i] = left == 1 ? right : left;
    }
    return dims;
  }

  /** The element of a tensor that stands at a place of a larger shape. */
  private static double at(Constant tensor, int[] dims, int place) {
    int[] own = tensor.dims();
    int index = 0;
    int stride = 1;
    for (int i = 1; i <= own.length; i++) {
      int size = dims[dims.length - i];
      int size1 = own[own.length - i];
      index += size1 == 1 ? 0 : place % size * stride;
      stride *= size1;
      place /= size;
    }
    return tensor.at(index);
  }
}

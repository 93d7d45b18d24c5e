package io.github.gradsmith.internal.onnx;

import io.github.gradsmith.internal.row.RowScaling;
import java.util.Arrays;

/**
 * Adds what scales the numbers of rows, and what undoes the scaling of outputs: in double, as the
 * network does, and rounded once. Steps that change no number are left out.
 */
final class RowNodes {
  private final Graph graph;
  private final String prefix;
  private final int[] shape;
  private Operand x;

  /**
   * For a tensor.
   *
   * @param prefix the names of nodes and tensors begin with it
   * @param shape of a sample
   */
  RowNodes(Graph graph, String prefix, int[] shape, String tensor) {
    this.graph = graph;
    this.prefix = prefix;
    this.shape = shape;
    x = Operand.tensor(tensor, false);
  }

  /** Adds them, of a scaling that changes numbers; the last one gives {@code output}. */
  void add(RowScaling scaling, String output) {
    graph.begin(prefix);
    cast(ElementType.DOUBLE);
    double[] present = scaling.present();
    if (Arrays.stream(present).anyMatch(value -> !Double.isNaN(value))) {
      Operand isMissing = graph.apply("IsNaN", x);
      x = graph.apply("Where", isMissing, numbers("present", present), x);
    }
    step("Sub", "shift", scaling.shift(), 0);
    step("Mul", "factor", scaling.factor(), 1);
    step("Add", "term", scaling.term(), 0);
    step("Div", "divisor", scaling.divisor(), 1);
    cast(graph.type());
    graph.end(output);
  }

  private void cast(ElementType type) {
    if (graph.type() == ElementType.FLOAT) {
      x = Operand.tensor(graph.add("Cast", x).with("to", type.code()).output(), false);
    }
  }

  private void step(String operator, String name, double[] values, double none) {
    if (Arrays.stream(values).anyMatch(value -> value != none)) {
      x = graph.apply(operator, x, numbers(name, values));
    }
  }

  private Operand numbers(String name, double[] values) {
    String tensor = prefix + "." + name;
    graph.initializer(tensor, shape, ElementType.DOUBLE, RawValues.of(values, 0, values.length));
    return Operand.tensor(tensor, false);
  }
}

package io.github.gradsmith.processor.onnx.operator;

import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.onnx.proto.Node;
import io.github.gradsmith.processor.onnx.proto.OnnxException;
import io.github.gradsmith.processor.onnx.value.Constant;
import io.github.gradsmith.processor.onnx.value.Layer;
import io.github.gradsmith.processor.onnx.value.Shape;
import io.github.gradsmith.processor.onnx.value.Signal;
import io.github.gradsmith.processor.onnx.value.Value;
import java.util.ArrayList;
import java.util.List;

/** The layers that a walk along the graph has come by: products with weights, and their biases. */
public final class Linear {
  private final List<Layer> layers = new ArrayList<>();
  private final List<ActivationChoice> activations = new ArrayList<>();
  private int biasRows;

  public List<Layer> layers() {
    return layers;
  }

  public List<ActivationChoice> activations() {
    return activations;
  }

  /** The neurons of the layer that a value comes from. */
  int width(Signal signal) {
    return layers.get(signal.layer() - 1).outputs();
  }

  /** α A B + β C: weights are B, biases C. */
  Signal gemm(Node node, Value a, Value b, Value c) throws OnnxException {
    if (node.integer("transA", 0) != 0) {
      throw node.unsupported("transA = 1; supported are a batch of rows times weights");
    }
    Signal signal = signal(node, a, b);
    if (signal.shape().rank() != 2) {
      throw node.damaged("its input of shape %s is no matrix", signal.shape());
    }
    boolean transposed = node.integer("transB", 0) != 0;
    Constant weights = matrix(node, b).times(node.number("alpha", 1));
    Signal sums = next(node, signal, Layer.of(weights, transposed));
    if (c == null) {
      return sums;
    }
    last().add(row(node, c), node.number("beta", 1));
    biasRows++;
    return sums.withBiasRow();
  }

  /** A B, with weights in B; or in A, where each sample is a column of B. */
  Signal product(Node node, Value a, Value b) throws OnnxException {
    if (a instanceof Constant && b instanceof Signal columns && columns.shape().rank() > 0) {
      return columnProduct(node, a, columns);
    }
    Signal signal = signal(node, a, b);
    Constant weights = (Constant) b;
    Signal sums = next(node, signal, Layer.of(matrix(node, b), false));
    int rank = weights.dims().length;
    return sums.shaped(
        rank == 1
            ? sums.shape().withoutLast()
            : sums.shape().ofRank(signal.shape().rank() == 1 ? rank - 1 : rank));
  }

  /** Weights with a row for each neuron, times samples that are columns, or a row alone. */
  private Signal columnProduct(Node node, Value a, Signal columns) throws OnnxException {
    Constant weights = (Constant) a;
    Shape shape = columns.shape();
    boolean isRow = shape.rank() == 1;
    Shape rows = isRow ? shape : shape.withoutLast();
    boolean fits = weights.isMatrix() && rows.last() == columns.width();
    if (!fits || !isRow && shape.last() != 1 || rows.last() != weights.dims()[1]) {
      throw node.noChain(
          "it multiplies a constant by what comes from the input, of shape %s; supported is what"
              + " comes from the input, times constant weights",
          shape);
    }
    Signal sums = next(node, columns.shaped(rows), Layer.of(weights, true));
    return isRow ? sums : sums.shaped(sums.shape().with(1));
  }

  /**
   * Whether a constant that is added to a signal is a row of biases. To a single neuron that has a
   * bias a number may as well be added by an activation, such as HardSigmoid in parts.
   */
  boolean isBias(Signal signal, Constant constant) {
    return signal.isPlain()
        && isLatest(signal)
        && signal.layer() > 0
        && (biasRows == 0 || last().outputs() > 1)
        && constant.isRowOf(signal);
  }

  /**
   * Takes a row that is added to the last layer's sums for its biases. The sums without it are from
   * now on no values that a network has.
   */
  Signal addBias(Signal signal, Constant row, double sign) {
    last().add(row.row(last().outputs()), sign);
    biasRows++;
    return signal.withBiasRow().shaped(signal.shape().ofRank(row.dims().length));
  }

  /** Whether a value comes from the last layer with all its biases. */
  public boolean isLatest(Signal signal) {
    return signal.layer() == layers.size() && signal.biasRows() == biasRows;
  }

  /** Settles the activation of the last layer, which the given values come from. */
  public void finish(Signal signal) throws OnnxException {
    activations.add(ActivationMatcher.of(signal));
  }

  private Layer last() {
    return layers.get(layers.size() - 1);
  }

  private Signal next(Node node, Signal signal, Layer layer) throws OnnxException {
    if (!isLatest(signal)) {
      throw node.noChain(
          "a second layer takes the same values; supported is one layer after another");
    }
    if (signal.coupled().isPresent()) {
      throw node.unsupported(
          "a layer after %s, which is supported in the last layer only",
          signal.coupled().get().text());
    }
    requireRows(node, signal, layer.inputs());
    if (signal.layer() > 0) {
      finish(signal);
    } else if (!signal.isPlain()) {
      throw node.noChain(
          "the input is changed before the first layer; supported is a first layer that takes the"
              + " input as it is, so make that change where the input comes from");
    }
    layers.add(signal.scaling().isEmpty() ? layer : signal.scaling().get().into(node, layer));
    biasRows = 0;
    return Signal.of(layers.size(), signal.shape().withLast(layer.outputs()), layer.outputs());
  }

  /** Each row that the weights are multiplied by is a sample. */
  private static void requireRows(Node node, Signal signal, int inputs) throws OnnxException {
    Shape shape = signal.shape();
    long width = signal.width();
    if (inputs == width && shape.hasRowsOf(width)) {
      return;
    }
    if (shape.last() == inputs || shape.last() >= Shape.FREE && shape.last() % Shape.FREE == 0) {
      throw node.unsupported(
          "in a batch of shape %s %s, which mixes samples; supported is [batch, %d]",
          shape,
          shape.last() < width
              ? "a sample of %d numbers is cut into rows of %d".formatted(width, shape.last())
              : "samples of %d numbers are joined in a row".formatted(width),
          width);
    }
    throw node.unsupported(
        "weights for %d inputs, but a batch of shape %s; supported is [batch, %d]",
        inputs, shape, inputs);
  }

  private static Signal signal(Node node, Value a, Value b) throws OnnxException {
    if (a instanceof Signal signal && b instanceof Constant) {
      return signal;
    }
    throw node.noChain(
        "it multiplies %s by %s; supported is what comes from the input, times constant weights",
        kind(a), kind(b));
  }

  private static String kind(Value value) {
    return value instanceof Constant
        ? "a constant"
        : value instanceof Signal ? "what comes from the input" : "a comparison";
  }

  /** Weights as a matrix; a row alone is a neuron's, and dimensions of 1 in front say nothing. */
  private static Constant matrix(Node node, Value value) throws OnnxException {
    Constant weights = (Constant) value;
    int rank = weights.dims().length;
    Shape shape = Shape.of(weights.dims());
    Constant matrix = weights;
    if (rank == 1) {
      matrix = weights.shaped(shape.with(1));
    } else if (rank > 2 && shape.count() == shape.tail(2).count()) {
      matrix = weights.shaped(shape.tail(2));
    }
    if (!matrix.isMatrix() || weights.kind().isInteger() || weights.count() == 0) {
      throw node.unsupported(
          "weights of shape %s; supported are matrices of numbers", weights.shape());
    }
    return matrix;
  }

  private double[] row(Node node, Value c) throws OnnxException {
    int outputs = last().outputs();
    if (c instanceof Constant biases && (biases.isSingle() || biases.isRow(outputs))) {
      return biases.row(outputs);
    }
    throw node.noChain(
        "biases %s; supported are constants of shape [%d]",
        c instanceof Constant biases ? "of shape " + biases.shape() : "that are computed", outputs);
  }
}

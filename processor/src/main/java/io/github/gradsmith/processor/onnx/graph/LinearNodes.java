package io.github.gradsmith.processor.onnx.graph;

import io.github.gradsmith.Initializer;
import io.github.gradsmith.processor.model.LayerChoice;
import io.github.gradsmith.processor.onnx.proto.Node;
import io.github.gradsmith.processor.onnx.proto.OnnxException;
import io.github.gradsmith.processor.onnx.value.Constant;
import io.github.gradsmith.processor.onnx.value.Shape;
import io.github.gradsmith.processor.onnx.value.Signal;
import io.github.gradsmith.processor.onnx.value.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Products with weights, and factors and shifts for each number of a sample. */
final class LinearNodes {
  private final Blocks blocks;

  LinearNodes(Blocks blocks) {
    this.blocks = blocks;
  }

  /** α A B + β C: weights are B, or A where samples are columns; C is a row or another value. */
  Signal gemm(Node node, Value a, Value b, Optional<Value> c, Addition addition)
      throws OnnxException {
    boolean turned = node.integer("transB", 0) != 0;
    double alpha = node.number("alpha", 1);
    double beta = node.number("beta", 1);
    Signal sums;
    if (a instanceof Constant weights && b instanceof Signal columns) {
      if (turned) {
        throw node.unsupported("transB = 1 of what comes from the input");
      }
      boolean rows = node.integer("transA", 0) == 0;
      sums =
          columnProduct(node, (rows ? weights : transposed(node, weights)).times(alpha), columns);
    } else {
      Signal signal = signal(node, a, b);
      if (node.integer("transA", 0) != 0) {
        throw node.unsupported("transA = 1; supported are a batch of rows times weights");
      }
      if (signal.shape().rank() != 2) {
        throw node.damaged("its input of shape %s is no matrix", signal.shape());
      }
      Constant weights = matrix(node, (Constant) b).times(alpha);
      sums = dense(node, signal, turned ? weights : weights.transposed(), 1);
    }
    if (c.isEmpty()) {
      return sums;
    }
    if (c.get() instanceof Constant row) {
      return affine(node, sums, Constant.ofFloat(1), row.times(beta));
    }
    if (beta != 1) {
      throw node.unsupported("beta = %s beside a sum of two values; supported is 1", beta);
    }
    return addition.of(node, sums, (Signal) c.get());
  }

  /** A sum of two values. */
  interface Addition {
    Signal of(Node node, Signal x, Signal y) throws OnnxException;
  }

  /** A B, with weights in B; or in A, where samples are columns. */
  Signal product(Node node, Value a, Value b) throws OnnxException {
    if (a instanceof Constant weights && b instanceof Signal columns) {
      return columnProduct(node, weights, columns);
    }
    Signal signal = signal(node, a, b);
    int rank = ((Constant) b).dims().length;
    return dense(node, signal, matrix(node, (Constant) b).transposed(), rank);
  }

  private Signal dense(Node node, Signal signal, Constant rows, int rank) throws OnnxException {
    Block source = blocks.shaped(node, signal);
    int units = rows.dims()[0];
    Sample sample = Sample.of(node, signal);
    requireInputs(node, signal, source.shape().last(), rows.dims()[1]);
    if (sample.last() != rows.dims()[1]) {
      throw node.unsupported(
          "weights for %d inputs, but a batch of shape %s", rows.dims()[1], signal.shape());
    }
    Block sums = block(node, rows, source, 1);
    Shape shape = signal.shape();
    return blocks.signal(
        node,
        sums,
        rank == 1 && node.operator().equals("MatMul")
            ? shape.withoutLast()
            : shape.withLast(units).ofRank(rank == 1 ? 0 : rank));
  }

  /** Weights with a row for each neuron, times samples that are columns, or a row alone. */
  private Signal columnProduct(Node node, Constant weights, Signal columns) throws OnnxException {
    Shape shape = columns.shape();
    boolean isRow = shape.rank() == 1;
    long inputs = isRow ? shape.last() : shape.rank() == 0 ? 1 : shape.withoutLast().last();
    boolean isColumn = isRow || shape.rank() > 1 && shape.last() == 1;
    if (!weights.isMatrix() || !isColumn || inputs != columns.width()) {
      throw node.unsupported(
          "it multiplies a constant of shape %s by what comes from the input, of shape %s;"
              + " supported is what comes from the input, times constant weights",
          weights.shape(), shape);
    }
    Block source = blocks.shaped(node, columns);
    requireInputs(node, columns, source.shape().last(), weights.dims()[1]);
    Block sums = block(node, weights, source, 0);
    Shape result =
        isRow
            ? shape.withLast(weights.dims()[0])
            : shape.withoutLast().withLast(weights.dims()[0]).with(1);
    return blocks.signal(node, sums, result);
  }

  private Block block(Node node, Constant rows, Block source, int operand) throws OnnxException {
    int units = rows.dims()[0];
    LayerChoice choice =
        new LayerChoice.Dense(units, false, LayerChoice.IDENTITY, Initializer.AUTO);
    Operation dense = new Operation.Dense(rows, Optional.empty(), units);
    return blocks
        .layer(node, dense, choice, List.of(source))
        .named(Names.ofWeights(node.input(operand)));
  }

  private static void requireInputs(Node node, Signal signal, int found, int expected)
      throws OnnxException {
    if (found != expected) {
      throw node.unsupported(
          "weights for %d inputs, but a batch of shape %s; supported is [batch, %d]",
          expected, signal.shape(), expected);
    }
  }

  /** f x + s with constants that are broadcast over the samples. */
  Signal affine(Node node, Signal signal, Constant factors, Constant shifts) throws OnnxException {
    int rank = Math.max(factors.dims().length, shifts.dims().length);
    Signal wide = signal.shaped(signal.shape().ofRank(rank));
    Sample sample = Sample.of(node, wide);
    double[] f = row(node, factors, sample, wide);
    double[] s = row(node, shifts, sample, wide);
    Block source = blocks.settled(wide);
    Block block = new Block(new Operation.Affine(f, s), List.of(source), source.shape());
    return blocks.signal(node, block, wide.shape());
  }

  private static double[] row(Node node, Constant constant, Sample sample, Signal signal)
      throws OnnxException {
    if (constant.kind().isInteger()) {
      throw node.unsupported("it joins numbers with integers, such as the sizes of a shape");
    }
    if (constant.isSingle()) {
      return constant.toArray();
    }
    int[] places = sample.meets(node, constant.dims(), signal.shape());
    double[] row = new double[places.length];
    for (int i = 0; i < row.length; i++) {
      row[i] = constant.at(places[i]);
    }
    return row;
  }

  /** (x − mean) / √(variance + ε) · scale + bias along axis 1. */
  Signal batchNormalization(Node node, Signal signal, Constant... constants) throws OnnxException {
    boolean trains =
        node.integer("training_mode", 0) != 0
            || node.opset() < 7 && node.integer("is_test", 0) == 0;
    if (trains || node.integer("spatial", 1) == 0 && signal.shape().rank() > 2) {
      throw node.unsupported("it is in training mode; export the model in evaluation mode");
    }
    int channels = constants[0].count();
    double epsilon = node.number("epsilon", 1e-5);
    double[] f = new double[channels];
    double[] s = new double[channels];
    for (int i = 0; i < channels; i++) {
      for (Constant constant : constants) {
        if (constant.count() != channels) {
          throw node.damaged("rows of %d and %d", channels, constant.count());
        }
      }
      f[i] = constants[0].at(i) / Math.sqrt(constants[3].at(i) + epsilon);
      s[i] = constants[1].at(i) - f[i] * constants[2].at(i);
    }
    int[] dims = new int[Math.max(1, signal.shape().rank() - 1)];
    Arrays.fill(dims, 1);
    dims[0] = channels;
    Constant.Kind kind = constants[0].kind();
    return affine(node, signal, new Constant(dims, f, kind), new Constant(dims, s, kind));
  }

  private static Signal signal(Node node, Value a, Value b) throws OnnxException {
    if (a instanceof Signal signal && b instanceof Constant) {
      return signal;
    }
    throw node.unsupported(
        "it multiplies two values that come from the input; supported are values times constant"
            + " weights, and products number by number");
  }

  private static Constant transposed(Node node, Constant weights) throws OnnxException {
    if (!weights.isMatrix()) {
      throw node.damaged("weights of shape %s are no matrix", weights.shape());
    }
    return weights.transposed();
  }

  /** Weights as a matrix with a column for each unit; dimensions of 1 in front say nothing. */
  private static Constant matrix(Node node, Constant weights) throws OnnxException {
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
}

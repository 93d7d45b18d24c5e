package io.github.gradsmith.processor.onnx.graph;

import io.github.gradsmith.Initializer;
import io.github.gradsmith.processor.model.LayerChoice;
import io.github.gradsmith.processor.onnx.proto.Node;
import io.github.gradsmith.processor.onnx.proto.OnnxException;
import io.github.gradsmith.processor.onnx.value.Constant;
import io.github.gradsmith.processor.onnx.value.Shape;
import io.github.gradsmith.processor.onnx.value.Signal;
import io.github.gradsmith.processor.onnx.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Nodes that put numbers of a sample together, take some of them, or look rows up by them. */
final class ArrangeNodes {
  private final Blocks blocks;

  ArrangeNodes(Blocks blocks) {
    this.blocks = blocks;
  }

  Signal concat(Node node, Value... values) throws OnnxException {
    List<Block> sources = new ArrayList<>();
    long size = 0;
    int axis = 0;
    Signal first = null;
    for (Value value : values) {
      if (!(value instanceof Signal signal)) {
        throw node.unsupported(
            "it puts a constant beside values that come from the input; supported are such values"
                + " alone");
      }
      first = first == null ? signal : first;
      Shape shape = signal.shape();
      axis = Sample.of(node, signal).axis(node, node.integer("axis", 1), shape);
      size += shape.dims().get(at(node, shape, node.integer("axis", 1)));
      sources.add(blocks.shaped(node, signal));
    }
    Shape shape = with(first.shape(), at(node, first.shape(), node.integer("axis", 1)), size);
    if (sources.size() == 1) {
      return first;
    }
    return blocks.signal(node, blocks.layer(node, new LayerChoice.Concat(axis), sources), shape);
  }

  /** From begin up to but without end along an axis of the tensor; both may lie outside it. */
  Signal slice(Node node, Signal signal, long axis, long begin, long end) throws OnnxException {
    Shape shape = signal.shape();
    int at = at(node, shape, axis);
    long size = shape.dims().get(at);
    long from = Math.max(0, Math.min(size, begin < 0 ? begin + size : begin));
    long to = Math.max(0, Math.min(size, end < 0 ? end + size : end));
    if (from == 0 && to == size) {
      return signal;
    }
    if (from >= to) {
      throw node.unsupported("it takes no number at all of a batch of shape %s", shape);
    }
    Block source = blocks.shaped(node, signal);
    int place = Sample.of(node, signal).axis(node, axis, shape);
    LayerChoice choice = new LayerChoice.Slice((int) from, (int) to, place);
    Block block = blocks.layer(node, choice, List.of(source));
    return blocks.signal(node, block, with(shape, at, to - from));
  }

  /** One place along an axis, which a single index takes away. */
  Signal pick(Node node, Signal signal, Constant indices) throws OnnxException {
    Shape shape = signal.shape();
    int axis = at(node, shape, node.integer("axis", 0));
    if (!indices.isSingle()) {
      throw node.unsupported(
          "it picks %d places of what comes from the input; supported are one place, Slice, and"
              + " rows of a constant table",
          indices.count());
    }
    long size = shape.dims().get(axis);
    long index = (long) indices.at(0);
    long from = index < 0 ? index + size : index;
    if (from < 0 || from >= size) {
      throw node.damaged("place %d of %d", index, size);
    }
    Signal part = slice(node, signal, axis, from, from + 1);
    List<Long> dims = new ArrayList<>(part.shape().dims());
    if (indices.dims().length == 0) {
      dims.remove(axis);
    }
    return part.shaped(new Shape(dims));
  }

  /** Rows of a constant table, by indices that come from the input. */
  Signal embedding(Node node, Constant table, Signal indices) throws OnnxException {
    if (!table.isMatrix() || node.integer("axis", 0) != 0 || table.kind().isInteger()) {
      throw node.unsupported(
          "it looks up in a constant of shape %s along axis %d; supported are rows of a matrix",
          table.shape(), node.integer("axis", 0));
    }
    Block source = blocks.shaped(node, indices);
    if (!isOfInput(source)) {
      throw node.unsupported(
          "it looks up by numbers that are computed; supported are those of the input");
    }
    int units = table.dims()[1];
    LayerChoice choice = new LayerChoice.Embedding(table.dims()[0], units, Initializer.AUTO);
    Block rows =
        blocks
            .layer(node, choice, List.of(source), table.values())
            .named(Names.ofWeights(node.input(0)));
    Shape shape = indices.shape().with(units);
    return Signal.of(blocks.signal(node, rows, shape).layer(), shape, rows.numbers());
  }

  /** Whether a block gives numbers of the input as they are. */
  private static boolean isOfInput(Block block) {
    boolean moves =
        block.operation() instanceof Operation.Layer layer
            && (layer.choice() instanceof LayerChoice.Slice
                || layer.choice() instanceof LayerChoice.Concat
                || layer.choice() instanceof LayerChoice.Flatten);
    return block.operation() instanceof Operation.Input
        || moves && block.sources().stream().allMatch(ArrangeNodes::isOfInput);
  }

  Signal transposed(Node node, Signal signal, List<Long> perm) throws OnnxException {
    Shape shape = signal.shape();
    int rank = shape.rank();
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < rank; i++) {
      order.add(perm.isEmpty() ? rank - 1 - i : at(node, shape, perm.get(i)));
    }
    if (order.stream().distinct().count() != rank || !perm.isEmpty() && perm.size() != rank) {
      throw node.damaged("perm = %s of a tensor of shape %s", perm, shape);
    }
    Shape result = new Shape(order.stream().map(axis -> shape.dims().get(axis)).toList());
    List<Integer> moved = order.stream().filter(axis -> shape.dims().get(axis) != 1).toList();
    if (moved.equals(moved.stream().sorted().toList())) {
      return signal.shaped(result);
    }
    Block source = blocks.shaped(node, signal);
    Signal turned = signal.shaped(result);
    Sample sample = Sample.of(node, turned);
    List<Integer> own =
        moved.stream().filter(a -> a >= Sample.of(signal).orElseThrow().first()).toList();
    boolean staysBatch =
        moved.size() == own.size()
            || moved.indexOf(moved.stream().min(Integer::compare).orElseThrow()) == 0;
    if (!staysBatch || own.size() != 2 || sample.shape().sizes().size() != 2) {
      throw node.unsupported(
          "a batch of shape %s becomes %s with its numbers in another order; supported are rows and"
              + " columns of a sample in each other's place",
          shape, result);
    }
    Block block = blocks.layer(node, new LayerChoice.Transpose(), List.of(source));
    return blocks.signal(node, block, result);
  }

  static int at(Node node, Shape shape, long axis) throws OnnxException {
    long at = axis < 0 ? axis + shape.rank() : axis;
    if (at < 0 || at >= shape.rank()) {
      throw node.damaged("axis %d of a tensor of shape %s", axis, shape);
    }
    return (int) at;
  }

  private static Shape with(Shape shape, int axis, long size) {
    Long[] dims = shape.dims().toArray(Long[]::new);
    dims[axis] = size;
    return new Shape(Arrays.asList(dims));
  }
}

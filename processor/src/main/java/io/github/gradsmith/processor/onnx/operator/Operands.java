package io.github.gradsmith.processor.onnx.operator;

import io.github.gradsmith.processor.onnx.proto.Node;
import io.github.gradsmith.processor.onnx.proto.OnnxException;
import io.github.gradsmith.processor.onnx.value.Constant;
import io.github.gradsmith.processor.onnx.value.Shape;
import io.github.gradsmith.processor.onnx.value.TensorNames;
import io.github.gradsmith.processor.onnx.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a node's inputs stand for. */
public final class Operands {
  private final TensorNames names;

  public Operands(TensorNames names) {
    this.names = names;
  }

  public Value required(Node node, int i) throws OnnxException {
    return optional(node, i).orElseThrow(() -> node.damaged("operand %d is missing", i + 1));
  }

  public Optional<Value> optional(Node node, int i) throws OnnxException {
    if (!node.hasInput(i)) {
      return Optional.empty();
    }
    Value value = names.get(node.input(i));
    if (value == null) {
      throw node.damaged("it takes \"%s\", which nothing before it gives", node.input(i));
    }
    return Optional.of(value);
  }

  /** The value, or null if it is not there yet. */
  Value known(Node node, int i) throws OnnxException {
    return node.hasInput(i) ? names.get(node.input(i)) : null;
  }

  Value[] all(Node node) throws OnnxException {
    List<Value> operands = new ArrayList<>();
    for (int i = 0; i < node.inputs(); i++) {
      operands.add(required(node, i));
    }
    return operands.toArray(Value[]::new);
  }

  /** Whether all that are there are constants. */
  boolean areConstant(Node node) throws OnnxException {
    for (int i = 0; i < node.inputs(); i++) {
      if (node.hasInput(i) && !(names.get(node.input(i)) instanceof Constant)) {
        return false;
      }
    }
    return true;
  }

  /** Axes are an attribute up to operator set 12, then an operand. */
  public List<Long> axes(Node node) throws OnnxException {
    Optional<Value> operand = optional(node, 1);
    if (operand.isEmpty()) {
      return node.integers("axes");
    }
    if (operand.get() instanceof Constant axes) {
      Shape.requireRank(node, axes.count());
      return Arrays.stream(axes.values()).mapToObj(axis -> (long) axis).toList();
    }
    throw node.unsupported("axes that are computed; supported are constant ones");
  }
}

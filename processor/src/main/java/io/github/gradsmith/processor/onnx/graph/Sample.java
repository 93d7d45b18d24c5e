package io.github.gradsmith.processor.onnx.graph;

import io.github.gradsmith.processor.onnx.proto.Node;
import io.github.gradsmith.processor.onnx.proto.OnnxException;
import io.github.gradsmith.processor.onnx.value.Shape;
import io.github.gradsmith.processor.onnx.value.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where in a tensor one sample lies.
 *
 * @param first the first of its dimensions; those before count samples
 * @param dims its sizes as the model has them, dimensions of 1 included
 */
record Sample(int first, List<Integer> dims) {
  Sample {
    dims = List.copyOf(dims);
  }

  static Sample of(Node node, Signal signal) throws OnnxException {
    return of(signal).orElseThrow(() -> mixed(node, signal));
  }

  /** Nothing if no leading dimensions tell samples apart. */
  static Optional<Sample> of(Signal signal) {
    List<Long> dims = signal.shape().dims();
    long samples = signal.shape().count() / signal.width();
    int first = 0;
    if (samples == 1) {
      boolean isRow = dims.stream().filter(dim -> dim != 1).count() <= 1;
      if (dims.size() > 1 && dims.get(0) == 1) {
        first = 1;
      } else if (!isRow) {
        return Optional.empty();
      }
    } else {
      if (dims.isEmpty() || dims.get(0) != samples) {
        return Optional.empty();
      }
      first = 1;
    }
    List<Integer> own =
        dims.subList(first, dims.size()).stream().map(dim -> (int) (long) dim).toList();
    return Optional.of(new Sample(first, own));
  }

  static OnnxException mixed(Node node, Signal signal) {
    return node.unsupported(
        "a batch of shape %s has no leading dimension that tells samples of %d numbers apart,"
            + " which mixes samples; supported is [batch, …]",
        signal.shape(), signal.width());
  }

  /** Its sizes without those of 1; a single one if there is no other. */
  io.github.gradsmith.processor.model.Shape shape() {
    List<Integer> sizes = dims.stream().filter(dim -> dim != 1).toList();
    return new io.github.gradsmith.processor.model.Shape(sizes.isEmpty() ? List.of(1) : sizes);
  }

  /** The last size as the model has it. */
  int last() {
    return dims.isEmpty() ? 1 : dims.get(dims.size() - 1);
  }

  /** The axis of {@link #shape} that an axis of the tensor is. */
  int axis(Node node, long axis, Shape tensor) throws OnnxException {
    long at = axis < 0 ? axis + tensor.rank() : axis;
    if (at < 0 || at >= tensor.rank()) {
      throw node.damaged("axis %d of a tensor of shape %s", axis, tensor);
    }
    int own = (int) at - first;
    if (own < 0) {
      throw node.unsupported(
          "along axis %d of a batch of shape %s, which mixes samples; supported are the axes of a"
              + " sample",
          axis, tensor);
    }
    int place = (int) dims.subList(0, own).stream().filter(dim -> dim != 1).count();
    boolean isSingle = shape().numbers() == 1;
    if (dims.get(own) == 1 && !isSingle) {
      throw node.unsupported(
          "along axis %d of size 1 of a batch of shape %s; supported are axes with more numbers",
          axis, tensor);
    }
    return isSingle ? 0 : place;
  }

  /** For each number of a sample, in order, the element of a constant that meets it. */
  int[] meets(Node node, int[] constant, Shape tensor) throws OnnxException {
    int before = tensor.rank() - constant.length;
    if (before < 0) {
      throw node.unsupported("an operand of shape %s meets %s", Shape.of(constant), tensor);
    }
    int numbers = Math.toIntExact(shape().numbers());
    int[] places = new int[numbers];
    int stride = 1;
    List<int[]> steps = new ArrayList<>();
    for (int i = constant.length - 1; i >= 0; i--) {
      int at = before + i - first;
      boolean fits = constant[i] == 1 || at >= 0 && dims.get(at) == constant[i];
      if (!fits) {
        throw node.unsupported(
            "an operand of shape %s meets a batch of shape %s, each number of which then meets"
                + " several or another one in each sample; supported is one number, or one for"
                + " each of a sample's",
            Shape.of(constant), tensor);
      }
      steps.add(new int[] {at, constant[i] == 1 ? 0 : stride});
      stride *= constant[i];
    }
    for (int n = 0; n < numbers; n++) {
      int rest = n;
      for (int[] step : steps) {
        if (step[0] >= 0) {
          places[n] += rest % dims.get(step[0]) * step[1];
          rest /= dims.get(step[0]);
        }
      }
    }
    return places;
  }
}

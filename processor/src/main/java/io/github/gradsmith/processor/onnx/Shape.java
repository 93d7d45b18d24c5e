package io.github.gradsmith.processor.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The dimensions of a tensor, the batch first.
 *
 * @param dims their sizes; {@link #UNKNOWN} for what the model leaves open
 */
record Shape(List<Long> dims) {
  static final long UNKNOWN = -1;

  Shape {
    dims = List.copyOf(dims);
  }

  static Shape of(int[] sizes) {
    return new Shape(Arrays.stream(sizes).asLongStream().boxed().toList());
  }

  /** All of them, where none is left open. */
  int[] sizes() {
    return dims.stream().mapToInt(Long::intValue).toArray();
  }

  int rank() {
    return dims.size();
  }

  /** Whether an axis, counted from the end if it is negative, is the last one. */
  boolean isLast(long axis) {
    return axis == -1 || axis == rank() - 1L;
  }

  /** Whether a sample is one row of that many numbers. */
  boolean isRow(long width) {
    if (dims.isEmpty()) {
      return false;
    }
    long last = dims.get(rank() - 1);
    return (last == width || last == UNKNOWN)
        && dims.stream().limit(rank() - 1L).skip(1).allMatch(dim -> dim == 1);
  }

  /** With another last dimension. */
  Shape withLast(long width) {
    List<Long> changed = new ArrayList<>(dims);
    changed.set(rank() - 1, width);
    return new Shape(changed);
  }

  /** Those before an axis multiplied, and the others. */
  Shape flattened(Node node) throws OnnxException {
    long axis = node.integer("axis", 1);
    int before = (int) (axis < 0 ? axis + rank() : axis);
    if (before < 0 || before > rank()) {
      throw node.damaged("axis %d of a tensor of shape %s", axis, this);
    }
    return new Shape(
        List.of(product(dims.subList(0, before)), product(dims.subList(before, rank()))));
  }

  /** As Reshape's second operand asks: 0 keeps a dimension, −1 takes what is left. */
  Shape reshaped(Node node, Constant target) throws OnnxException {
    boolean keeps = node.integer("allowzero", 0) == 0;
    List<Long> result = new ArrayList<>();
    int open = -1;
    for (int i = 0; i < target.values().length; i++) {
      long dim = (long) target.values()[i];
      if (dim < -1 || dim == -1 && open >= 0 || dim == 0 && keeps && i >= rank()) {
        throw node.damaged("shape %s", Arrays.toString(target.values()));
      }
      open = dim == -1 ? i : open;
      result.add(dim == 0 && keeps ? dims.get(i) : dim);
    }
    if (open >= 0) {
      result.set(open, remainder(node, result, open));
    }
    Shape shape = new Shape(result);
    boolean differ = known(dims) != known(result);
    if (differ && unknown() == 0 && shape.unknown() == 0) {
      throw node.damaged("a tensor of shape %s cannot have the shape %s", this, shape);
    }
    if (differ && unknown() == 1 && shape.unknown() == 1) {
      throw node.unsupported(
          "a batch of shape %s becomes %s, which mixes samples; supported is [batch, %d]",
          this, shape, known(dims));
    }
    return shape;
  }

  private long remainder(Node node, List<Long> result, int open) throws OnnxException {
    List<Long> others = new ArrayList<>(result);
    others.remove(open);
    long unknownOthers = new Shape(others).unknown();
    if (unknown() != unknownOthers) {
      return UNKNOWN;
    }
    long taken = known(others);
    if (taken == 0 || known(dims) % taken != 0) {
      throw node.damaged("a tensor of shape %s cannot have the shape %s", this, result);
    }
    return known(dims) / taken;
  }

  /** Without dimensions of 1, all of them or the given ones. */
  Shape squeezed(Node node, List<Long> axes) throws OnnxException {
    List<Long> result = new ArrayList<>();
    for (int i = 0; i < rank(); i++) {
      boolean named = axes.contains((long) i) || axes.contains((long) i - rank());
      if (named && dims.get(i) != 1 || axes.isEmpty() && dims.get(i) == UNKNOWN) {
        throw node.unsupported(
            "it drops dimension %d of a tensor of shape %s; only those of 1 can be dropped",
            i, this);
      }
      if (!named && !(axes.isEmpty() && dims.get(i) == 1)) {
        result.add(dims.get(i));
      }
    }
    return new Shape(result);
  }

  /** With dimensions of 1 at the given places of the result. */
  Shape unsqueezed(Node node, List<Long> axes) throws OnnxException {
    int rank = rank() + axes.size();
    List<Long> result = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < rank; i++) {
      boolean added = axes.contains((long) i) || axes.contains((long) i - rank);
      if (!added && next == rank()) {
        throw node.damaged("axes %s of a tensor of shape %s", axes, this);
      }
      result.add(added ? 1L : dims.get(next++));
    }
    return new Shape(result);
  }

  private long unknown() {
    return dims.stream().filter(dim -> dim == UNKNOWN).count();
  }

  private static long known(List<Long> dims) {
    return dims.stream().filter(dim -> dim != UNKNOWN).reduce(1L, Shape::times);
  }

  /** The product of two sizes, or the largest number instead of one beyond it. */
  private static long times(long a, long b) {
    long product = a * b;
    return Math.multiplyHigh(a, b) != 0 || product < 0 ? Long.MAX_VALUE : product;
  }

  private static long product(List<Long> dims) {
    return dims.contains(UNKNOWN) ? UNKNOWN : known(dims);
  }

  @Override
  public String toString() {
    return dims.stream()
        .map(dim -> dim == UNKNOWN ? "?" : dim.toString())
        .collect(Collectors.joining(", ", "[", "]"));
  }
}

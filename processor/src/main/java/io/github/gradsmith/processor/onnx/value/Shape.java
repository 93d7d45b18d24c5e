package io.github.gradsmith.processor.onnx.value;

import io.github.gradsmith.processor.onnx.proto.Node;
import io.github.gradsmith.processor.onnx.proto.OnnxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The dimensions of a tensor. Whatever shape a batch has on its way, its numbers stay in one order,
 * sample by sample, for only such changes are taken.
 *
 * @param dims their sizes; a batch that the model leaves open has {@link #FREE} samples
 */
public record Shape(List<Long> dims) {
  /**
   * The samples of an open batch. As a prime beyond all other sizes it stays apart from them
   * wherever a model computes with sizes.
   */
  public static final long FREE = Integer.MAX_VALUE;

  private static final int MOST_DIMS = 16;

  public Shape {
    dims = List.copyOf(dims);
  }

  public static Shape of(int[] sizes) {
    return new Shape(Arrays.stream(sizes).asLongStream().boxed().toList());
  }

  /** The same sizes as those of a constant. */
  int[] sizes() {
    return dims.stream().mapToInt(Math::toIntExact).toArray();
  }

  public int rank() {
    return dims.size();
  }

  /** The last size; 1 if there is none. */
  public long last() {
    return dims.isEmpty() ? 1 : dims.get(rank() - 1);
  }

  /** How many numbers there are, or the largest number instead of one beyond it. */
  public long count() {
    return product(dims);
  }

  /** How many samples there are, of that many numbers each. */
  long samples(long width) {
    return count() / width;
  }

  /** Whether the sizes before the last tell samples apart, each a row of that many numbers. */
  public boolean hasRowsOf(long width) {
    return !dims.isEmpty() && last() == width;
  }

  /** Whether samples of that many numbers are told apart by the first dimension that is not 1. */
  public boolean keepsSamples(long width) {
    long samples = samples(width);
    if (samples == 1) {
      return rank() <= 1 || dims.get(0) == 1;
    }
    return withoutLeadingOnes().dims.get(0) == samples;
  }

  /**
   * Whether a sample of that many numbers lies along an axis, which counts from the end below 0.
   */
  public boolean isSampleAlong(long axis, long width) {
    long at = axis < 0 ? axis + rank() : axis;
    return at >= 0
        && at < rank()
        && dims.get((int) at) == width
        && product(dims.subList((int) at + 1, rank())) == 1;
  }

  /** Whether a sample of that many numbers lies in all dimensions from an axis on. */
  public boolean isSampleFrom(long axis, long width) {
    long at = axis < 0 ? axis + rank() : axis;
    return at >= 0 && at <= rank() && product(dims.subList((int) at, rank())) == width;
  }

  /** Whether these are the last sizes of another shape, which has as many or more. */
  boolean isTailOf(Shape other) {
    return rank() <= other.rank() && equals(other.tail(rank()));
  }

  /** The last sizes, of a shape that has as many. */
  public Shape tail(int rank) {
    return new Shape(dims.subList(rank() - rank, rank()));
  }

  public Shape withoutLeadingOnes() {
    int ones = 0;
    while (ones < rank() && dims.get(ones) == 1) {
      ones++;
    }
    return new Shape(dims.subList(ones, rank()));
  }

  /** With dimensions of 1 in front, up to a rank. */
  public Shape ofRank(int rank) {
    List<Long> result = new ArrayList<>(Collections.nCopies(Math.max(0, rank - rank()), 1L));
    result.addAll(dims);
    return new Shape(result);
  }

  /** With another last dimension. */
  public Shape withLast(long width) {
    return withoutLast().with(width);
  }

  public Shape withoutLast() {
    return new Shape(dims.subList(0, rank() - 1));
  }

  /** With one more dimension at the end. */
  public Shape with(long size) {
    List<Long> result = new ArrayList<>(dims);
    result.add(size);
    return new Shape(result);
  }

  /** Those before an axis multiplied, and the others. */
  public Shape flattened(Node node) throws OnnxException {
    long axis = node.integer("axis", 1);
    long before = axis < 0 ? axis + rank() : axis;
    if (before < 0 || before > rank()) {
      throw node.damaged("axis %d of a tensor of shape %s", axis, this);
    }
    int at = (int) before;
    return new Shape(List.of(product(dims.subList(0, at)), product(dims.subList(at, rank()))));
  }

  /** As Reshape's second operand asks: 0 keeps a dimension, −1 takes what is left. */
  public Shape reshaped(Node node, Constant target) throws OnnxException {
    boolean keeps = node.integer("allowzero", 0) == 0;
    requireRank(node, target.count());
    List<Long> result = new ArrayList<>();
    int open = -1;
    for (int i = 0; i < target.count(); i++) {
      long dim = (long) target.at(i);
      if (dim < -1 || dim == -1 && open >= 0 || dim == 0 && keeps && i >= rank()) {
        throw node.damaged("shape %s", Arrays.toString(target.values()));
      }
      open = dim == -1 ? i : open;
      result.add(dim == 0 && keeps ? dims.get(i) : dim);
    }
    if (open >= 0) {
      long taken = -product(result);
      if (taken == 0 || count() % taken != 0) {
        throw misfit(node, new Shape(result), "mixes samples");
      }
      result.set(open, count() / taken);
    }
    Shape shape = new Shape(result);
    if (shape.count() != count()) {
      throw misfit(node, shape, "fixes how many samples there are");
    }
    return shape;
  }

  /** A batch that is left open may have the shape for some numbers of samples, others never. */
  private OnnxException misfit(Node node, Shape result, String effect) {
    boolean isOpen = count() % FREE == 0 && result.dims.stream().noneMatch(d -> d % FREE == 0);
    return isOpen && count() > 0
        ? node.unsupported(
            "a batch of shape %s becomes %s, which %s; supported is to keep samples apart, as [%s, …]",
            this, result, effect, text(dims.get(0)))
        : node.damaged("a tensor of shape %s cannot have the shape %s", this, result);
  }

  /** Without dimensions of 1, all of them or the given ones. */
  public Shape squeezed(Node node, List<Long> axes) throws OnnxException {
    Set<Integer> dropped = places(node, axes, rank());
    List<Long> result = new ArrayList<>();
    for (int i = 0; i < rank(); i++) {
      boolean named = dropped.contains(i);
      if (axes.isEmpty() && dims.get(i) == FREE) {
        throw node.unsupported(
            "without axes it drops dimension %d of a tensor of shape %s, too, as soon as a batch has"
                + " one sample; name the axes to drop",
            i, this);
      }
      if (named && dims.get(i) != 1) {
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
  public Shape unsqueezed(Node node, List<Long> axes) throws OnnxException {
    int rank = rank() + axes.size();
    requireRank(node, rank);
    Set<Integer> added = places(node, axes, rank);
    List<Long> result = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < rank; i++) {
      result.add(added.contains(i) ? 1L : dims.get(next++));
    }
    return new Shape(result);
  }

  /** Axes, each named once, counted from the start. */
  private Set<Integer> places(Node node, List<Long> axes, int rank) throws OnnxException {
    requireRank(node, axes.size());
    Set<Integer> places = new TreeSet<>();
    for (long axis : axes) {
      long place = axis < 0 ? axis + rank : axis;
      if (place < 0 || place >= rank || !places.add((int) place)) {
        throw node.damaged("axes %s of a tensor of shape %s", axes, this);
      }
    }
    return places;
  }

  /**
   * Dimensions in another order; all of them backwards without one.
   *
   * @param width how many numbers a sample has
   */
  public Shape transposed(Node node, List<Long> order, long width) throws OnnxException {
    List<Long> result = new ArrayList<>();
    List<Integer> moved = new ArrayList<>();
    if (!order.isEmpty()
        && (order.size() != rank() || places(node, order, rank()).size() < rank())) {
      throw node.damaged("perm = %s of a tensor of shape %s", order, this);
    }
    for (int i = 0; i < rank(); i++) {
      int from = order.isEmpty() ? rank() - 1 - i : Math.floorMod(order.get(i), rank());
      result.add(dims.get(from));
      if (dims.get(from) != 1) {
        moved.add(from);
      }
    }
    Shape shape = new Shape(result);
    List<Integer> sorted = moved.stream().sorted().toList();
    if (!moved.equals(sorted)) {
      boolean neurons = samples(width) == 1 || moved.get(0).equals(sorted.get(0));
      throw node.unsupported(
          "a batch of shape %s becomes %s with its numbers in another order, which mixes %s;"
              + " supported are transpositions that move dimensions of 1",
          this, shape, neurons ? "neurons" : "samples");
    }
    return shape;
  }

  public static void requireRank(Node node, int rank) throws OnnxException {
    if (rank > MOST_DIMS) {
      throw node.unsupported("%d dimensions; supported are up to %d", rank, MOST_DIMS);
    }
  }

  /** Whether a tensor may have that many dimensions. */
  public static boolean isRank(int dims) {
    return dims <= MOST_DIMS;
  }

  private static long product(List<Long> dims) {
    return dims.stream().reduce(1L, Shape::times);
  }

  private static long times(long a, long b) {
    long product = a * b;
    boolean beyond = Math.multiplyHigh(a, b) != product >> 63;
    return beyond ? Long.MAX_VALUE : product;
  }

  private static String text(long dim) {
    if (dim <= 0 || dim % FREE != 0) {
      return Long.toString(dim);
    }
    return dim == FREE ? "?" : dim / FREE + " × ?";
  }

  @Override
  public String toString() {
    return dims.stream().map(Shape::text).collect(Collectors.joining(", ", "[", "]"));
  }
}

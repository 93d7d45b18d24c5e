package io.github.gradsmith.processor.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** A random model of layers with reshaping between and around them, and the same for an oracle. */
final class RandomChain {
  /** What a node does to numbers that know where they come from. */
  private interface Step {
    TaggedTensor apply(TaggedTensor before)
        throws TaggedTensor.InvalidException, TaggedTensor.MixedException;
  }

  /** An open batch while generating; no product of other sizes has it. */
  private static final int OPEN = 7;

  private final Random random;
  private final boolean isOpen;
  private final int samples;
  private final List<Integer> dims = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();
  private final int opset;
  private final Model model;
  private TaggedTensor now;
  private String last = "x";
  private int names;
  private boolean isPlain;

  RandomChain(long seed) {
    random = new Random(seed);
    isOpen = random.nextInt(3) > 0;
    samples = isOpen ? OPEN : 1 + random.nextInt(3);
    dims.add(samples);
    int rank = 2 + random.nextInt(3);
    while (dims.size() < rank) {
      dims.add(1 + random.nextInt(3));
    }
    opset = List.of(9, 11, 13, 15, 17, 18, 21).get(random.nextInt(7));
    int[] declared = dims.stream().mapToInt(dim -> dim).toArray();
    declared[0] = isOpen ? -1 : samples;
    model = Model.ofInput(declared).opset(opset);
    now = TaggedTensor.batch(List.copyOf(dims), samples);
    fill();
  }

  Model model() {
    return model;
  }

  boolean isOpen() {
    return isOpen;
  }

  /** The shape of an input of that many samples. */
  int[] input(int count) {
    int[] shape = dims.stream().mapToInt(dim -> dim).toArray();
    shape[0] = count;
    return shape;
  }

  /** The numbers of samples to be tried. */
  int[] counts() {
    return isOpen ? new int[] {1, 2, 3, 4, 5} : new int[] {samples};
  }

  private void fill() {
    int layers = 1 + random.nextInt(3);
    for (int layer = 0; layer < layers; layer++) {
      reshapings();
      if (random.nextBoolean() && now.tags().length % samples == 0) {
        rows();
      }
      if (!layer()) {
        break;
      }
      isPlain = random.nextInt(3) > 0;
      if (!isPlain) {
        node("Relu");
      }
    }
    reshapings();
    if (random.nextInt(6) == 0 && opset >= 13 && isPlain && !now.dims().isEmpty()) {
      node("Softmax").with("axis", -1);
      step(
          tensor -> {
            tensor.requireRows();
            return tensor;
          });
    }
    ValueInfoProto.Builder output = ValueInfoProto.newBuilder().setName(last);
    output.setType(
        TypeProto.newBuilder()
            .setTensorType(TypeProto.Tensor.newBuilder().setElemType(DataType.FLOAT_VALUE)));
    model.graph().addOutput(output);
    steps.add(
        tensor -> {
          tensor.requireSamplesApart();
          return tensor;
        });
  }

  private void reshapings() {
    int count = Math.max(0, random.nextInt(4) - 1);
    for (int i = 0; i < count; i++) {
      switch (random.nextInt(7)) {
        case 0 -> flatten();
        case 1, 2 -> reshape();
        case 3 -> squeeze();
        case 4 -> unsqueeze();
        case 5 -> transpose();
        default -> computed();
      }
    }
  }

  private Model node(String operator, String... more) {
    String[] inputs = new String[more.length + 1];
    inputs[0] = last;
    System.arraycopy(more, 0, inputs, 1, more.length);
    model.node(operator, inputs);
    last = model.last();
    return model;
  }

  /** Remembers a step; what does not fit while generating stays as it was, and fails later. */
  private void step(Step step) {
    steps.add(step);
    try {
      now = step.apply(now);
    } catch (TaggedTensor.InvalidException e) {
      throw new AssertionError(e);
    } catch (TaggedTensor.MixedException e) {
      // A sample more or less: only the shape counts from here on.
    }
  }

  private String name() {
    return "c" + ++names;
  }

  private boolean layer() {
    int inputs = now.last();
    if (now.dims().isEmpty() || inputs % OPEN == 0 && isOpen || inputs > 64) {
      return false;
    }
    int outputs = 1 + random.nextInt(4);
    boolean isGemm = now.dims().size() == 2 && random.nextBoolean();
    boolean turned = isGemm && random.nextBoolean();
    double[] values = random.doubles((long) inputs * outputs, -1, 1).toArray();
    String weights = name();
    model.tensor(
        weights, turned ? new int[] {outputs, inputs} : new int[] {inputs, outputs}, values);
    List<Integer> shape = new ArrayList<>(now.dims());
    shape.set(shape.size() - 1, outputs);
    if (isGemm) {
      node("Gemm", weights, biases(outputs)).with("transB", turned ? 1 : 0);
    } else {
      node("MatMul", weights);
      if (random.nextBoolean()) {
        node(random.nextBoolean() ? "Add" : "Sub", biases(outputs));
      }
    }
    steps.add(tensor -> tensor.layer(outputs));
    now = TaggedTensor.batch(shape, samples);
    return true;
  }

  private String biases(int outputs) {
    String biases = name();
    model.tensor(biases, new int[] {outputs}, random.doubles(outputs, -1, 1).toArray());
    return biases;
  }

  /** Back to one row for each sample, if the numbers are in their order. */
  private void rows() {
    int width = now.width();
    shaped("Reshape", -1, width);
    step(tensor -> tensor.reshaped(-1, width));
  }

  private void flatten() {
    int axis = random.nextInt(now.dims().size() + 1);
    boolean fromEnd = opset >= 11 && axis < now.dims().size() && random.nextBoolean();
    node("Flatten").with("axis", fromEnd ? axis - now.dims().size() : axis);
    step(
        tensor -> {
          int before = tensor.dims().subList(0, axis).stream().reduce(1, (a, b) -> a * b);
          return tensor.reshaped(before, tensor.tags().length / before);
        });
  }

  private void reshape() {
    List<Integer> target = new ArrayList<>();
    int rest = now.tags().length;
    while (rest > 1 && target.size() < 3) {
      int of = rest;
      List<Integer> divisors =
          IntStream.rangeClosed(1, rest).filter(d -> of % d == 0).boxed().toList();
      int taken = divisors.get(random.nextInt(divisors.size()));
      target.add(taken);
      rest /= taken;
    }
    target.add(rest);
    if (random.nextInt(3) == 0) {
      target.add(random.nextInt(target.size() + 1), 1);
    }
    for (int i = 0; i < target.size(); i++) {
      boolean same = i < now.dims().size() && now.dims().get(i).equals(target.get(i));
      if (same && random.nextInt(3) == 0) {
        target.set(i, 0);
      }
    }
    int open = random.nextInt(target.size());
    for (int i = 0; i < target.size() && isOpen && random.nextInt(20) > 0; i++) {
      open = target.get(i) % OPEN == 0 && target.get(i) > 0 ? i : open;
    }
    if (isOpen || random.nextBoolean()) {
      target.set(open, -1);
    }
    shaped("Reshape", target.stream().mapToLong(dim -> dim).toArray());
    int[] constant = target.stream().mapToInt(dim -> dim).toArray();
    step(tensor -> tensor.reshaped(constant));
  }

  private void shaped(String operator, long... numbers) {
    String name = name();
    model.integers(name, numbers);
    node(operator, name);
  }

  /** Axes as an operand or, up to operator set 12, as an attribute. */
  private void axes(String operator, int... axes) {
    if (opset < 13) {
      node(operator).with("axes", axes);
    } else {
      shaped(operator, IntStream.of(axes).asLongStream().toArray());
    }
  }

  private void squeeze() {
    List<Integer> ones =
        IntStream.range(0, now.dims().size()).filter(i -> now.dims().get(i) == 1).boxed().toList();
    if (random.nextInt(5) == 0) {
      node("Squeeze");
      step(
          tensor ->
              tensor.reshaped(
                  tensor.dims().stream().mapToInt(d -> d).filter(d -> d != 1).toArray()));
    } else if (!ones.isEmpty()) {
      int axis = ones.get(random.nextInt(ones.size()));
      boolean fromEnd = opset >= 11 && random.nextBoolean();
      axes("Squeeze", fromEnd ? axis - now.dims().size() : axis);
      step(
          tensor -> {
            List<Integer> left = new ArrayList<>(tensor.dims());
            if (left.remove(axis) != 1) {
              throw new TaggedTensor.InvalidException();
            }
            return tensor.reshaped(left.stream().mapToInt(d -> d).toArray());
          });
    }
  }

  private void unsqueeze() {
    int axis = random.nextInt(now.dims().size() + 1);
    boolean fromEnd = opset >= 11 && random.nextBoolean();
    axes("Unsqueeze", fromEnd ? axis - now.dims().size() - 1 : axis);
    step(
        tensor -> {
          List<Integer> more = new ArrayList<>(tensor.dims());
          more.add(axis, 1);
          return tensor.reshaped(more.stream().mapToInt(d -> d).toArray());
        });
  }

  private void transpose() {
    List<Integer> order = new ArrayList<>(IntStream.range(0, now.dims().size()).boxed().toList());
    Collections.shuffle(order, random);
    int[] axes = order.stream().mapToInt(axis -> axis).toArray();
    node("Transpose").with("perm", axes);
    step(tensor -> tensor.transposed(axes));
  }

  /** Shapes as exporters compute them. */
  private void computed() {
    int rank = now.dims().size();
    if (rank == 0) {
      return;
    }
    String batch = last;
    String rest = name();
    model.integers(rest, -1);
    node("Shape");
    String sizes = last;
    if (rank == 1 || random.nextBoolean()) {
      String first = name();
      model.integers(first, 0);
      node("Gather", first);
      node("Concat", rest).with("axis", 0);
      step(tensor -> tensor.reshaped(tensor.dims().get(0), -1));
    } else {
      String place = name();
      model.integers(place, rank - 1);
      node("Gather", place);
      String lastSize = last;
      String previous = name();
      model.integers(previous, Math.max(0, rank - 2));
      last = sizes;
      node("Gather", previous);
      node("Mul", lastSize);
      String product = last;
      last = rest;
      node("Concat", product).with("axis", 0);
      step(
          tensor ->
              tensor.reshaped(
                  -1, tensor.last() * tensor.dims().get(Math.max(0, tensor.dims().size() - 2))));
    }
    String shape = last;
    last = batch;
    node("Reshape", shape);
  }

  /** What the oracle says of that many samples. */
  Verdict verdict(int count) {
    List<Integer> shape = IntStream.of(input(count)).boxed().toList();
    TaggedTensor tensor = TaggedTensor.batch(shape, count);
    boolean moved = false;
    try {
      for (Step step : steps) {
        tensor = step.apply(tensor);
        moved |= !tensor.isInOrder();
      }
      return moved ? Verdict.MOVED : Verdict.NETWORK;
    } catch (TaggedTensor.InvalidException | IndexOutOfBoundsException e) {
      // Out of bounds where the rank depends on how many samples there are.
      return Verdict.INVALID;
    } catch (TaggedTensor.MixedException e) {
      return moved ? Verdict.MOVED : Verdict.MIXED;
    }
  }

  /** What becomes of samples. */
  enum Verdict {
    /** Each goes through the layers whole and in order. */
    NETWORK,
    /** Numbers were, for a while or for good, in another order. */
    MOVED,
    /** Some layer takes a part of one, or several. */
    MIXED,
    /** The shapes do not fit. */
    INVALID
  }
}

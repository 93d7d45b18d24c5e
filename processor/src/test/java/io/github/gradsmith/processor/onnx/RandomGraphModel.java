package io.github.gradsmith.processor.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A random model that is no chain: values of up to three dimensions that operators read, join, cut
 * and turn. Each depends on its own seed alone.
 */
final class RandomGraphModel {
  private record Tensor(String name, int... dims) {
    int last() {
      return dims[dims.length - 1];
    }
  }

  private final Random random;
  private final List<Tensor> values = new ArrayList<>();
  private final Model model;
  private final int[] input;
  private int constants;

  RandomGraphModel(long seed) {
    random = new Random(seed * 0x9E3779B97F4A7C15L);
    input = random.nextInt(3) == 0 ? new int[] {size(), size()} : new int[] {size()};
    int[] dims = new int[input.length + 1];
    dims[0] = -1;
    System.arraycopy(input, 0, dims, 1, input.length);
    model = Model.ofInput(dims);
    values.add(new Tensor("x", input));
    int count = 2 + random.nextInt(12);
    for (int i = 0; i < count; i++) {
      add(any());
    }
    Tensor last = flat(values.get(values.size() - 1));
    dense(last);
    if (random.nextInt(4) == 0) {
      model.node("Softmax").with("axis", -1);
    } else if (random.nextInt(4) == 0) {
      affine(values.get(values.size() - 1));
    }
  }

  int[] input() {
    return input;
  }

  Model model() {
    return model;
  }

  private int size() {
    return 2 + random.nextInt(5);
  }

  private Tensor any() {
    int recent = Math.max(0, values.size() - 4);
    return values.get(recent + random.nextInt(values.size() - recent));
  }

  private Tensor give(int... dims) {
    Tensor tensor = new Tensor(model.last(), dims);
    values.add(tensor);
    return tensor;
  }

  private String constant(double least, double span, int... dims) {
    String name = "c" + constants++;
    double[] numbers = new double[Arrays.stream(dims).reduce(1, (a, b) -> a * b)];
    Arrays.setAll(numbers, i -> least + span * random.nextDouble());
    model.tensor(name, dims, numbers);
    return name;
  }

  private void add(Tensor x) {
    switch (random.nextInt(13)) {
      case 0, 1, 2 -> dense(x);
      case 3 -> affine(x);
      case 4 -> batchNormalization(x);
      case 5, 6 -> join(x);
      case 7 -> concat(x);
      case 8 -> slice(x);
      case 9 -> transposeOrFlatten(x);
      case 10 -> layerNorm(x);
      case 11 -> split(x);
      default -> function(x);
    }
  }

  private Tensor dense(Tensor x) {
    int units = size();
    if (x.dims().length == 1 && random.nextBoolean()) {
      boolean turned = random.nextBoolean();
      String weights = turned ? constant(-1, 2, units, x.last()) : constant(-1, 2, x.last(), units);
      model.node("Gemm", x.name(), weights, constant(-1, 2, units)).with("transB", turned ? 1 : 0);
    } else {
      model.node("MatMul", x.name(), constant(-1, 2, x.last(), units));
      if (random.nextBoolean()) {
        model.node("Add", "_", constant(-1, 2, units));
      }
    }
    int[] dims = x.dims().clone();
    dims[dims.length - 1] = units;
    Tensor sums = give(dims);
    return random.nextBoolean() ? function(sums) : sums;
  }

  private Tensor function(Tensor x) {
    String operator = List.of("Relu", "Tanh", "Sigmoid", "Softplus").get(random.nextInt(4));
    model.node(operator, x.name());
    return give(x.dims());
  }

  /** A row that follows a dense layer, or precedes one. */
  private void affine(Tensor x) {
    Tensor sums = random.nextInt(3) == 0 ? x : dense(x);
    String operator = List.of("Add", "Sub", "Mul", "Div").get(random.nextInt(4));
    int[] dims = random.nextInt(3) == 0 ? new int[0] : new int[] {sums.last()};
    model.node(operator, sums.name(), constant(0.5, 1, dims));
    give(sums.dims());
  }

  /** One number for each of a sample in two dimensions, or for each of its rows. */
  private void affineBeforeFlatten(Tensor x) {
    int rows = x.dims()[0];
    int columns = random.nextBoolean() ? 1 : x.last();
    String operator = List.of("Add", "Mul", "Div").get(random.nextInt(3));
    model.node(operator, x.name(), constant(0.5, 1, rows, columns));
    model.node("Flatten");
    dense(give(rows * x.last()));
  }

  private void batchNormalization(Tensor x) {
    Tensor sums = x.dims().length == 1 ? dense(x) : dense(flat(x));
    int n = sums.last();
    model
        .node(
            "BatchNormalization",
            sums.name(),
            constant(0.5, 1, n),
            constant(-1, 2, n),
            constant(-1, 2, n),
            constant(0.5, 1, n))
        .with("epsilon", 1e-3f);
    function(give(n));
  }

  private void join(Tensor x) {
    Tensor y = values.get(random.nextInt(values.size()));
    if (!Arrays.equals(x.dims(), y.dims())) {
      y = random.nextBoolean() ? x : function(x);
    }
    String operator = List.of("Add", "Sub", "Mul").get(random.nextInt(3));
    model.node(operator, x.name(), y.name());
    give(x.dims());
  }

  private void concat(Tensor x) {
    int axis = random.nextInt(x.dims().length);
    Tensor other = random.nextBoolean() ? x : function(x);
    model.node("Concat", x.name(), other.name()).with("axis", axis + 1);
    int[] dims = x.dims().clone();
    dims[axis] *= 2;
    if (dims[axis] < 40) {
      give(dims);
    }
  }

  private void slice(Tensor x) {
    int axis = random.nextInt(x.dims().length);
    int begin = random.nextInt(x.dims()[axis]);
    int end = begin + 1 + random.nextInt(x.dims()[axis] - begin);
    int[] dims = x.dims().clone();
    dims[axis] = end - begin;
    if (dims[axis] > 1) {
      String number = "s" + constants++;
      model.integers(number + "b", begin).integers(number + "e", end);
      model.integers(number + "a", axis + 1);
      model.node("Slice", x.name(), number + "b", number + "e", number + "a");
      give(dims);
    }
  }

  private void split(Tensor x) {
    int axis = random.nextInt(x.dims().length);
    int size = x.dims()[axis];
    if (size < 4) {
      return;
    }
    int[] first = x.dims().clone();
    int[] second = x.dims().clone();
    first[axis] = 2 + random.nextInt(size - 3);
    second[axis] = size - first[axis];
    String sizes = "s" + constants++;
    model.integers(sizes, first[axis], second[axis]);
    model.node("Split", x.name(), sizes).with("axis", axis + 1);
    String other = model.last() + "b";
    model.graph().getNodeBuilder(model.graph().getNodeCount() - 1).addOutput(other);
    give(first);
    values.add(new Tensor(other, second));
  }

  private void transposeOrFlatten(Tensor x) {
    if (x.dims().length == 1) {
      function(x);
    } else if (random.nextInt(3) == 0) {
      affineBeforeFlatten(x);
    } else if (random.nextBoolean()) {
      model.node("Transpose", x.name()).with("perm", new int[] {0, 2, 1});
      give(x.dims()[1], x.dims()[0]);
    } else {
      flat(x);
    }
  }

  private Tensor flat(Tensor x) {
    if (x.dims().length == 1) {
      return x;
    }
    model.node("Flatten", x.name());
    return give(x.dims()[0] * x.dims()[1]);
  }

  private void layerNorm(Tensor x) {
    int n = x.last();
    if (random.nextBoolean()) {
      model
          .node("LayerNormalization", x.name(), constant(0.5, 1, n), constant(-1, 2, n))
          .with("epsilon", 0.1f);
    } else {
      model.node("ReduceMean", x.name()).with("axes", new int[] {-1});
      model.node("Sub", x.name(), "_");
      String distance = model.last();
      model.node("Pow", "_", twos()).node("ReduceMean", "_").with("axes", new int[] {-1});
      model.node("Add", "_", constant(0.1, 0)).node("Sqrt", "_").node("Div", distance, "_");
      model.node("Mul", "_", constant(0.5, 1, n)).node("Add", "_", constant(-1, 2, n));
    }
    give(x.dims());
  }

  private String twos() {
    return constant(2, 0);
  }
}

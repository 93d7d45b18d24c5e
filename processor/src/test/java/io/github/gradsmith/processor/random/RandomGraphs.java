package io.github.gradsmith.processor.random;

import io.github.gradsmith.Activation;
import io.github.gradsmith.Initializer;
import io.github.gradsmith.Loss;
import io.github.gradsmith.Simd;
import io.github.gradsmith.processor.model.Precision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Random valid graphs of layers: values that many layers read, sums of many, gates, parts that
 * nobody reads, values that one layer reads twice. Each depends on its own seed alone.
 */
final class RandomGraphs {
  private static final List<Activation> HIDDEN =
      Stream.of(Activation.values())
          .filter(a -> a != Activation.SOFTMAX && a != Activation.LOG_SOFTMAX)
          .toList();

  private static final int MOST_LAYERS = 10;
  private static final int MOST_NUMBERS = 700;

  /** Of so many seeds one ends with a layer of any kind, and one of more is a table alone. */
  private static final int ENDS = 8;

  private static final int TABLES = 64;
  private static final int CHOSEN = 3;

  private final long seed;
  private final Random random;
  private final Widths widths;
  private final RandomFormulas formulas;
  private final List<List<Integer>> shapes = new ArrayList<>();
  private final List<GraphLayer> layers = new ArrayList<>();
  private final Set<Integer> unread = new HashSet<>();
  private final Map<Integer, Integer> categories = new HashMap<>();
  private boolean written;

  private RandomGraphs(long seed) {
    this.seed = seed;
    this.random = new Random(seed * 0xD1B54A32D192ED03L);
    this.widths = new Widths(random);
    this.formulas = new RandomFormulas(random);
  }

  /** Graphs of the seeds from {@code firstSeed} on. */
  static List<NetworkDescription> of(long firstSeed, int count) {
    return LongStream.range(0, count).mapToObj(i -> of(firstSeed + i)).toList();
  }

  /** The graph of one seed. */
  static NetworkDescription of(long seed) {
    return new RandomGraphs(seed).draw();
  }

  private NetworkDescription draw() {
    NetworkSize size = random.nextInt(4) == 0 ? NetworkSize.MIDDLE : NetworkSize.SMALL;
    written = random.nextInt(4) == 0;
    Objective objective = new Objective.Named(Loss.HALF_SQUARED_ERROR);
    if (seed % TABLES == CHOSEN) {
      tableAlone();
    } else {
      addLayers();
      objective = seed % ENDS == CHOSEN ? objective : objective();
      if (seed % ENDS == CHOSEN) {
        addEnding();
      } else {
        addLast(objective);
      }
    }
    LayerGraph graph = new LayerGraph(shapes.get(0), layers, categories);
    List<Integer> sizes = shapes.stream().map(RandomGraphs::product).toList();
    NetworkDescription network =
        new NetworkDescription(
            seed,
            "G" + seed,
            sizes,
            layers.stream().map(GraphLayer::unit).toList(),
            objective,
            new RandomTraining(random).optimizer(),
            random.nextBoolean() ? Precision.FLOAT : Precision.DOUBLE,
            random.nextInt(12) != 0,
            random.nextBoolean() ? Simd.AUTO : Simd.OFF,
            Initializer.AUTO,
            List.of(new Batch(0, 1)),
            new RandomTraining(random).inputs(),
            Optional.of(graph));
    List<Batch> batches = new RandomBatches(random, size).draw(network);
    return network.withData(network.name(), batches, network.inputs());
  }

  private void addLayers() {
    shapes.add(inputShape());
    unread.add(0);
    int count = 1 + random.nextInt(MOST_LAYERS);
    for (int i = 0; i < count; i++) {
      addLayer();
    }
    if (unread.size() > 1 || shapes.get(shapes.size() - 1).size() == 1 || random.nextBoolean()) {
      join();
    }
  }

  /** All that the network reads are indices, and all that it gives are rows of a table. */
  private void tableAlone() {
    int indices = 1 + random.nextInt(4);
    int rows = 1 + random.nextInt(20);
    shapes.add(List.of(indices));
    for (int place = 0; place < indices; place++) {
      categories.put(place, rows);
    }
    add(new EmbeddingReference(indices, rows, 1 + random.nextInt(8)), List.of(0));
  }

  /** A dense layer, and behind it one of another kind. */
  private void addEnding() {
    int from = shapes.size() - 1;
    int most = Math.max(2, Math.min(40, 12_000 / product(shapes.get(from))));
    add(new DenseReference(shapes.get(from), widths.draw(most), true), List.of(from), hidden());
    int last = shapes.size() - 1;
    List<Integer> shape = shapes.get(last);
    switch (random.nextInt(8)) {
      case 0 -> add(new NormReference(shape, 1e-5), List.of(last));
      case 1 -> add(new SameReference(shape, "@Dropout", "0"), List.of(last));
      case 2 -> add(new MergeReference(MergeReference.Kind.ADD, shape), List.of(last, last));
      case 3 -> add(new MergeReference(MergeReference.Kind.MULTIPLY, shape), List.of(last, last));
      case 4 -> add(PlacesReference.concat(List.of(shape, shape), 0), List.of(last, last));
      case 5 -> add(PlacesReference.slice(shape, 0, 0, 1), List.of(last));
      case 6 -> add(PlacesReference.flatten(shape), List.of(last));
      default -> {
        if (shape.size() == 2) {
          add(PlacesReference.transpose(shape), List.of(last));
        }
      }
    }
  }

  private List<Integer> inputShape() {
    return switch (random.nextInt(4)) {
      case 0 -> List.of(1 + random.nextInt(6), 1 + random.nextInt(9));
      case 1 -> List.of(1 + random.nextInt(3), 1 + random.nextInt(4), 1 + random.nextInt(5));
      default -> List.of(widths.draw(150));
    };
  }

  static int product(List<Integer> shape) {
    return shape.stream().reduce(1, (a, b) -> a * b);
  }

  /** Mostly the value before; any other one, too. */
  private int any() {
    return random.nextInt(3) > 0 ? shapes.size() - 1 : random.nextInt(shapes.size());
  }

  private void addLayer() {
    switch (random.nextInt(14)) {
      case 0, 1, 2 -> dense(any(), random.nextInt(4) > 0);
      case 3 -> elementwise();
      case 4, 5 -> merge();
      case 6 -> concat();
      case 7 -> slice();
      case 8 -> add(PlacesReference.flatten(shapes.get(any0())), List.of(picked));
      case 9 -> transpose();
      case 10, 11 -> norm();
      case 12 -> same();
      default -> embedding();
    }
  }

  private int picked;

  private int any0() {
    picked = any();
    return picked;
  }

  private void dense(int from, boolean bias) {
    List<Integer> before = shapes.get(from);
    int steps = product(before) / before.get(before.size() - 1);
    int most = Math.max(1, Math.min(MOST_NUMBERS / steps, 12_000 / product(before)));
    add(new DenseReference(before, widths.draw(most), bias), List.of(from));
  }

  private void elementwise() {
    int from = any();
    add(new MergeReference(MergeReference.Kind.ELEMENTWISE, shapes.get(from)), List.of(from));
  }

  private void merge() {
    int first = any();
    List<Integer> from = new ArrayList<>(List.of(first));
    int count = 2 + random.nextInt(2);
    List<Integer> alike = new ArrayList<>();
    for (int value = 0; value < shapes.size(); value++) {
      if (shapes.get(value).equals(shapes.get(first))) {
        alike.add(value);
      }
    }
    if (alike.size() == 1 && random.nextBoolean()) {
      return;
    }
    while (from.size() < count) {
      from.add(alike.get(random.nextInt(alike.size())));
    }
    MergeReference.Kind kind =
        random.nextInt(3) > 0 ? MergeReference.Kind.ADD : MergeReference.Kind.MULTIPLY;
    add(new MergeReference(kind, shapes.get(first)), from);
  }

  private void concat() {
    int first = any();
    int axis = random.nextInt(shapes.get(first).size());
    List<Integer> from = new ArrayList<>(List.of(first));
    for (int value = 0; value < shapes.size() && from.size() < 4; value++) {
      if (PlacesReference.agree(shapes.get(value), shapes.get(first), axis)
          && random.nextBoolean()) {
        from.add(value);
      }
    }
    if (from.size() == 1) {
      from.add(first);
    }
    List<List<Integer>> before = from.stream().map(shapes::get).toList();
    if (before.stream().mapToInt(RandomGraphs::product).sum() <= MOST_NUMBERS) {
      add(PlacesReference.concat(before, axis), from);
    }
  }

  private void slice() {
    int from = any();
    List<Integer> shape = shapes.get(from);
    int axis = random.nextInt(shape.size());
    int begin = random.nextInt(shape.get(axis));
    int end = begin + 1 + random.nextInt(shape.get(axis) - begin);
    add(PlacesReference.slice(shape, axis, begin, end), List.of(from));
  }

  private void norm() {
    int from = any();
    double epsilon = random.nextBoolean() ? 1e-5 : Math.pow(10, -1 - random.nextInt(6));
    add(new NormReference(shapes.get(from), epsilon), List.of(from));
  }

  /** Normalization reads the input, no indices among it. */
  private void same() {
    if (random.nextBoolean() && shapes.get(0).size() == 1 && categories.isEmpty()) {
      add(new SameReference(shapes.get(0), "@Normalization", ""), List.of(0));
      return;
    }
    int from = any();
    add(new SameReference(shapes.get(from), "@Dropout", "0"), List.of(from));
  }

  private void transpose() {
    int from = any();
    if (shapes.get(from).size() == 2) {
      add(PlacesReference.transpose(shapes.get(from)), List.of(from));
    }
  }

  /** Reads a slice of the input that nobody else may read as numbers: indices are numbers, too. */
  private void embedding() {
    if (shapes.get(0).size() != 1 || !categories.isEmpty() || readsInputWhole()) {
      return;
    }
    int inputs = shapes.get(0).get(0);
    int begin = random.nextInt(inputs);
    int end = Math.min(inputs, begin + 1 + random.nextInt(3));
    int rows = 1 + random.nextInt(20);
    for (int place = begin; place < end; place++) {
      categories.put(place, rows);
    }
    add(PlacesReference.slice(shapes.get(0), 0, begin, end), List.of(0));
    int codes = shapes.size() - 1;
    add(new EmbeddingReference(end - begin, rows, 1 + random.nextInt(8)), List.of(codes));
  }

  /** Indices and numbers do not mix well: their digits would be all that is seen. */
  private boolean readsInputWhole() {
    return layers.stream().anyMatch(layer -> layer.kind() instanceof SameReference);
  }

  private void add(LayerReference kind, List<Integer> from) {
    Unit unit = new Unit.Named(Activation.IDENTITY);
    if (kind.activates() && random.nextInt(3) > 0) {
      unit = hidden();
    }
    add(kind, from, unit);
  }

  private void add(LayerReference kind, List<Integer> from, Unit unit) {
    layers.add(new GraphLayer("L" + (layers.size() + 1), kind, from, unit));
    shapes.add(kind.shape());
    unread.removeAll(from);
    unread.add(shapes.size() - 1);
  }

  private Unit hidden() {
    return written && random.nextBoolean()
        ? new Unit.Written(formulas.activation())
        : new Unit.Named(HIDDEN.get(random.nextInt(HIDDEN.size())));
  }

  /** All that nobody reads, in one row. */
  private void join() {
    List<Integer> rows = new ArrayList<>();
    for (int value : unread.stream().sorted().toList()) {
      if (shapes.get(value).size() > 1) {
        add(PlacesReference.flatten(shapes.get(value)), List.of(value));
        rows.add(shapes.size() - 1);
      } else {
        rows.add(value);
      }
    }
    if (rows.size() > 1) {
      add(PlacesReference.concat(rows.stream().map(shapes::get).toList(), 0), rows);
    }
  }

  private Objective objective() {
    if (random.nextInt(5) == 0) {
      return new Objective.Written(formulas.loss());
    }
    return new Objective.Named(Loss.values()[random.nextInt(Loss.values().length)]);
  }

  /** A dense layer, and at times another kind behind it. */
  private void addLast(Objective objective) {
    int from = shapes.size() - 1;
    int most = Math.max(2, Math.min(40, 12_000 / product(shapes.get(from))));
    int units = objective.is(Loss.CROSS_ENTROPY) ? 2 + random.nextInt(most - 1) : widths.draw(most);
    Unit unit = last(objective, units);
    boolean apart = random.nextInt(3) == 0;
    DenseReference dense = new DenseReference(shapes.get(from), units, random.nextInt(4) > 0);
    add(dense, List.of(from), apart ? hidden() : unit);
    if (apart) {
      int last = shapes.size() - 1;
      add(
          new MergeReference(MergeReference.Kind.ELEMENTWISE, shapes.get(last)),
          List.of(last),
          unit);
    }
  }

  private Unit last(Objective objective, int units) {
    if (objective.is(Loss.BINARY_CROSS_ENTROPY)) {
      return new Unit.Named(Activation.SIGMOID);
    }
    if (objective.is(Loss.CROSS_ENTROPY) || units > 1 && random.nextInt(6) == 0) {
      return new Unit.Named(random.nextInt(3) == 0 ? Activation.LOG_SOFTMAX : Activation.SOFTMAX);
    }
    return hidden();
  }
}

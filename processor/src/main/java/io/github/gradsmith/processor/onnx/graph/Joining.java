package io.github.gradsmith.processor.onnx.graph;

import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.Rational;
import io.github.gradsmith.processor.formula.text.FormulaPrinter;
import io.github.gradsmith.processor.kind.norm.NormalizationKind;
import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.LayerChoice;
import io.github.gradsmith.processor.model.Shape;
import io.github.gradsmith.processor.onnx.proto.OnnxException;
import io.github.gradsmith.processor.onnx.value.Constant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Joins blocks to their neighbours, so that as few layers as possible are left. */
final class Joining {
  /** Beyond it f x + s and the product with folded weights differ in digits that a float has. */
  private static final double LARGEST_SHIFT = 100;

  private Block output;

  private Joining(Block output) {
    this.output = output;
  }

  /** The blocks that are left, each after those that it reads; the last one gives the output. */
  static List<Block> of(Block output) throws OnnxException {
    Joining joining = new Joining(output);
    joining.apply(joining::fold);
    joining.apply(joining::remain);
    joining.apply(joining::activate);
    return joining.order();
  }

  private interface Rule {
    /** Whether it has changed something. */
    boolean at(Block block, Map<Block, List<Block>> readers) throws OnnxException;
  }

  private void apply(Rule rule) throws OnnxException {
    boolean changed = true;
    while (changed) {
      changed = false;
      Map<Block, List<Block>> readers = readers();
      for (Block block : order()) {
        if (rule.at(block, readers)) {
          changed = true;
          break;
        }
      }
    }
  }

  private List<Block> order() {
    List<Block> order = new ArrayList<>();
    Map<Block, Boolean> seen = new IdentityHashMap<>();
    List<Block> open = new ArrayList<>(List.of(output));
    while (!open.isEmpty()) {
      Block block = open.get(open.size() - 1);
      boolean isDone = seen.containsKey(block);
      Optional<Block> before =
          isDone
              ? Optional.empty()
              : block.sources().stream().filter(source -> !seen.containsKey(source)).findFirst();
      if (before.isPresent()) {
        open.add(before.get());
      } else {
        open.remove(open.size() - 1);
        if (!isDone) {
          seen.put(block, true);
          order.add(block);
        }
      }
    }
    return order;
  }

  /** Who reads each block; one that reads it twice stands there twice. */
  private Map<Block, List<Block>> readers() {
    Map<Block, List<Block>> readers = new IdentityHashMap<>();
    for (Block block : order()) {
      readers.putIfAbsent(block, new ArrayList<>());
      for (Block source : block.sources()) {
        readers.computeIfAbsent(source, s -> new ArrayList<>()).add(block);
      }
    }
    return readers;
  }

  private void replace(Block block, Block by, Map<Block, List<Block>> readers) {
    readers.get(block).forEach(reader -> reader.replaceSource(block, by));
    if (output == block) {
      output = by;
    }
  }

  private boolean isOnly(Block source, Map<Block, List<Block>> readers) {
    return readers.get(source).size() == 1 && source != output;
  }

  /** What is affine goes into what it reads, else past a view, else into what reads it. */
  private boolean fold(Block block, Map<Block, List<Block>> readers) {
    if (block.operation() instanceof Operation.Affine affine) {
      return isOnly(block.source(), readers) && after(block, affine, readers);
    }
    if (block.sources().size() != 1
        || !(block.source().operation() instanceof Operation.Affine affine)) {
      return flatInput(block, readers);
    }
    if (block.operation() instanceof Operation.Dense dense) {
      return before(block, dense, affine);
    }
    return block.operation() instanceof Operation.Layer layer && past(block, layer, affine);
  }

  private boolean after(Block block, Operation.Affine affine, Map<Block, List<Block>> readers) {
    Block source = block.source();
    if (source.operation() instanceof Operation.Affine first) {
      block.become(affine.after(first));
      block.read(source.source());
      return true;
    }
    int n = source.shape().last();
    Optional<Operation.Affine> row = rowOf(affine, block.numbers(), n);
    Optional<Operation> folded =
        source.isPlain() && row.isPresent() ? into(source, row.get(), n) : Optional.empty();
    folded.ifPresent(
        operation -> {
          source.become(operation);
          replace(block, source, readers);
        });
    return folded.isPresent();
  }

  private static Optional<Operation> into(Block source, Operation.Affine row, int n) {
    if (source.operation() instanceof Operation.Dense dense) {
      double[] biases = new double[n];
      boolean shifts = Arrays.stream(row.shifts()).anyMatch(s -> s != 0);
      for (int j = 0; j < n; j++) {
        double bias = dense.biases().isPresent() ? dense.biases().get()[j] : 0;
        biases[j] = row.factor(j) * bias + row.shift(j);
      }
      boolean hasBias = shifts || dense.biases().isPresent() || row.shifts().length > 1;
      return Optional.of(
          new Operation.Dense(
              scaledRows(dense, row),
              hasBias ? Optional.of(biases) : Optional.empty(),
              dense.units()));
    }
    if (source.operation() instanceof Operation.Layer layer
        && layer.choice() instanceof LayerChoice.LayerNorm) {
      double[] parameters = layer.parameters().clone();
      for (int j = 0; j < n; j++) {
        parameters[j] *= row.factor(j);
        parameters[n + j] = row.factor(j) * parameters[n + j] + row.shift(j);
      }
      return Optional.of(new Operation.Layer(layer.choice(), parameters));
    }
    if (source.operation() instanceof Operation.Layer layer
        && layer.choice() instanceof LayerChoice.Embedding) {
      double[] parameters = layer.parameters().clone();
      for (int k = 0; k < parameters.length; k++) {
        parameters[k] = row.factor(k % n) * parameters[k] + row.shift(k % n);
      }
      return Optional.of(new Operation.Layer(layer.choice(), parameters));
    }
    return Optional.empty();
  }

  /** The weights, each neuron's times its factor. */
  private static Constant scaledRows(Operation.Dense dense, Operation.Affine row) {
    if (Arrays.stream(row.factors()).allMatch(factor -> factor == 1)) {
      return dense.weights();
    }
    double[] weights = dense.weights().toArray();
    for (int k = 0; k < weights.length; k++) {
      weights[k] *= row.factor(k / dense.inputs());
    }
    return dense.weights().with(weights);
  }

  /** The factors and shifts of each row of n numbers, if they are the same for all rows. */
  private static Optional<Operation.Affine> rowOf(Operation.Affine affine, int numbers, int n) {
    for (int i = 0; i < numbers; i++) {
      if (affine.factor(i) != affine.factor(i % n) || affine.shift(i) != affine.shift(i % n)) {
        return Optional.empty();
      }
    }
    return Optional.of(affine);
  }

  /** W (f x + s) + b = (W f) x + (W s + b). */
  private static boolean before(Block block, Operation.Dense dense, Operation.Affine affine) {
    Block source = block.source();
    int n = dense.inputs();
    if (rowOf(affine, source.numbers(), n).isEmpty()
        || Arrays.stream(affine.shifts()).anyMatch(s -> Math.abs(s) > LARGEST_SHIFT)) {
      return false;
    }
    double[] weights = dense.weights().toArray();
    double[] biases = dense.biases().map(double[]::clone).orElse(new double[dense.units()]);
    boolean shifts = Arrays.stream(affine.shifts()).anyMatch(s -> s != 0);
    for (int j = 0; j < dense.units(); j++) {
      for (int i = 0; i < n; i++) {
        biases[j] += weights[j * n + i] * affine.shift(i);
        weights[j * n + i] *= affine.factor(i);
      }
    }
    boolean hasBias = shifts || dense.biases().isPresent();
    block.become(
        new Operation.Dense(
            dense.weights().with(weights),
            hasBias ? Optional.of(biases) : Optional.empty(),
            dense.units()));
    block.read(source.source());
    return true;
  }

  /** What is done to each number may as well be done to it where it lies afterwards. */
  private boolean past(Block block, Operation.Layer layer, Operation.Affine affine) {
    boolean flattens = layer.choice() instanceof LayerChoice.Flatten;
    boolean slices =
        layer.choice() instanceof LayerChoice.Slice && block.shape().sizes().size() == 1;
    if (!flattens && !slices) {
      return false;
    }
    Operation.Affine moved = affine;
    if (layer.choice() instanceof LayerChoice.Slice slice && !affine.isUniform()) {
      moved = new Operation.Affine(part(affine.factors(), slice), part(affine.shifts(), slice));
    }
    Block source = block.source();
    Block view = new Block(layer, List.of(source.source()), block.shape()).from(block.origin());
    block.become(moved);
    block.read(view);
    return true;
  }

  private static double[] part(double[] numbers, LayerChoice.Slice slice) {
    return numbers.length == 1 ? numbers : Arrays.copyOfRange(numbers, slice.begin(), slice.end());
  }

  /** An input that is flattened before anything else is a row. */
  private boolean flatInput(Block block, Map<Block, List<Block>> readers) {
    boolean isFirst =
        block.operation() instanceof Operation.Layer layer
            && layer.choice() instanceof LayerChoice.Flatten
            && block.source().operation() instanceof Operation.Input
            && isOnly(block.source(), readers);
    if (isFirst) {
      block.source().reshape(Shape.of(block.numbers()));
      replace(block, block.source(), readers);
    }
    return isFirst;
  }

  /** Factors and shifts that no neighbour takes: a formula, or statistics. */
  private boolean remain(Block block, Map<Block, List<Block>> readers) throws OnnxException {
    if (!(block.operation() instanceof Operation.Affine affine)) {
      return false;
    }
    if (affine.isUniform()) {
      boolean isNothing = affine.factor(0) == 1 && affine.shift(0) == 0;
      if (isNothing && (block != output || block.source().operation() instanceof Operation.Layer)) {
        replace(block, block.source(), readers);
      } else {
        block.become(new Operation.Function(line(affine)));
      }
      return true;
    }
    double[] statistics = statistics(affine, block.numbers());
    boolean fits =
        block.shape().sizes().size() == 1
            && isOfInput(block.source())
            && Stream.of(statistics).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
    if (!fits) {
      throw OnnxException.unsupported(
          "%s: its factors and terms, one for each number, fit into no dense layer right before or"
              + " after it, and it is no normalization of the input with factors above 0 and below"
              + " 1e7; put it beside a dense layer, or train the network in Java instead",
          block.origin());
    }
    block.become(new Operation.Layer(new LayerChoice.Normalization(), statistics));
    return true;
  }

  private static boolean isOfInput(Block block) {
    boolean isPart =
        block.operation() instanceof Operation.Layer layer
            && layer.choice() instanceof LayerChoice.Slice;
    return (isPart ? block.source() : block).operation() instanceof Operation.Input;
  }

  private static ActivationChoice line(Operation.Affine affine) {
    Expr factor = Expr.number(Rational.ofShortestDecimal(affine.factor(0)));
    Expr shift = Expr.number(Rational.ofShortestDecimal(affine.shift(0)));
    Expr formula = Expr.sum(List.of(Expr.product(List.of(factor, Expr.variable("z"))), shift));
    return new ActivationChoice.Written(FormulaPrinter.print(formula));
  }

  /** Means and variances, from which a normalization computes the same; NaN where it cannot. */
  private static double[] statistics(Operation.Affine affine, int n) {
    double[] statistics = new double[2 * n];
    for (int i = 0; i < n; i++) {
      double deviation = 1 / affine.factor(i);
      boolean fits = deviation > NormalizationKind.LEAST_DEVIATION;
      statistics[i] = fits ? -affine.shift(i) * deviation : Double.NaN;
      statistics[n + i] = deviation * deviation;
    }
    return statistics;
  }

  /** A function of what a layer computes becomes its activation. */
  private boolean activate(Block block, Map<Block, List<Block>> readers) {
    if (!(block.operation() instanceof Operation.Function function)) {
      return false;
    }
    Block source = block.source();
    boolean takes =
        source.operation() instanceof Operation.Dense
            || source.operation() instanceof Operation.Layer layer
                && (layer.choice() instanceof LayerChoice.Add
                    || layer.choice() instanceof LayerChoice.Multiply);
    if (!takes || !source.isPlain() || !isOnly(source, readers)) {
      return false;
    }
    source.activate(function.activation());
    replace(block, source, readers);
    return true;
  }
}

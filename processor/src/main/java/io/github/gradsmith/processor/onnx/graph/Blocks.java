package io.github.gradsmith.processor.onnx.graph;

import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.kind.LayerKind;
import io.github.gradsmith.processor.kind.Refusal;
import io.github.gradsmith.processor.kind.registry.LayerKinds;
import io.github.gradsmith.processor.model.LayerChoice;
import io.github.gradsmith.processor.model.Shape;
import io.github.gradsmith.processor.onnx.operator.ActivationMatcher;
import io.github.gradsmith.processor.onnx.operator.Lines;
import io.github.gradsmith.processor.onnx.proto.Node;
import io.github.gradsmith.processor.onnx.proto.OnnxException;
import io.github.gradsmith.processor.onnx.value.Signal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The blocks that a walk along the graph has come by. A {@link Signal} names one by its number, 0
 * for the input, and says what functions followed, which become a block once a block reads them.
 */
final class Blocks {
  /** Far more than there can be layers. */
  private static final int MOST = 2000;

  /** The longest array that every JVM allocates. */
  private static final long MOST_NUMBERS = Integer.MAX_VALUE - 8L;

  private record Key(int block, Expr formula, Object coupled) {}

  private final List<Block> blocks = new ArrayList<>();
  private final Map<Key, Integer> functions = new HashMap<>();
  private final Map<Block, Block> flat = new HashMap<>();

  /** The input alone. */
  Blocks(Signal input) throws OnnxException {
    if (input.width() > MOST_NUMBERS) {
      throw OnnxException.unsupported("samples of more than %d numbers", MOST_NUMBERS);
    }
    Shape row = Shape.of((int) input.width());
    Shape shape = Sample.of(input).map(Sample::shape).orElse(row);
    blocks.add(new Block(new Operation.Input(), List.of(), shape));
  }

  Block input() {
    return blocks.get(0);
  }

  private int add(Block block) throws OnnxException {
    if (blocks.size() == MOST) {
      throw OnnxException.unsupported("it has more than %d operators on values of its own", MOST);
    }
    blocks.add(block);
    return blocks.size() - 1;
  }

  /** A new block, and the value that it gives as the model sees it. */
  Signal signal(Node node, Block block, io.github.gradsmith.processor.onnx.value.Shape shape)
      throws OnnxException {
    block.from(node.description());
    return Signal.of(add(block), shape, block.numbers());
  }

  /** Whether a value is weighted sums that may yet get biases. */
  boolean lacksBiases(Signal signal) {
    return signal.isPlain()
        && blocks.get(signal.layer()).operation() instanceof Operation.Dense dense
        && dense.biases().isEmpty();
  }

  /** The value that a block gives, once more. */
  Signal again(Block block, io.github.gradsmith.processor.onnx.value.Shape shape) {
    return Signal.of(blocks.indexOf(block), shape, block.numbers());
  }

  /** A layer that reads blocks; refuses what its kind does not take. */
  Block layer(Node node, LayerChoice choice, List<Block> sources, double... parameters)
      throws OnnxException {
    return layer(node, new Operation.Layer(choice, parameters), choice, sources);
  }

  Block layer(Node node, Operation operation, LayerChoice choice, List<Block> sources)
      throws OnnxException {
    LayerKind kind = LayerKinds.of(choice);
    List<Shape> shapes = sources.stream().map(Block::shape).toList();
    Optional<Refusal> refusal = kind.refusal(shapes);
    if (refusal.isPresent()) {
      throw node.unsupported("%s takes %s", choice.type(), refusal.get().takes());
    }
    if (shapes.stream().mapToLong(Shape::numbers).sum() > MOST_NUMBERS
        || kind.shape(shapes).numbers() > MOST_NUMBERS) {
      throw node.unsupported("samples of more than %d numbers", MOST_NUMBERS);
    }
    return new Block(operation, sources, kind.shape(shapes));
  }

  /** The block that gives a value, in the shape of a sample as the model has it there. */
  Block shaped(Node node, Signal signal) throws OnnxException {
    return in(node, settled(signal), Sample.of(node, signal).shape(), signal);
  }

  /** The block that gives a value, whatever its shape. */
  Block settled(Signal signal) throws OnnxException {
    Block base = blocks.get(signal.layer());
    if (signal.isPlain()) {
      return base;
    }
    Key key = new Key(signal.layer(), signal.formula(), signal.coupled());
    Integer known = functions.get(key);
    if (known == null) {
      known = add(new Block(function(signal), List.of(base), base.shape()).from(base.origin()));
      functions.put(key, known);
    }
    return blocks.get(known);
  }

  private static Operation function(Signal signal) throws OnnxException {
    Optional<double[]> line =
        Optional.of(signal)
            .filter(value -> value.coupled().isEmpty())
            .flatMap(value -> Lines.of(value.formula()))
            .filter(found -> found[0] != 0);
    return line.isPresent()
        ? new Operation.Affine(new double[] {line.get()[0]}, new double[] {line.get()[1]})
        : new Operation.Function(ActivationMatcher.of(signal));
  }

  private Block in(Node node, Block block, Shape shape, Signal signal) throws OnnxException {
    if (block.shape().equals(shape)) {
      return block;
    }
    if (shape.sizes().size() == 1) {
      return flattened(block);
    }
    if (block == input() && block.shape().sizes().size() == 1) {
      return unflattened(shape);
    }
    throw node.unsupported(
        "a sample of shape %s is read as %s in a batch of shape %s; supported is that for the input"
            + " alone, and to flatten it",
        block.shape(), shape, signal.shape());
  }

  private Block flattened(Block block) throws OnnxException {
    Block known = flat.get(block);
    if (known == null) {
      LayerChoice choice = new LayerChoice.Flatten();
      known =
          new Block(
              new Operation.Layer(choice, new double[0]),
              List.of(block),
              Shape.of(block.numbers()));
      known.from(block.origin());
      flat.put(block, known);
      add(known);
    }
    return known;
  }

  /** The input in more dimensions; what has read it as a row reads it flattened. */
  private Block unflattened(Shape shape) throws OnnxException {
    Block input = input();
    List<Block> readers = blocks.stream().filter(b -> b.sources().contains(input)).toList();
    input.reshape(shape);
    if (!readers.isEmpty()) {
      Block row = flattened(input);
      readers.forEach(reader -> reader.replaceSource(input, row));
    }
    return input;
  }
}

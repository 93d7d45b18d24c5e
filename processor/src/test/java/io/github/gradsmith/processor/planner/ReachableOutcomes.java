package io.github.gradsmith.processor.planner;

import io.github.gradsmith.Activation;
import io.github.gradsmith.Initializer;
import io.github.gradsmith.Loss;
import io.github.gradsmith.processor.kind.registry.LayerKinds;
import io.github.gradsmith.processor.kind.registry.Layers;
import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.LayerChoice;
import io.github.gradsmith.processor.model.LayerChoice.Type;
import io.github.gradsmith.processor.model.LayerModel;
import io.github.gradsmith.processor.model.Precision;
import io.github.gradsmith.processor.model.Shape;
import io.github.gradsmith.processor.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Every outcome that the planner can come to for layers among others. Small graphs are planned: a
 * layer of each kind behind the input, behind a layer that learns and behind one that learns
 * nothing, alone or beside other readers of the same value, before them and after them.
 */
public final class ReachableOutcomes {
  /** Between them dense layers are looped in every way. */
  private static final int[] WIDTHS = {1, 3, 16, 40, 150};

  private final Set<GraphOutcome> outcomes = new LinkedHashSet<>();

  private ReachableOutcomes() {}

  /** All of them. */
  public static Set<GraphOutcome> all() {
    ReachableOutcomes reachable = new ReachableOutcomes();
    for (Type type : Type.values()) {
      for (LayerChoice choice : choices(type)) {
        for (Shape shape : List.of(Shape.of(6), Shape.of(2, 6))) {
          reachable.addAround(choice, shape);
        }
      }
    }
    for (int inputs : WIDTHS) {
      for (int outputs : WIDTHS) {
        reachable.addDense(inputs, outputs);
      }
    }
    return reachable.outcomes;
  }

  /** What a layer of a kind may be, as far as the planner cares. */
  private static List<LayerChoice> choices(Type type) {
    return switch (type) {
      case DENSE -> activations().map(a -> dense(6, a)).toList();
      case ELEMENTWISE -> activations().<LayerChoice>map(LayerChoice.Elementwise::new).toList();
      case DROPOUT -> List.of(new LayerChoice.Dropout(0));
      case LAYER_NORM -> List.of(new LayerChoice.LayerNorm(1e-5));
      case NORMALIZATION -> List.of(new LayerChoice.Normalization());
      case ADD -> activations().<LayerChoice>map(LayerChoice.Add::new).toList();
      case MULTIPLY -> activations().<LayerChoice>map(LayerChoice.Multiply::new).toList();
      case CONCAT -> List.of(new LayerChoice.Concat(0));
      case SLICE -> List.of(new LayerChoice.Slice(0, 1, 0), new LayerChoice.Slice(0, 6, 0));
      case FLATTEN -> List.of(new LayerChoice.Flatten());
      case TRANSPOSE -> List.of(new LayerChoice.Transpose());
      case EMBEDDING -> List.of(new LayerChoice.Embedding(3, 2, Initializer.AUTO));
    };
  }

  /** None, one whose slope is in the output, and one whose slope is not. */
  private static Stream<ActivationChoice> activations() {
    return Stream.of(Activation.IDENTITY, Activation.SIGMOID, Activation.SILU)
        .map(ActivationChoice.Named::new);
  }

  private static LayerChoice dense(int units, ActivationChoice activation) {
    return new LayerChoice.Dense(units, true, activation, Initializer.AUTO);
  }

  private void addAround(LayerChoice choice, Shape shape) {
    List<Shape> inputs = List.of(shape);
    if (LayerKinds.of(choice).refusal(inputs).isEmpty()
        && !LayerKinds.of(choice).parameters(inputs).isEmpty()) {
      add(shape, false, choice);
    }
    activations()
        .forEach(
            activation -> {
              LayerChoice before = dense(shape.last(), activation);
              LayerChoice after = dense(2, activation);
              add(shape, false, choice, after);
              add(shape, false, new LayerChoice.Dropout(0), choice, after);
              add(shape, false, before, choice);
              add(shape, false, before, choice, after);
              add(shape, true, before, choice, after);
            });
  }

  /** Loops of a dense layer, through which a delta goes back alone, first, and later. */
  private void addDense(int inputs, int outputs) {
    ActivationChoice identity = LayerChoice.IDENTITY;
    LayerChoice before = dense(inputs, identity);
    LayerChoice layer = dense(outputs, identity);
    add(Shape.of(2), false, before, layer);
    add(Shape.of(2), true, before, layer, dense(2, identity));
  }

  /**
   * Plans a chain.
   *
   * @param beside whether the first layer is read by others, too, before the second and after it
   */
  private void add(Shape input, boolean beside, LayerChoice... choices) {
    Graph graph = new Graph(input);
    for (int i = 0; i < choices.length; i++) {
      int read = graph.last();
      if (!graph.add(choices[i], read)) {
        return;
      }
      if (i == 1 && beside) {
        int layer = graph.last();
        Graph after = graph.copy();
        plan(graph.joined(layer, graph.read(read)));
        plan(after.joined(after.read(read), layer));
        Graph behind = new Graph(input);
        behind.add(choices[0], Value.INPUT);
        int other = behind.read(read);
        if (behind.add(choices[1], read)) {
          plan(behind.joined(behind.last(), other));
        }
      }
    }
    plan(graph);
  }

  private void plan(Graph graph) {
    for (boolean vectorized : new boolean[] {false, true}) {
      outcomes.addAll(
          GraphOutcome.of(
              Planner.plan(
                  Models.network(
                      Precision.FLOAT, vectorized, true, Loss.HALF_SQUARED_ERROR, graph.layers))));
    }
  }

  /** Layers as they are added. */
  private static final class Graph {
    private final List<Value> values;
    private final List<LayerModel> layers = new ArrayList<>();

    Graph(Shape input) {
      values = new ArrayList<>(List.of(new Value(Value.INPUT, input)));
    }

    Graph copy() {
      Graph copy = new Graph(values.get(0).shape());
      copy.values.addAll(values.subList(1, values.size()));
      copy.layers.addAll(layers);
      return copy;
    }

    int last() {
      return values.size();
    }

    private Value value(int number) {
      return values.get(number - 1);
    }

    /** Whether the layer takes what it would read; one that joins reads it twice. */
    boolean add(LayerChoice choice, int read) {
      boolean joins =
          switch (choice.type()) {
            case ADD, MULTIPLY, CONCAT -> true;
            default -> false;
          };
      boolean ofInput = choice.type() == Type.EMBEDDING || choice.type() == Type.NORMALIZATION;
      if (ofInput && read != Value.INPUT) {
        return false;
      }
      List<Value> from = joins ? List.of(value(read), value(read)) : List.of(value(read));
      return add(choice, from);
    }

    private boolean add(LayerChoice choice, List<Value> from) {
      List<Shape> shapes = from.stream().map(Value::shape).toList();
      if (LayerKinds.of(choice).refusal(shapes).isPresent()) {
        return false;
      }
      layers.add(Layers.of(last() + 1, choice, from));
      values.add(layers.get(layers.size() - 1).value());
      return true;
    }

    /** Another reader of a value. */
    int read(int value) {
      add(new LayerChoice.Dropout(0), value);
      return last();
    }

    /** Both values in a row. */
    Graph joined(int one, int other) {
      add(new LayerChoice.Flatten(), one);
      int row = last();
      add(new LayerChoice.Flatten(), other);
      add(new LayerChoice.Concat(0), List.of(value(row), value(last())));
      return this;
    }
  }
}

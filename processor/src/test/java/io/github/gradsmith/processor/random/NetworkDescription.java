package io.github.gradsmith.processor.random;

import io.github.gradsmith.Initializer;
import io.github.gradsmith.Simd;
import io.github.gradsmith.processor.kind.registry.Layers;
import io.github.gradsmith.processor.model.InputModel;
import io.github.gradsmith.processor.model.LayerModel;
import io.github.gradsmith.processor.model.NetworkModel;
import io.github.gradsmith.processor.model.OptimizerChoice;
import io.github.gradsmith.processor.model.Precision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A network to be compiled and tried: all that its source says, and the mini-batches it is given.
 *
 * @param seed what it was drawn from, and what its weights and data are drawn from
 * @param name of the interface
 * @param widths neurons per layer, input first
 * @param units activations, one per layer after the input
 * @param objective the loss
 * @param optimizer how it steps
 * @param precision float or double
 * @param trains whether it is a network, or a predictor alone
 * @param simd AUTO or OFF
 * @param initializer how its weights are drawn
 * @param batches mini-batches it is tried on
 * @param inputs what kind of numbers it is given
 * @param layers its layers, if they are no chain; widths and units are theirs, too
 */
record NetworkDescription(
    long seed,
    String name,
    List<Integer> widths,
    List<Unit> units,
    Objective objective,
    OptimizerChoice optimizer,
    Precision precision,
    boolean trains,
    Simd simd,
    Initializer initializer,
    List<Batch> batches,
    InputKind inputs,
    Optional<LayerGraph> layers) {
  NetworkDescription {
    widths = List.copyOf(widths);
    units = List.copyOf(units);
    batches = List.copyOf(batches);
  }

  /** Whether it is written as an enum. */
  boolean isGraph() {
    return layers.isPresent();
  }

  /** Sizes of the input. */
  List<Integer> inputShape() {
    return layers.map(LayerGraph::inputShape).orElse(List.of(inputSize()));
  }

  /** The layers of an enum. */
  List<GraphLayer> graph() {
    return layers.map(LayerGraph::layers).orElse(List.of());
  }

  /** How many categories each place of the input has that holds an index. */
  Map<Integer, Integer> categories() {
    return layers.map(LayerGraph::categories).orElse(Map.of());
  }

  /** Numbers of the output's last dimension. */
  int outputStep() {
    if (!isGraph()) {
      return outputSize();
    }
    List<Integer> shape = graph().get(graph().size() - 1).kind().shape();
    return shape.get(shape.size() - 1);
  }

  /** Dimensions of the output. */
  int outputRank() {
    return isGraph() ? graph().get(graph().size() - 1).kind().shape().size() : 1;
  }

  /** Whether the weighted sums of a layer are shown by {@code trace}. */
  boolean hasSums(int l) {
    return !isGraph() || graph().get(l - 1).kind().hasSums();
  }

  /** Layers after the input. */
  int depth() {
    return units.size();
  }

  Unit last() {
    return units.get(units.size() - 1);
  }

  int inputSize() {
    return widths.get(0);
  }

  int outputSize() {
    return widths.get(widths.size() - 1);
  }

  boolean inFloat() {
    return precision == Precision.FLOAT;
  }

  /** Half the distance from 1 to the next number. */
  double unit() {
    return inFloat() ? 0x1p-24 : 0x1p-53;
  }

  boolean vectorized() {
    return simd != Simd.OFF;
  }

  /** Weights of all layers. */
  long weights() {
    if (isGraph()) {
      return layers.get().products();
    }
    long weights = 0;
    for (int l = 1; l < widths.size(); l++) {
      weights += widths.get(l - 1) * (long) widths.get(l);
    }
    return weights;
  }

  /** Rows of data that all mini-batches together need. */
  int rows() {
    return batches.stream().mapToInt(Batch::to).max().orElseThrow();
  }

  /** Whether the activations are written as formulas. */
  boolean hasFormulas() {
    return !(units.get(0) instanceof Unit.Named);
  }

  /** The source of the interface, as a user would write it. */
  String source() {
    return "package demo;\n\n"
        + "import static io.github.gradsmith.Activation.*;\n"
        + "import static io.github.gradsmith.Initializer.*;\n"
        + "import static io.github.gradsmith.Loss.*;\n\n"
        + "import io.github.gradsmith.*;\n"
        + (isGraph() ? "import io.github.gradsmith.layer.*;\n\n" : "\n")
        + declaration();
  }

  /** The interface alone. */
  String declaration() {
    return (trains ? optimizerAnnotation() + "\n" : "")
        + "@Network(\n    "
        + (isGraph() ? "" : chain())
        + objective.attribute()
        + ",\n    simd = Simd."
        + simd
        + ")\npublic interface "
        + name
        + " extends "
        + (inFloat() ? "Float" : "Double")
        + (trains ? "Network" : "Predictor")
        + layers.map(graph -> " {\n  enum Layer {\n" + graph.text() + "\n  }\n}\n").orElse(" {}\n");
  }

  private String chain() {
    return "layers = "
        + widths.stream().map(String::valueOf).collect(Collectors.joining(", ", "{", "}"))
        + ",\n    "
        + (hasFormulas() ? "formula = " : "activation = ")
        + units.stream().map(Unit::text).collect(Collectors.joining(", ", "{", "}"))
        + ",\n    initializer = "
        + initializer
        + ",\n    ";
  }

  /** The annotation, whose attributes are the components of the choice. */
  private String optimizerAnnotation() {
    return Arrays.stream(optimizer.getClass().getRecordComponents())
        .map(
            component -> {
              try {
                return component.getName() + " = " + component.getAccessor().invoke(optimizer);
              } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
              }
            })
        .collect(Collectors.joining(", ", "@" + optimizer.getClass().getSimpleName() + "(", ")"));
  }

  /** What the processor makes of the source, so that it can be planned without a compilation. */
  NetworkModel model() {
    return new NetworkModel(
        "demo",
        List.of(name),
        true,
        precision,
        trains,
        layers.map(LayerGraph::input).orElse(InputModel.ofChain(inputSize())),
        layers.map(LayerGraph::models).orElseGet(this::chainModels),
        objective.choice(),
        optimizer,
        Optional.empty(),
        Optional.empty(),
        simd,
        vectorized(),
        Set.of(),
        true,
        false,
        Optional.empty());
  }

  private List<LayerModel> chainModels() {
    List<LayerModel> models = new ArrayList<>();
    for (int l = 1; l < widths.size(); l++) {
      models.add(
          Layers.dense(
              l + 1, widths.get(l - 1), widths.get(l), units.get(l - 1).choice(), initializer));
    }
    return models;
  }

  /** The same with one more neuron in the layer at {@code position} of the widths. */
  NetworkDescription widened(int position) {
    List<Integer> wider = new ArrayList<>(widths);
    wider.set(position, wider.get(position) + 1);
    return withShape(name + "Wide", wider, units);
  }

  NetworkDescription withShape(String newName, List<Integer> newWidths, List<Unit> newUnits) {
    return new NetworkDescription(
        seed,
        newName,
        newWidths,
        newUnits,
        objective,
        optimizer,
        precision,
        trains,
        simd,
        initializer,
        batches,
        inputs,
        layers);
  }

  /** Other layers. */
  NetworkDescription withGraph(String newName, LayerGraph graph) {
    return new NetworkDescription(
        seed,
        newName,
        graph.sizes(),
        graph.layers().stream().map(GraphLayer::unit).toList(),
        objective,
        optimizer,
        precision,
        trains,
        simd,
        initializer,
        batches,
        inputs,
        Optional.of(graph));
  }

  NetworkDescription withTraining(String newName, Objective newObjective, OptimizerChoice rule) {
    return new NetworkDescription(
        seed,
        newName,
        widths,
        units,
        newObjective,
        rule,
        precision,
        trains,
        simd,
        initializer,
        batches,
        inputs,
        layers);
  }

  NetworkDescription withData(String newName, List<Batch> newBatches, InputKind newInputs) {
    return new NetworkDescription(
        seed,
        newName,
        widths,
        units,
        objective,
        optimizer,
        precision,
        trains,
        simd,
        initializer,
        newBatches,
        newInputs,
        layers);
  }

  @Override
  public String toString() {
    return name + " " + widths + " " + precision + " " + simd;
  }
}

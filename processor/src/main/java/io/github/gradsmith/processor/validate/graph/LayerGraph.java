package io.github.gradsmith.processor.validate.graph;

import io.github.gradsmith.processor.diagnostic.Located;
import io.github.gradsmith.processor.kind.registry.LayerKinds;
import io.github.gradsmith.processor.model.LayerAnnotation;
import io.github.gradsmith.processor.model.LayerChoice;
import io.github.gradsmith.processor.model.LayerConstant;
import io.github.gradsmith.processor.model.Shape;
import io.github.gradsmith.processor.resolve.ResolvedNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The constants of an enum of layers, with what they read and give as far as that can be told.
 *
 * @param nodes in the order of the source
 */
public record LayerGraph(List<LayerNode> nodes) {
  /** The longest array that every JVM allocates. */
  public static final long MOST_NUMBERS = Integer.MAX_VALUE - 8L;

  public LayerGraph {
    nodes = List.copyOf(nodes);
  }

  /** That of a network with an enum of layers. */
  public static Optional<LayerGraph> of(ResolvedNetwork network) {
    return network
        .declaration()
        .layerEnum()
        .map(layers -> new LayerGraph(nodes(network, layers.constants())));
  }

  /** The nodes of a network's enum; none if it has no enum. */
  public static List<LayerNode> nodesOf(ResolvedNetwork network) {
    return of(network).map(LayerGraph::nodes).orElse(List.of());
  }

  private static List<LayerNode> nodes(ResolvedNetwork network, List<LayerConstant> constants) {
    List<LayerNode> nodes = new ArrayList<>();
    for (LayerConstant constant : constants) {
      nodes.add(node(network, constant, nodes));
    }
    return nodes;
  }

  private static LayerNode node(
      ResolvedNetwork network, LayerConstant constant, List<LayerNode> before) {
    int number = before.size() + 1;
    Optional<LayerAnnotation> annotation = constant.annotation();
    List<LayerSource> sources =
        annotation
            .filter(layer -> !layer.isInput())
            .map(layer -> sources(layer, before))
            .orElse(List.of());
    Optional<LayerAnnotation> sound = annotation.filter(layer -> NumberRange.holds(layer, network));
    if (annotation.isEmpty() || annotation.get().isInput()) {
      Optional<Shape> shape = sound.map(LayerAnnotation::sizes).flatMap(LayerGraph::shape);
      return new LayerNode(number, constant, sources, sound.isPresent(), Optional.empty(), shape);
    }
    int least = annotation.get().joins() ? 2 : 1;
    Optional<List<Shape>> inputs =
        LayerNode.inputs(sources).filter(shapes -> shapes.size() >= least);
    Optional<LayerChoice> choice =
        sound.flatMap(layer -> inputs.map(shapes -> choice(network, layer, shapes)));
    Optional<Shape> shape = choice.flatMap(made -> shape(made, inputs.orElseThrow()));
    return new LayerNode(number, constant, sources, sound.isPresent(), choice, shape);
  }

  private static List<LayerSource> sources(LayerAnnotation layer, List<LayerNode> before) {
    if (layer.reads().isPresent()) {
      return layer.reads().get().value().stream().map(name -> source(name, before)).toList();
    }
    return before.stream()
        .skip(Math.max(0, before.size() - 1))
        .map(node -> new LayerSource(node.name(), layer.place(), Optional.of(node)))
        .toList();
  }

  private static LayerSource source(Located<String> name, List<LayerNode> before) {
    return new LayerSource(
        name.value(),
        name.place(),
        before.stream().filter(node -> node.name().equals(name.value())).findFirst());
  }

  private static LayerChoice choice(
      ResolvedNetwork network, LayerAnnotation layer, List<Shape> inputs) {
    return layer.choice(
        network.activation(layer).value(),
        network.declaration().initializer().value(),
        inputs.get(0).sizes().size());
  }

  private static Optional<Shape> shape(List<Integer> sizes) {
    long numbers = 1;
    for (int size : sizes) {
      numbers *= size; // both below 2^31
      if (numbers > MOST_NUMBERS) {
        return Optional.empty();
      }
    }
    return Optional.of(new Shape(sizes));
  }

  /** What a layer gives, if it takes what it reads and that fits arrays. */
  private static Optional<Shape> shape(LayerChoice choice, List<Shape> inputs) {
    long numbers = inputs.stream().mapToLong(Shape::numbers).sum();
    if (numbers > MOST_NUMBERS || LayerKinds.of(choice).refusal(inputs).isPresent()) {
      return Optional.empty();
    }
    Shape shape = LayerKinds.of(choice).shape(inputs);
    return Optional.of(shape).filter(made -> made.numbers() <= MOST_NUMBERS);
  }

  /** What gives the output. */
  public LayerNode last() {
    return nodes.get(nodes.size() - 1);
  }

  /** Whether the shapes of all values are known. */
  public boolean isKnown() {
    return nodes.size() > 1 && nodes.stream().allMatch(node -> node.shape().isPresent());
  }
}

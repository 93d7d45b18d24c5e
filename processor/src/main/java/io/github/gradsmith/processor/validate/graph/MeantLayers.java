package io.github.gradsmith.processor.validate.graph;

import io.github.gradsmith.processor.diagnostic.Located;
import io.github.gradsmith.processor.kind.registry.Layers;
import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.InputModel;
import io.github.gradsmith.processor.model.LayerChoice;
import io.github.gradsmith.processor.model.LayerModel;
import io.github.gradsmith.processor.model.LayerName;
import io.github.gradsmith.processor.model.ModelImport;
import io.github.gradsmith.processor.model.Value;
import io.github.gradsmith.processor.resolve.ResolvedNetwork;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The layers of a declaration: those of a chain, of a model, or of an enum.
 *
 * @param input what they read
 * @param layers layers 2 to L
 */
public record MeantLayers(InputModel input, List<LayerModel> layers) {
  public MeantLayers {
    layers = List.copyOf(layers);
  }

  /** Those of a declaration without errors. */
  public static MeantLayers of(ResolvedNetwork network) {
    return known(network).orElseThrow();
  }

  /** Those of any declaration, if all shapes are known. */
  public static Optional<MeantLayers> known(ResolvedNetwork network) {
    if (network.importedGraph().isPresent()) {
      return network.importedGraph().map(MeantLayers::ofModel);
    }
    Optional<LayerGraph> graph = LayerGraph.of(network);
    if (graph.isPresent()) {
      return graph.filter(LayerGraph::isKnown).map(MeantLayers::ofGraph);
    }
    List<Located<Integer>> widths = network.layers().value();
    return widths.size() >= 2 && widths.stream().allMatch(width -> width.value() > 0)
        ? Optional.of(ofChain(network))
        : Optional.empty();
  }

  /** The layers of which files hold tensors. */
  public List<LayerModel> filed() {
    return layers.stream()
        .filter(layer -> !layer.parameters().isEmpty() || !layer.statistics().isEmpty())
        .toList();
  }

  /** Numbers that the last layer gives. */
  public int outputs() {
    return layers.get(layers.size() - 1).outputs();
  }

  private static MeantLayers ofGraph(LayerGraph graph) {
    List<LayerName> names = names(graph);
    List<LayerModel> layers = new ArrayList<>();
    for (LayerNode node : graph.nodes().subList(1, graph.nodes().size())) {
      List<Value> from =
          node.sources().stream()
              .map(source -> value(source.node().orElseThrow(), layers))
              .toList();
      int number = node.number();
      layers.add(Layers.of(number, names.get(number - 1), node.choice().orElseThrow(), from));
    }
    LayerNode input = graph.nodes().get(0);
    return new MeantLayers(new InputModel(names.get(0), input.shape().orElseThrow()), layers);
  }

  private static Value value(LayerNode node, List<LayerModel> layers) {
    return node.number() == Value.INPUT
        ? new Value(Value.INPUT, node.shape().orElseThrow())
        : layers.get(node.number() - 2).value();
  }

  /** Constants whose names come to the same in code, such as {@code A_B} and {@code aB}, differ. */
  private static List<LayerName> names(LayerGraph graph) {
    Set<String> tags = new HashSet<>();
    List<LayerName> names = new ArrayList<>();
    for (LayerNode node : graph.nodes()) {
      names.add(distinct(LayerName.ofConstant(node.name()), node.number(), tags));
    }
    return names;
  }

  private static LayerName distinct(LayerName name, int number, Set<String> tags) {
    String tag = name.tag();
    while (!tags.add(tag)) {
      tag += "_" + number;
    }
    return new LayerName(name.text(), tag);
  }

  private static MeantLayers ofModel(ModelImport.Graph graph) {
    Set<String> tags = new HashSet<>();
    InputModel input =
        new InputModel(distinct(LayerName.ofConstant(graph.inputName()), 1, tags), graph.input());
    List<LayerModel> layers = new ArrayList<>();
    for (ModelImport.Layer layer : graph.layers()) {
      int number = layers.size() + 2;
      LayerName name =
          layer
              .name()
              .map(text -> distinct(LayerName.ofConstant(text), number, tags))
              .orElse(LayerName.ofNumber(number));
      List<Value> from =
          layer.from().stream()
              .map(read -> read == Value.INPUT ? input.value() : layers.get(read - 2).value())
              .toList();
      layers.add(Layers.of(number, name, layer.choice(), from));
    }
    return new MeantLayers(input, layers);
  }

  private static MeantLayers ofChain(ResolvedNetwork network) {
    List<Located<Integer>> widths = network.layers().value();
    List<ActivationChoice> activations =
        network.activations().stream().map(Located::value).toList();
    List<LayerModel> layers = new ArrayList<>();
    for (int i = 1; i < widths.size(); i++) {
      layers.add(
          Layers.dense(
              i + 1,
              widths.get(i - 1).value(),
              widths.get(i).value(),
              activation(activations, i - 1),
              network.declaration().initializer().value()));
    }
    return new MeantLayers(InputModel.ofChain(widths.get(0).value()), layers);
  }

  /** The one for all or that of a layer; none where their number is wrong. */
  private static ActivationChoice activation(List<ActivationChoice> activations, int layer) {
    int at = activations.size() == 1 ? 0 : layer;
    return at < activations.size() ? activations.get(at) : LayerChoice.IDENTITY;
  }
}

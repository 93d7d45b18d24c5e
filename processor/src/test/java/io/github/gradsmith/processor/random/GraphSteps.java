package io.github.gradsmith.processor.random;

import io.github.gradsmith.Activation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Graphs that are a step smaller than one; each is valid if that one is. */
final class GraphSteps {
  private final LayerGraph graph;

  private GraphSteps(LayerGraph graph) {
    this.graph = graph;
  }

  /** All of them. */
  static List<LayerGraph> of(LayerGraph graph) {
    GraphSteps steps = new GraphSteps(graph);
    return Stream.of(
            steps.shorter(),
            steps.withoutLayer(),
            steps.withFewerReads(),
            steps.narrower(),
            steps.ofSmallerInput(),
            steps.withIdentity())
        .flatMap(stream -> stream)
        .flatMap(Optional::stream)
        .toList();
  }

  /** The first layers alone. */
  private Stream<Optional<LayerGraph>> shorter() {
    return IntStream.range(1, graph.layers().size())
        .mapToObj(end -> built(graph.inputShape(), graph.layers().subList(0, end)));
  }

  /** A layer's readers read what it read instead. */
  private Stream<Optional<LayerGraph>> withoutLayer() {
    return IntStream.range(0, graph.layers().size()).mapToObj(this::without);
  }

  private Optional<LayerGraph> without(int removed) {
    int instead = graph.layers().get(removed).from().get(0);
    List<GraphLayer> layers = new ArrayList<>();
    for (int l = 0; l < graph.layers().size(); l++) {
      if (l != removed) {
        GraphLayer layer = graph.layers().get(l);
        List<Integer> from =
            layer.from().stream()
                .map(value -> value == removed + 1 ? instead : value)
                .map(value -> value > removed + 1 ? value - 1 : value)
                .toList();
        layers.add(new GraphLayer(layer.name(), layer.kind(), from, layer.unit()));
      }
    }
    return built(graph.inputShape(), layers);
  }

  /** One value less for a layer that reads several. */
  private Stream<Optional<LayerGraph>> withFewerReads() {
    return IntStream.range(0, graph.layers().size())
        .boxed()
        .flatMap(
            l -> {
              GraphLayer layer = graph.layers().get(l);
              int reads = layer.from().size();
              return IntStream.range(0, reads > 2 ? reads : 0)
                  .mapToObj(use -> with(l, without(layer, use)));
            });
  }

  private static GraphLayer without(GraphLayer layer, int use) {
    List<Integer> from = new ArrayList<>(layer.from());
    from.remove(use);
    return new GraphLayer(layer.name(), layer.kind(), from, layer.unit());
  }

  private Stream<Optional<LayerGraph>> narrower() {
    return IntStream.range(0, graph.layers().size())
        .filter(l -> graph.layers().get(l).kind() instanceof DenseReference)
        .boxed()
        .flatMap(
            l -> {
              GraphLayer layer = graph.layers().get(l);
              DenseReference dense = (DenseReference) layer.kind();
              return smaller(dense.units())
                  .mapToObj(units -> new DenseReference(dense.before(), units, dense.bias()))
                  .map(kind -> new GraphLayer(layer.name(), kind, layer.from(), layer.unit()))
                  .map(made -> with(l, made));
            });
  }

  private Stream<Optional<LayerGraph>> ofSmallerInput() {
    if (!graph.categories().isEmpty()) {
      return Stream.empty(); // whose indices would stand elsewhere
    }
    return IntStream.range(0, graph.inputShape().size())
        .boxed()
        .flatMap(
            axis ->
                smaller(graph.inputShape().get(axis))
                    .mapToObj(
                        size -> {
                          List<Integer> shape = new ArrayList<>(graph.inputShape());
                          shape.set(axis, size);
                          return built(shape, graph.layers());
                        }));
  }

  private static IntStream smaller(int size) {
    return IntStream.of(1, 2, size / 2, size - 1)
        .filter(less -> less > 0 && less < size)
        .distinct();
  }

  private Stream<Optional<LayerGraph>> withIdentity() {
    Unit identity = new Unit.Named(Activation.IDENTITY);
    return IntStream.range(0, graph.layers().size())
        .filter(l -> !graph.layers().get(l).unit().text().equals(identity.text()))
        .mapToObj(
            l -> {
              GraphLayer layer = graph.layers().get(l);
              return with(l, new GraphLayer(layer.name(), layer.kind(), layer.from(), identity));
            });
  }

  private Optional<LayerGraph> with(int l, GraphLayer layer) {
    List<GraphLayer> layers = new ArrayList<>(graph.layers());
    layers.set(l, layer);
    return built(graph.inputShape(), layers);
  }

  /**
   * The layers that the last one needs, each of what it now reads; none if one cannot read that, or
   * if nothing that is learnt is left.
   */
  private Optional<LayerGraph> built(List<Integer> inputShape, List<GraphLayer> layers) {
    List<GraphLayer> needed = needed(layers);
    boolean readsInput = needed.stream().anyMatch(layer -> layer.from().contains(0));
    boolean learns = needed.stream().anyMatch(layer -> !layer.kind().tensors().isEmpty());
    if (!readsInput || !learns) {
      return Optional.empty();
    }
    List<List<Integer>> shapes = new ArrayList<>(List.of(inputShape));
    List<GraphLayer> result = new ArrayList<>();
    for (GraphLayer layer : needed) {
      Optional<LayerReference> kind =
          layer.kind().on(layer.from().stream().map(shapes::get).toList());
      if (kind.isEmpty() || !suits(kind.get(), layer.from(), result)) {
        return Optional.empty();
      }
      result.add(new GraphLayer(layer.name(), kind.get(), layer.from(), layer.unit()));
      shapes.add(kind.get().shape());
    }
    return Optional.of(new LayerGraph(inputShape, result, graph.categories()));
  }

  /** Normalization reads the input, and an embedding the slice of the input that holds indices. */
  private static boolean suits(LayerReference kind, List<Integer> from, List<GraphLayer> before) {
    if (kind instanceof SameReference same && same.normalizes()) {
      return from.equals(List.of(0));
    }
    if (kind instanceof EmbeddingReference) {
      return from.get(0) > 0 && before.get(from.get(0) - 1).from().equals(List.of(0));
    }
    return true;
  }

  private static List<GraphLayer> needed(List<GraphLayer> layers) {
    boolean[] isNeeded = new boolean[layers.size() + 1];
    isNeeded[layers.size()] = true;
    for (int l = layers.size(); l > 0; l--) {
      if (isNeeded[l]) {
        layers.get(l - 1).from().forEach(value -> isNeeded[value] = true);
      }
    }
    int[] numbers = new int[layers.size() + 1];
    Arrays.setAll(
        numbers, value -> (int) IntStream.range(1, value + 1).filter(l -> isNeeded[l]).count());
    return IntStream.range(0, layers.size())
        .filter(l -> isNeeded[l + 1])
        .mapToObj(layers::get)
        .map(
            layer ->
                new GraphLayer(
                    layer.name(),
                    layer.kind(),
                    layer.from().stream().map(value -> numbers[value]).collect(Collectors.toList()),
                    layer.unit()))
        .toList();
  }
}

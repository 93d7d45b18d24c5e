package io.github.gradsmith.processor.random;

import io.github.gradsmith.processor.kind.registry.Layers;
import io.github.gradsmith.processor.model.InputModel;
import io.github.gradsmith.processor.model.LayerModel;
import io.github.gradsmith.processor.model.LayerName;
import io.github.gradsmith.processor.model.Shape;
import io.github.gradsmith.processor.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Layers that are written as an enum.
 *
 * @param inputShape sizes of the input
 * @param layers in order of computation; the last gives the output
 * @param categories of each place of the input that holds an index
 */
record LayerGraph(
    List<Integer> inputShape, List<GraphLayer> layers, Map<Integer, Integer> categories) {
  /** The constants of the enum, the input among them. */
  String text() {
    List<String> names = new ArrayList<>(List.of("IN"));
    layers.forEach(layer -> names.add(layer.name()));
    StringBuilder text = new StringBuilder("    @Input({");
    text.append(String.join(", ", inputShape.stream().map(String::valueOf).toList()));
    text.append("}) IN");
    for (int l = 1; l <= layers.size(); l++) {
      GraphLayer layer = layers.get(l - 1);
      boolean merges =
          layer.kind() instanceof MergeReference merge
                  && merge.kind() != MergeReference.Kind.ELEMENTWISE
              || layer.from().size() > 1;
      boolean readsTheOneBefore = !merges && layer.from().equals(List.of(l - 1));
      text.append(",\n    ").append(layer.constant(names, readsTheOneBefore));
    }
    return text.toString();
  }

  /** Numbers of each value, those of the input first. */
  List<Integer> sizes() {
    List<Integer> sizes = new ArrayList<>(List.of(RandomGraphs.product(inputShape)));
    layers.forEach(layer -> sizes.add(layer.kind().size()));
    return sizes;
  }

  /** The input as the processor's model has it. */
  InputModel input() {
    return new InputModel(LayerName.ofConstant("IN"), new Shape(inputShape));
  }

  /** The layers as the processor's model has them. */
  List<LayerModel> models() {
    List<Value> values = new ArrayList<>(List.of(input().value()));
    List<LayerModel> models = new ArrayList<>();
    for (GraphLayer layer : layers) {
      LayerModel model =
          Layers.of(
              models.size() + 2,
              LayerName.ofConstant(layer.name()),
              layer.kind().choice(layer.unit().choice()),
              layer.from().stream().map(values::get).toList());
      models.add(model);
      values.add(model.value());
    }
    return models;
  }

  /** Products of weights with numbers, which is what time goes to. */
  long products() {
    long products = 1;
    for (GraphLayer layer : layers) {
      long weights = layer.kind().tensors().stream().mapToLong(Integer::longValue).sum();
      long steps =
          layer.kind() instanceof DenseReference dense ? layer.kind().size() / dense.units() : 1;
      products += weights * steps + layer.kind().size();
    }
    return products;
  }
}

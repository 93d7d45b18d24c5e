package io.github.gradsmith.processor.random;

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

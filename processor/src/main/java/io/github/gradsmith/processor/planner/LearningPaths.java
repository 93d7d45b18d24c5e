package io.github.gradsmith.processor.planner;

import io.github.gradsmith.processor.plan.LayerPlan;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The layers whose values depend on anything that is learnt: deltas go back to these alone. The
 * last layer is one of them in any case.
 */
final class LearningPaths {
  private LearningPaths() {}

  /** The numbers of these layers. */
  static Set<Integer> of(List<LayerPlan> layers) {
    Set<Integer> numbers = new HashSet<>();
    layers.stream()
        .filter(layer -> layer.model().value().isLearnt())
        .forEach(layer -> numbers.add(layer.number()));
    numbers.add(layers.get(layers.size() - 1).number());
    return numbers;
  }
}

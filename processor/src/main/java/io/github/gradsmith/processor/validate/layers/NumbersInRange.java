package io.github.gradsmith.processor.validate.layers;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.LayerMessage;
import io.github.gradsmith.processor.model.Hyperparameter;
import io.github.gradsmith.processor.model.LayerAnnotation;
import io.github.gradsmith.processor.model.LayerChoice.Type;
import io.github.gradsmith.processor.resolve.ResolvedNetwork;
import io.github.gradsmith.processor.validate.graph.LayerGraph;
import io.github.gradsmith.processor.validate.graph.LayerNode;
import io.github.gradsmith.processor.validate.graph.NumberRange;
import io.github.gradsmith.processor.validate.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The numbers of layers are in range, whatever the layers read; an input has sizes. */
public final class NumbersInRange implements Rule {
  @Override
  public List<Fault> faults(ResolvedNetwork network) {
    List<Fault> faults = new ArrayList<>();
    for (LayerNode node : LayerGraph.nodesOf(network)) {
      node.annotation().ifPresent(annotation -> judge(faults, node, annotation, network));
    }
    return faults;
  }

  private static void judge(
      List<Fault> faults, LayerNode node, LayerAnnotation annotation, ResolvedNetwork network) {
    if (annotation.isInput() && annotation.numbers().isEmpty()) {
      faults.add(LayerMessage.INPUT_WITHOUT_SIZES.at(annotation.place(), node.name()));
    }
    for (Hyperparameter number : annotation.numbers()) {
      NumberRange.miss(annotation, number, network)
          .map(expected -> fault(node, annotation, number, expected))
          .ifPresent(faults::add);
    }
  }

  static Fault fault(
      LayerNode node, LayerAnnotation annotation, Hyperparameter number, String expected) {
    String name =
        !number.name().equals("value")
            ? number.name()
            : annotation.isInput() ? "A size" : "The rate";
    return LayerMessage.LAYER_NUMBER.at(
        number.place(), name, node.name(), text(annotation, number), expected);
  }

  private static String text(LayerAnnotation annotation, Hyperparameter number) {
    boolean fractions =
        annotation.type().filter(Set.of(Type.DROPOUT, Type.LAYER_NORM)::contains).isPresent();
    return fractions ? String.valueOf(number.value()) : String.valueOf((int) number.value());
  }
}

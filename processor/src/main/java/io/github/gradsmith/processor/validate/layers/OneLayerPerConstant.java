package io.github.gradsmith.processor.validate.layers;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.LayerMessage;
import io.github.gradsmith.processor.model.LayerAnnotation;
import io.github.gradsmith.processor.model.LayerConstant;
import io.github.gradsmith.processor.resolve.ResolvedNetwork;
import io.github.gradsmith.processor.validate.graph.LayerGraph;
import io.github.gradsmith.processor.validate.graph.LayerNode;
import io.github.gradsmith.processor.validate.rule.Rule;
import java.util.ArrayList;
import java.util.List;

/** Every constant carries exactly one annotation of a layer. */
public final class OneLayerPerConstant implements Rule {
  @Override
  public List<Fault> faults(ResolvedNetwork network) {
    List<Fault> faults = new ArrayList<>();
    for (LayerNode node : LayerGraph.nodesOf(network)) {
      LayerConstant constant = node.constant();
      if (constant.annotations().isEmpty()) {
        String example = node.number() == 1 ? "@Input(784)" : "@Dense(units = 10)";
        String layers = network.declaration().layerEnum().orElseThrow().name();
        faults.add(LayerMessage.NO_LAYER.at(constant.place(), node.name(), layers, example));
      }
      constant.annotations().stream()
          .skip(1)
          .forEach(further -> faults.add(second(constant, further)));
    }
    return faults;
  }

  private static Fault second(LayerConstant constant, LayerAnnotation further) {
    String first = constant.annotations().get(0).name();
    return LayerMessage.SECOND_LAYER.at(further.place(), further.name(), first, constant.name());
  }
}

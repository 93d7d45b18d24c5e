package io.github.gradsmith.processor.kernel.api;

import com.palantir.javapoet.CodeBlock;
import io.github.gradsmith.processor.model.LayerModel;
import io.github.gradsmith.processor.model.LayerParameter;
import io.github.gradsmith.processor.model.NetworkModel;
import io.github.gradsmith.processor.model.Shape;
import io.github.gradsmith.processor.model.Value;
import java.util.List;
import java.util.stream.Collectors;

/** The layers of a network, told to the builder of its topology. */
final class TopologyLayers {
  private TopologyLayers() {}

  /** The calls for {@code network}. */
  static CodeBlock of(NetworkModel network) {
    return network.isNamed() ? graph(network) : chain(network);
  }

  private static CodeBlock chain(NetworkModel network) {
    CodeBlock.Builder widths = CodeBlock.builder().add("$L", network.input().numbers());
    network.layers().forEach(layer -> widths.add(",$W$L", layer.outputs()));
    List<CodeBlock> activations =
        network.layers().stream()
            .map(layer -> CodeBlock.of("$S", layer.activation().text()))
            .toList();
    return CodeBlock.builder()
        .add("\n.layers($L)", widths.build())
        .add("\n.activations($L)", CodeBlock.join(activations, ",$W"))
        .build();
  }

  private static CodeBlock graph(NetworkModel network) {
    CodeBlock.Builder code =
        CodeBlock.builder()
            .add("\n.input($S, $L)", network.input().name().text(), sizes(network.input().shape()));
    for (LayerModel layer : network.layers()) {
      code.add(
          "\n.layer($S, $S, $S, new int[] {$L}",
          layer.name().text(),
          layer.choice().type(),
          layer.activation().text(),
          sizes(layer.shape()));
      layer.from().forEach(value -> code.add(",$W$S", name(network, value)));
      code.add(")");
      layer
          .choice()
          .attributes()
          .forEach((name, value) -> code.add("\n.attribute($S, $L)", name, value));
      for (LayerParameter parameter : layer.parameters()) {
        code.add("\n.parameter($S, $L)", parameter.name(), sizes(parameter.shape()));
      }
    }
    return code.build();
  }

  private static String name(NetworkModel network, Value value) {
    return value.layer() == Value.INPUT
        ? network.input().name().text()
        : network.layers().get(value.layer() - 2).name().text();
  }

  private static String sizes(Shape shape) {
    return shape.sizes().stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}

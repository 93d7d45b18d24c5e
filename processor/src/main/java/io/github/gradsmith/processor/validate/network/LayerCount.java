package io.github.gradsmith.processor.validate.network;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.diagnostic.Place;
import io.github.gradsmith.processor.resolve.ResolvedNetwork;
import io.github.gradsmith.processor.validate.rule.Rule;
import java.util.List;

/** There are at least two layers, and not more than the generated methods can hold. */
public final class LayerCount implements Rule {
  /** Keeps the methods that call every layer's below the 8,000 bytes that HotSpot compiles. */
  static final int MOST = 64;

  @Override
  public List<Fault> faults(ResolvedNetwork network) {
    boolean written =
        network.importedNetwork().isPresent() || network.declaration().writtenLayers().isPresent();
    if (network.lacksLayers() || !written) {
      return List.of();
    }
    int count =
        network
            .importedGraph()
            .map(graph -> graph.layers().size() + 1)
            .orElse(network.layers().value().size());
    if (count < 2) {
      String found = count == 0 ? "no layer" : "1 layer";
      return List.of(Message.TOO_FEW_LAYERS.at(network.layers().place(), found));
    }
    return count > MOST ? List.of(tooMany(network, count)) : List.of();
  }

  private static Fault tooMany(ResolvedNetwork network, int count) {
    Place place = network.layers().place();
    if (network.imported().isEmpty()) {
      return Message.TOO_MANY_LAYERS.at(place, count, MOST);
    }
    String file = network.declaration().model().orElseThrow().value().name();
    String found =
        "it has " + count + " layers, the input counted; at most " + MOST + " are supported";
    return Message.MODEL_UNSUPPORTED.at(place, file, found);
  }
}

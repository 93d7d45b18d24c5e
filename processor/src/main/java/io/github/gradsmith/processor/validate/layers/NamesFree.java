package io.github.gradsmith.processor.validate.layers;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.LayerMessage;
import io.github.gradsmith.processor.diagnostic.Place;
import io.github.gradsmith.processor.resolve.ResolvedNetwork;
import io.github.gradsmith.processor.validate.graph.LayerGraph;
import io.github.gradsmith.processor.validate.graph.LayerNode;
import io.github.gradsmith.processor.validate.rule.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** In files, where names are in lower case, layers are called by names of their own. */
public final class NamesFree implements Rule {
  /** What else files name. */
  private static final Set<String> RESERVED =
      Set.of("optimizer", "training", "features", "targets", "dropout");

  @Override
  public List<Fault> faults(ResolvedNetwork network) {
    List<Fault> faults = new ArrayList<>();
    Map<String, String> called = new HashMap<>();
    for (LayerNode node : LayerGraph.nodesOf(network)) {
      Place place = node.constant().place();
      String name = node.name().toLowerCase(Locale.ROOT);
      if (RESERVED.contains(name)) {
        faults.add(LayerMessage.RESERVED_NAME.at(place, node.name(), name));
      }
      String same = called.putIfAbsent(name, node.name());
      if (same != null) {
        faults.add(LayerMessage.EQUAL_NAMES.at(place, same, node.name(), name));
      }
    }
    return faults;
  }
}

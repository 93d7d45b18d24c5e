package io.github.gradsmith.processor.validate.network;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.resolve.ResolvedNetwork;
import io.github.gradsmith.processor.validate.rule.Rule;
import java.util.List;

/** An optimizer stands on a network that trains, not on a predictor. */
public final class OptimizerTrains implements Rule {
  @Override
  public List<Fault> faults(ResolvedNetwork network) {
    if (!network.declaration().predictsOnly()) {
      return List.of();
    }
    String extended = String.join(" and ", network.declaration().extendedNames());
    return network.declaration().optimizers().stream()
        .map(
            optimizer ->
                Message.OPTIMIZER_OF_PREDICTOR.at(
                    optimizer.place(),
                    optimizer.annotation(),
                    network.declaration().type().simpleName(),
                    extended,
                    extended.replace("Predictor", "Network")))
        .toList();
  }
}

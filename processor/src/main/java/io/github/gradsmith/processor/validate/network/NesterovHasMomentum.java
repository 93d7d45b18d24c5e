package io.github.gradsmith.processor.validate.network;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.model.OptimizerDeclaration.Sgd;
import io.github.gradsmith.processor.resolve.ResolvedNetwork;
import io.github.gradsmith.processor.validate.rule.Rule;
import java.util.List;

/** Nesterov's variant comes with momentum. */
public final class NesterovHasMomentum implements Rule {
  @Override
  public List<Fault> faults(ResolvedNetwork network) {
    return network.declaration().optimizers().stream()
        .filter(Sgd.class::isInstance)
        .map(Sgd.class::cast)
        .filter(sgd -> sgd.nesterov().value() && sgd.momentum().value() == 0)
        .map(sgd -> Message.NESTEROV_WITHOUT_MOMENTUM.at(sgd.nesterov().place()))
        .toList();
  }
}

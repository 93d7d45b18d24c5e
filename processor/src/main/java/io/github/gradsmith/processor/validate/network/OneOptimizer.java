package io.github.gradsmith.processor.validate.network;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.model.OptimizerDeclaration;
import io.github.gradsmith.processor.resolve.ResolvedNetwork;
import io.github.gradsmith.processor.validate.rule.Rule;
import java.util.List;

/** A network has at most one optimizer. */
public final class OneOptimizer implements Rule {
  @Override
  public List<Fault> faults(ResolvedNetwork network) {
    List<OptimizerDeclaration> optimizers = network.declaration().optimizers();
    return optimizers.stream()
        .skip(1)
        .map(
            further ->
                Message.SECOND_OPTIMIZER.at(
                    further.place(), further.annotation(), optimizers.get(0).annotation()))
        .toList();
  }
}

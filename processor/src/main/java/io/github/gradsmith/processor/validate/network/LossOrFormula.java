package io.github.gradsmith.processor.validate.network;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.resolve.ResolvedNetwork;
import io.github.gradsmith.processor.validate.rule.Rule;
import java.util.List;

/** Not both a loss and the formula of a loss are written. */
public final class LossOrFormula implements Rule {
  @Override
  public List<Fault> faults(ResolvedNetwork network) {
    return network.declaration().lossFormula().stream()
        .filter(formula -> network.declaration().lossWritten())
        .map(formula -> Message.LOSS_AND_FORMULA.at(formula.place()))
        .toList();
  }
}

package io.github.gradsmith.processor.validate.network;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.model.NetworkDeclaration;
import io.github.gradsmith.processor.validate.rule.Rule;
import java.util.List;

/** Not both a loss and the formula of a loss are written. */
public final class LossOrFormula implements Rule {
  @Override
  public List<Fault> faults(NetworkDeclaration declaration) {
    return declaration.lossFormula().stream()
        .filter(formula -> declaration.lossWritten())
        .map(formula -> Message.LOSS_AND_FORMULA.at(formula.place()))
        .toList();
  }
}

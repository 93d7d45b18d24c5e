package io.github.gradsmith.processor.optimizer;

import io.github.gradsmith.processor.model.OptimizerChoice;

/** The registry: which rule an optimizer has. */
public final class Optimizers {
  private Optimizers() {}

  /** The rule with the hyper-parameters of {@code choice}. */
  public static UpdateRule of(OptimizerChoice choice) {
    if (choice instanceof OptimizerChoice.RmsProp rmsProp) {
      return RmsProp.rule(rmsProp);
    }
    if (choice instanceof OptimizerChoice.Adam adam) {
      return Adam.rule(adam);
    }
    if (choice instanceof OptimizerChoice.AdamW adamW) {
      return AdamW.rule(adamW);
    }
    if (choice instanceof OptimizerChoice.Adagrad adagrad) {
      return Adagrad.rule(adagrad);
    }
    return Sgd.rule((OptimizerChoice.Sgd) choice);
  }
}

package io.github.gradsmith.processor.optimizer;

import io.github.gradsmith.processor.model.OptimizerChoice;

/** Adagrad, as {@code torch.optim.Adagrad} without decay of the learning rate. */
final class Adagrad {
  private static final String SOURCE =
      "Duchi, Hazan and Singer, Adaptive Subgradient Methods for Online Learning and Stochastic"
          + " Optimization, 2011";

  private Adagrad() {}

  static UpdateRule rule(OptimizerChoice.Adagrad choice) {
    return UpdateRule.named("ADAGRAD", SOURCE)
        .hyperParameter("ε", choice.epsilon())
        .slot("s", "sum")
        .assign("s", "s + g^2")
        .assign("w", "w - r * g / (sqrt(s) + ε)")
        .build();
  }
}

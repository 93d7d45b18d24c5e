package io.github.gradsmith.processor.optimizer;

import io.github.gradsmith.processor.model.OptimizerChoice;

/**
 * Stochastic gradient descent, as {@code torch.optim.SGD} without dampening: a decay λ as an L2
 * penalty, a momentum μ, and Nesterov's variant, which looks ahead along it.
 */
final class Sgd {
  private static final String SOURCE =
      "Robbins and Monro, A stochastic approximation method, 1951; Polyak, Some methods of speeding"
          + " up the convergence of iteration methods, 1964; Sutskever, Martens, Dahl and Hinton,"
          + " On the importance of initialization and momentum in deep learning, 2013";

  private Sgd() {}

  static UpdateRule rule(OptimizerChoice.Sgd choice) {
    UpdateRule.Builder rule = UpdateRule.named("SGD", SOURCE);
    if (choice.weightDecay() != 0) {
      rule.hyperParameter("λ", choice.weightDecay()).assign("g", "g + λ * w");
    }
    if (choice.momentum() == 0) {
      return rule.assign("w", "w - r * g").build();
    }
    return rule.hyperParameter("μ", choice.momentum())
        .slot("m", "momentum_buffer")
        .assign("m", "μ * m + g")
        .assign("w", choice.nesterov() ? "w - r * (g + μ * m)" : "w - r * m")
        .build();
  }
}

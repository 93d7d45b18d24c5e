package io.github.gradsmith.processor.optimizer;

import io.github.gradsmith.processor.model.OptimizerChoice;

/** RMSProp, as {@code torch.optim.RMSprop} without momentum and centering. */
final class RmsProp {
  private static final String SOURCE =
      "Tieleman and Hinton, Neural Networks for Machine Learning, lecture 6.5, 2012";

  private RmsProp() {}

  static UpdateRule rule(OptimizerChoice.RmsProp choice) {
    return UpdateRule.named("RMSPROP", SOURCE)
        .hyperParameter("α", choice.alpha())
        .hyperParameter("ε", choice.epsilon())
        .slot("v", "square_avg")
        .assign("v", "α * v + (1 - α) * g^2")
        .assign("w", "w - r * g / (sqrt(v) + ε)")
        .build();
  }
}

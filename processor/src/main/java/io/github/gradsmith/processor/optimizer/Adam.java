package io.github.gradsmith.processor.optimizer;

import io.github.gradsmith.processor.model.OptimizerChoice;

/**
 * Adam, as {@code torch.optim.Adam}. Both means start at 0 and are too small by the factors 1 − β1ᵏ
 * and 1 − β2ᵏ after k steps. PyTorch's form of the step, r / (1 − β1ᵏ) · m / (√v / √(1 − β2ᵏ) + ε),
 * is written with u = √(1 − β2ᵏ) above and below, as section 2 of the paper proposes: only numbers
 * that are the same for all parameters depend on k.
 */
final class Adam {
  private static final String SOURCE =
      "Kingma and Ba, Adam: A Method for Stochastic Optimization, 2015";

  /** What is subtracted from a parameter. */
  static final String STEP = "c * m / (sqrt(v) + e)";

  private Adam() {}

  static UpdateRule rule(OptimizerChoice.Adam choice) {
    UpdateRule.Builder rule = UpdateRule.named("ADAM", SOURCE);
    return corrected(rule, choice.beta1(), choice.beta2(), choice.epsilon())
        .assign("w", "w - " + STEP)
        .build();
  }

  /** Adds all but the parameter itself to a rule. */
  static UpdateRule.Builder corrected(
      UpdateRule.Builder rule, double beta1, double beta2, double epsilon) {
    return rule.hyperParameter("β1", beta1)
        .hyperParameter("β2", beta2)
        .hyperParameter("ε", epsilon)
        .slot("m", "exp_avg")
        .slot("v", "exp_avg_sq")
        .scalar("u", "sqrt(1 - β2^k)")
        .scalar("c", "r * u / (1 - β1^k)")
        .scalar("e", "ε * u")
        .assign("m", "β1 * m + (1 - β1) * g")
        .assign("v", "β2 * v + (1 - β2) * g^2");
  }
}

package io.github.gradsmith.processor.optimizer;

import io.github.gradsmith.processor.model.OptimizerChoice;

/**
 * Adam with decoupled weight decay λ, as {@code torch.optim.AdamW}: it bypasses both means. Decay
 * and step are one assignment, for a loop that writes w twice is not always turned into SIMD.
 */
final class AdamW {
  private static final String SOURCE =
      "Loshchilov and Hutter, Decoupled Weight Decay Regularization, 2019";

  private AdamW() {}

  static UpdateRule rule(OptimizerChoice.AdamW choice) {
    UpdateRule.Builder rule = UpdateRule.named("ADAMW", SOURCE);
    String decay = "";
    if (choice.weightDecay() != 0) {
      rule.hyperParameter("λ", choice.weightDecay());
      decay = "r * λ * w - ";
    }
    return Adam.corrected(rule, choice.beta1(), choice.beta2(), choice.epsilon())
        .assign("w", "w - " + decay + Adam.STEP)
        .build();
  }
}

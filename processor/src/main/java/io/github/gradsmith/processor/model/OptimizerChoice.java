package io.github.gradsmith.processor.model;

/** The rule that turns a gradient into a step, with its hyper-parameters, all in range. */
public sealed interface OptimizerChoice {
  /** W = W − α ∂E/∂W, which a network without an optimizer annotation uses. */
  OptimizerChoice PLAIN = new Sgd(0, false, 0);

  /** Stochastic gradient descent. */
  record Sgd(double momentum, boolean nesterov, double weightDecay) implements OptimizerChoice {}

  /** RMSProp. */
  record RmsProp(double alpha, double epsilon) implements OptimizerChoice {}

  /** Adam. */
  record Adam(double beta1, double beta2, double epsilon) implements OptimizerChoice {}

  /** Adam with decoupled weight decay. */
  record AdamW(double beta1, double beta2, double epsilon, double weightDecay)
      implements OptimizerChoice {}

  /** Adagrad. */
  record Adagrad(double epsilon) implements OptimizerChoice {}
}

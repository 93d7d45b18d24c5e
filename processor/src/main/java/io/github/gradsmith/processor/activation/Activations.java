package io.github.gradsmith.processor.activation;

import io.github.gradsmith.Activation;

/** The registry: which formula an activation has. */
public final class Activations {
  private Activations() {}

  /** A new constant of the enum does not compile until it has its line here. */
  public static ActivationFormula formula(Activation activation) {
    return switch (activation) {
      case SIGMOID -> Sigmoid.FORMULA;
      case TANH -> Tanh.FORMULA;
      case RELU -> Relu.FORMULA;
      case IDENTITY -> Identity.FORMULA;
      case SOFTMAX -> Softmax.FORMULA;
    };
  }
}

package io.github.gradsmith.processor.initializer;

import io.github.gradsmith.Activation;
import io.github.gradsmith.Initializer;

/** The registry: how an initializer draws the weights of a layer. */
public final class Initializers {
  private Initializers() {}

  /** A new constant of the enum does not compile until it has its line here. */
  public static Distribution distribution(
      Initializer initializer, Activation activation, int inputs, int outputs) {
    return switch (initializer) {
      case AUTO -> distribution(automatic(activation), activation, inputs, outputs);
      case GLOROT_UNIFORM -> Glorot.uniform(inputs, outputs);
      case GLOROT_NORMAL -> Glorot.normal(inputs, outputs);
      case HE_UNIFORM -> He.uniform(inputs);
      case HE_NORMAL -> He.normal(inputs);
      case LECUN_NORMAL -> LeCun.normal(inputs);
      case ZEROS -> new Distribution.Zero();
    };
  }

  /** He's for the rectifier it was made for, Glorot's for the rest. */
  private static Initializer automatic(Activation activation) {
    return switch (activation) {
      case RELU -> Initializer.HE_NORMAL;
      case SIGMOID, TANH, IDENTITY, SOFTMAX -> Initializer.GLOROT_UNIFORM;
    };
  }
}

package io.github.gradsmith.processor.initializer;

import io.github.gradsmith.Initializer;

/** The registry: how an initializer draws the weights of a layer. */
public final class Initializers {
  private Initializers() {}

  /**
   * How the weights of a layer are drawn.
   *
   * <p>A new constant of the enum does not compile until it has its line here.
   *
   * @param automatic what {@code AUTO} is for the layer's activation, none of them {@code AUTO}
   */
  public static Distribution distribution(
      Initializer initializer, Initializer automatic, int inputs, int outputs) {
    return switch (initializer) {
      case AUTO -> distribution(automatic, automatic, inputs, outputs);
      case GLOROT_UNIFORM -> Glorot.uniform(inputs, outputs);
      case GLOROT_NORMAL -> Glorot.normal(inputs, outputs);
      case HE_UNIFORM -> He.uniform(inputs);
      case HE_NORMAL -> He.normal(inputs);
      case LECUN_NORMAL -> LeCun.normal(inputs);
      case ZEROS -> new Distribution.Zero();
    };
  }
}

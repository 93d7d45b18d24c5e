package io.github.gradsmith.processor.model;

import io.github.gradsmith.Activation;

/** The activation of a layer: one of the toolbox, or a formula of the user's own. */
public sealed interface ActivationChoice {
  /** As the topology and weight files name it. */
  String text();

  /** One of the toolbox. */
  record Named(Activation constant) implements ActivationChoice {
    @Override
    public String text() {
      return constant.name();
    }
  }

  /** A formula in {@code z} that can be read. */
  record Written(String formula) implements ActivationChoice {
    @Override
    public String text() {
      return formula;
    }
  }
}

package io.github.gradsmith.processor.model;

import io.github.gradsmith.Loss;

/** The loss of a network: one of the toolbox, or a formula of the user's own. */
public sealed interface LossChoice {
  /** As the topology and weight files name it. */
  String text();

  /** One of the toolbox. */
  record Named(Loss constant) implements LossChoice {
    @Override
    public String text() {
      return constant.name();
    }
  }

  /** One output's term in {@code a} and {@code t}, which can be read, in its canonical spelling. */
  record Written(String formula) implements LossChoice {
    @Override
    public String text() {
      return formula;
    }
  }
}

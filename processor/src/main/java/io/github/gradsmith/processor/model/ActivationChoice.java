package io.github.gradsmith.processor.model;

import io.github.gradsmith.Activation;

/** The activation of a layer: one of the toolbox, or a formula of the user's own. */
public sealed interface ActivationChoice {
  /** As the topology and weight files name it. */
  String text();

  /**
   * What a formula means: {@code softmax(z)} and {@code logsoftmax(z)}, however spaced, are the
   * toolbox's.
   */
  static ActivationChoice ofFormula(String formula) {
    return switch (formula.replaceAll("\\s", "")) {
      case "softmax(z)" -> new Named(Activation.SOFTMAX);
      case "logsoftmax(z)" -> new Named(Activation.LOG_SOFTMAX);
      default -> new Written(formula);
    };
  }

  /** One of the toolbox. */
  record Named(Activation constant) implements ActivationChoice {
    @Override
    public String text() {
      return constant.name();
    }
  }

  /** A formula in {@code z}; in a model it can be read and has its one canonical spelling. */
  record Written(String formula) implements ActivationChoice {
    @Override
    public String text() {
      return formula;
    }
  }
}

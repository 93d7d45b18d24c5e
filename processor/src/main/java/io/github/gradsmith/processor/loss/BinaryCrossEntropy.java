package io.github.gradsmith.processor.loss;

/** The cross entropy of a target probability t and an output a, for each output alone. */
final class BinaryCrossEntropy {
  static final LossFormula FORMULA =
      LossFormula.of(
          "Bishop, Pattern Recognition and Machine Learning, 2006, section 4.3.2",
          "-t * log(a) - (1 - t) * log(1 - a)");

  private BinaryCrossEntropy() {}
}

package io.github.gradsmith.processor.loss;

/** The cross entropy of target probabilities t and outputs a. */
final class CrossEntropy {
  private static final String SOURCE =
      "Bishop, Pattern Recognition and Machine Learning, 2006, section 4.3.4";

  static final LossFormula FORMULA = LossFormula.of(SOURCE, "-t * log(a)");

  /** Of outputs that are logarithms of probabilities. */
  static final LossFormula OF_LOGARITHMS = LossFormula.of(SOURCE, "-t * a");

  private CrossEntropy() {}
}

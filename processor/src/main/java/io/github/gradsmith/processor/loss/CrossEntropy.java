package io.github.gradsmith.processor.loss;

/** The cross entropy of target probabilities t and outputs a. */
final class CrossEntropy {
  static final LossFormula FORMULA =
      LossFormula.of(
          "Bishop, Pattern Recognition and Machine Learning, 2006, section 4.3.4", "-t * log(a)");

  private CrossEntropy() {}
}

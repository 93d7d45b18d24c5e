package io.github.gradsmith.processor.loss;

import io.github.gradsmith.Loss;

/** The registry: which formula a loss has. */
public final class Losses {
  private Losses() {}

  /** A new constant of the enum does not compile until it has its line here. */
  public static LossFormula formula(Loss loss) {
    return switch (loss) {
      case HALF_SQUARED_ERROR -> HalfSquaredError.FORMULA;
      case CROSS_ENTROPY -> CrossEntropy.FORMULA;
    };
  }
}

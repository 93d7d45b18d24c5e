package io.github.gradsmith.processor.loss;

import io.github.gradsmith.Loss;
import io.github.gradsmith.processor.model.LossChoice;

/** The registry: which formula a loss has. */
public final class Losses {
  private Losses() {}

  /** The formula of a loss, named or the user's own, over so many outputs. */
  public static LossFormula of(LossChoice choice, int outputs) {
    LossFormula formula =
        choice instanceof LossChoice.Named named
            ? formula(named.constant())
            : LossFormula.written(((LossChoice.Written) choice).formula());
    return formula.forOutputs(outputs);
  }

  /** A new constant of the enum does not compile until it has its line here. */
  public static LossFormula formula(Loss loss) {
    return switch (loss) {
      case HALF_SQUARED_ERROR -> HalfSquaredError.FORMULA;
      case MEAN_SQUARED_ERROR -> MeanSquaredError.FORMULA;
      case ABSOLUTE_ERROR -> AbsoluteError.FORMULA;
      case HUBER -> Huber.FORMULA;
      case BINARY_CROSS_ENTROPY -> BinaryCrossEntropy.FORMULA;
      case CROSS_ENTROPY -> CrossEntropy.FORMULA;
    };
  }
}

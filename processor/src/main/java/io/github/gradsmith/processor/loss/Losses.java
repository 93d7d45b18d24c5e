package io.github.gradsmith.processor.loss;

import io.github.gradsmith.Activation;
import io.github.gradsmith.Loss;
import io.github.gradsmith.processor.formula.expr.Remembered;
import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.LossChoice;

/** The registry: which formula a loss has. */
public final class Losses {
  private static final Remembered<String, LossFormula> WRITTEN =
      new Remembered<>(LossFormula::written);
  private static final Remembered<OfOutputs, LossFormula> OF_OUTPUTS =
      new Remembered<>(of -> of.loss().forOutputs(of.outputs()));

  private record OfOutputs(LossFormula loss, int outputs) {}

  private Losses() {}

  /**
   * The formula of a loss, named or the user's own, behind a last layer of so many outputs with
   * such an activation.
   */
  public static LossFormula of(LossChoice choice, ActivationChoice last, int outputs) {
    LossFormula formula =
        choice instanceof LossChoice.Named named
            ? formula(named.constant(), last)
            : WRITTEN.of(((LossChoice.Written) choice).formula());
    return OF_OUTPUTS.of(new OfOutputs(formula, outputs));
  }

  private static LossFormula formula(Loss loss, ActivationChoice last) {
    boolean logarithms =
        last instanceof ActivationChoice.Named named && named.constant() == Activation.LOG_SOFTMAX;
    return loss == Loss.CROSS_ENTROPY && logarithms ? CrossEntropy.OF_LOGARITHMS : formula(loss);
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

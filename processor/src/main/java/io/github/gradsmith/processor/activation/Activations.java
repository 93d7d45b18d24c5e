package io.github.gradsmith.processor.activation;

import io.github.gradsmith.Activation;
import io.github.gradsmith.processor.formula.expr.Remembered;
import io.github.gradsmith.processor.formula.machine.Arithmetic;
import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.Precision;

/** The registry: which formula an activation has. */
public final class Activations {
  private static final Remembered<String, ElementwiseFormula> WRITTEN =
      new Remembered<>(ElementwiseFormula::written);

  private Activations() {}

  /** The formula of a layer's activation, named or the user's own. */
  public static ActivationFormula of(ActivationChoice choice) {
    return choice instanceof ActivationChoice.Named named
        ? formula(named.constant())
        : WRITTEN.of(((ActivationChoice.Written) choice).formula());
  }

  /** Likewise, with a slope that is right in the precision of a network. */
  public static ActivationFormula of(ActivationChoice choice, Precision precision) {
    return choice instanceof ActivationChoice.Written written
        ? WRITTEN.of(written.formula()).in(Arithmetic.of(precision))
        : of(choice);
  }

  /** A new constant of the enum does not compile until it has its line here. */
  public static ActivationFormula formula(Activation activation) {
    return switch (activation) {
      case SIGMOID -> Sigmoid.FORMULA;
      case TANH -> Tanh.FORMULA;
      case RELU -> Relu.FORMULA;
      case LEAKY_RELU -> LeakyRelu.FORMULA;
      case ELU -> Elu.FORMULA;
      case SELU -> Selu.FORMULA;
      case SOFTPLUS -> Softplus.FORMULA;
      case SOFTSIGN -> Softsign.FORMULA;
      case SILU -> Silu.FORMULA;
      case GELU -> Gelu.FORMULA;
      case MISH -> Mish.FORMULA;
      case HARD_SIGMOID -> HardSigmoid.FORMULA;
      case IDENTITY -> Identity.FORMULA;
      case SOFTMAX -> Softmax.FORMULA;
      case LOG_SOFTMAX -> Softmax.LOGARITHM;
    };
  }
}

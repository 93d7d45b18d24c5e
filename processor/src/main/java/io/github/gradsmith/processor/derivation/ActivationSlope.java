package io.github.gradsmith.processor.derivation;

import io.github.gradsmith.processor.activation.ElementwiseFormula;
import io.github.gradsmith.processor.activation.Slope;
import io.github.gradsmith.processor.formula.expr.Expr;

/** The derivative of an elementwise activation, from its formula to the form the code computes. */
final class ActivationSlope {
  private static final String SUBJECT = "\\frac{da}{dz}";

  private ActivationSlope() {}

  /** All steps. */
  static Calculation of(ElementwiseFormula formula) {
    Calculation calculation =
        Logistic.derive(SUBJECT, formula.value(), "z")
            .orElseGet(() -> Differentiation.of(SUBJECT, formula.value(), "z"));
    Slope slope = formula.slope();
    String reason = slope.inOutput() ? "in a alone" : "simplified";
    return calculation.shortened().then(new Step(slope.expression(), reason));
  }

  /** What a page shows as the value: the logistic function as a fraction, others as they are. */
  static Expr value(ElementwiseFormula formula) {
    return Logistic.fraction(formula.value()).orElse(formula.value());
  }
}

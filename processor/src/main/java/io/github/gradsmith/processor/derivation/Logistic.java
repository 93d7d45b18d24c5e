package io.github.gradsmith.processor.derivation;

import io.github.gradsmith.processor.formula.derive.Derivative;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.Function;
import io.github.gradsmith.processor.formula.form.Simplifier;
import io.github.gradsmith.processor.formula.render.LatexRenderer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The lecture's way to the derivative of a = 1 / (1 + e⁻ᵘ), for any u in z: seven steps, which end
 * at a (1 − a) u'. Rules alone would not find it; it takes adding and subtracting one.
 */
final class Logistic {
  private static final Expr A = Expr.variable("a");

  private final Expr exp;
  private final Expr inverse;
  private final Expr innerSlope;

  private Logistic(Expr u, String variable) {
    exp = Expr.call(Function.EXP, Simplifier.simplify(Expr.negate(u)));
    inverse = new Expr.Sum(List.of(Expr.ONE, exp));
    innerSlope = Derivative.of(u, variable);
  }

  /** The value as a fraction, if it is a logistic function. */
  static Optional<Expr> fraction(Expr value) {
    return argument(value).map(u -> Expr.power(new Logistic(u, "z").inverse, -1));
  }

  /** The steps, if the value is a logistic function. */
  static Optional<Calculation> derive(String subject, Expr value, String variable) {
    return argument(value)
        .filter(u -> u.variables().contains(variable))
        .map(u -> new Calculation(subject, variable, new Logistic(u, variable).steps(variable)));
  }

  private static Optional<Expr> argument(Expr value) {
    Expr simplified = Simplifier.simplify(value);
    return simplified instanceof Expr.Call call && call.function() == Function.SIGMOID
        ? Optional.of(call.argument())
        : Optional.empty();
  }

  private List<Step> steps(String variable) {
    Expr power = Expr.power(inverse, -1);
    Expr minusSquare = Expr.negate(new Expr.Power(inverse, Expr.number(-2)));
    Expr chained = times(minusSquare, Expr.negate(exp));
    Expr oneMore = new Expr.Sum(List.of(inverse, Expr.MINUS_ONE));
    Expr rest = Expr.subtract(Expr.ONE, power);
    return List.of(
        pending(variable, LatexRenderer.FRACTIONS, ""),
        pending(variable, LatexRenderer.POWERS, "power form"),
        new Step(chained, LatexRenderer.POWERS, "chain rule", Map.of()),
        new Step(times(over(exp, -2)), "minus times minus is plus"),
        new Step(times(over(Expr.ONE, -1), over(exp, -1)), "split the denominator"),
        new Step(times(over(Expr.ONE, -1), over(oneMore, -1)), "add and subtract one"),
        new Step(times(over(Expr.ONE, -1), rest), "cancel"),
        new Step(Expr.product(innerSlope, A, Expr.subtract(Expr.ONE, A)), "put a in"));
  }

  private Step pending(String variable, LatexRenderer notation, String reason) {
    Expr value = Expr.power(inverse, -1);
    String name = "\\frac{d}{d" + variable + "} " + notation.factor(value);
    return new Step(Expr.variable(name), notation, reason, Map.of(name, value));
  }

  /** A fraction that stays one. */
  private Expr over(Expr above, int power) {
    return new Expr.Product(List.of(above, Expr.power(inverse, power)));
  }

  /** Factors side by side, and the derivative of what stands inside unless that is 1. */
  private Expr times(Expr... factors) {
    List<Expr> all = new ArrayList<>(List.of(factors));
    if (!innerSlope.isOne()) {
      all.add(innerSlope);
    }
    return all.size() == 1 ? all.get(0) : new Expr.Product(all);
  }
}

package io.github.gradsmith.processor.formula.form;

import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.Function;
import io.github.gradsmith.processor.formula.expr.Rational;
import io.github.gradsmith.processor.formula.normal.Factoring;
import io.github.gradsmith.processor.formula.normal.Fraction;
import io.github.gradsmith.processor.formula.normal.Polynomial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A rational function of exp(u), written as a polynomial in a bounded function of u, or as a
 * product of hyperbolic functions.
 *
 * @param variable what stands for the bounded function
 * @param function the polynomial in it
 */
record GroupForm(Expr variable, Fraction function) {
  private static final Fraction HALF = Fraction.constant(Rational.of(1, 2));

  /**
   * Whether nothing cancels in it: a power, a linear function with a number as slope, or, if
   * nothing that grows is multiplied by it, any polynomial with numbers as coefficients.
   */
  boolean isAccurate(boolean alone) {
    List<Map.Entry<Polynomial, Integer>> sums = sums();
    boolean numbers =
        sums.stream()
            .flatMap(entry -> entry.getKey().atoms().stream())
            .allMatch(atom -> atom.equals(variable) || atom.variables().isEmpty());
    return sums.isEmpty() || alone && numbers || sums.size() == 1 && isLinear(sums.get(0));
  }

  /** The factors in which the bounded function is added to something. */
  private List<Map.Entry<Polynomial, Integer>> sums() {
    return function.factors().entrySet().stream()
        .filter(entry -> entry.getKey().asAtom().isEmpty())
        .filter(entry -> entry.getKey().degree(variable) > 0)
        .toList();
  }

  private boolean isLinear(Map.Entry<Polynomial, Integer> factor) {
    Polynomial sum = factor.getKey();
    return factor.getValue() == 1
        && sum.degree(variable) == 1
        && sum.coefficient(variable, 1).isConstant()
        && function.power(Polynomial.atom(variable)) == 0
        && function.factors().keySet().stream()
            .allMatch(other -> other == sum || Factoring.isNumber(other));
  }

  /** All that there are, those for people first. */
  static List<GroupForm> of(ExponentialGroups.Group group, Composer composer) {
    List<GroupForm> forms = new ArrayList<>();
    if (isBoundedPolynomial(group)) {
      GroupForm sigmoid = sigmoid(group, composer, 1);
      forms.add(sigmoid);
      if (!sigmoid.sums().isEmpty()) {
        forms.add(tanh(group, composer));
        forms.add(sigmoid(group, composer, -1));
      }
    }
    hyperbolic(group, composer, 1).ifPresent(forms::add);
    hyperbolic(group, composer, 2).ifPresent(forms::add);
    return forms;
  }

  /** Whether all denominators are powers of 1 + exp(u) and it stays finite for u → ±∞. */
  private static boolean isBoundedPolynomial(ExponentialGroups.Group group) {
    Polynomial plusOne = Polynomial.ONE.plus(Polynomial.atom(group.unit()));
    int growth = 0;
    for (Map.Entry<Polynomial, Integer> factor : group.function().factors().entrySet()) {
      int degree = factor.getKey().degree(group.unit());
      growth += degree * factor.getValue();
      if (degree > 0 && factor.getValue() < 0 && !factor.getKey().equals(plusOne)) {
        return false;
      }
    }
    return growth <= 0;
  }

  /** With exp(u) = s / (1 − s) for s = sigmoid(u), or (1 − s) / s for s = sigmoid(−u). */
  private static GroupForm sigmoid(ExponentialGroups.Group group, Composer composer, int sign) {
    Fraction argument = group.argument().times(Fraction.constant(Rational.of(sign)));
    Expr s = composer.stand(Expr.call(Function.SIGMOID, composer.compose(argument)));
    return new GroupForm(s, group.at(Fraction.atom(s).over(oneMinus(s)).power(sign)));
  }

  /** With exp(u) = (1 + t) / (1 − t) for t = tanh(u/2). */
  private static GroupForm tanh(ExponentialGroups.Group group, Composer composer) {
    Expr half = composer.compose(group.argument().times(HALF));
    Expr t = composer.stand(Expr.call(Function.TANH, half));
    return new GroupForm(t, group.at(Fraction.ONE.plus(Fraction.atom(t)).over(oneMinus(t))));
  }

  private static Fraction oneMinus(Expr x) {
    return Fraction.ONE.plus(Fraction.atom(x).times(Fraction.constant(Rational.of(-1))));
  }

  /** exp(−n u/2) (exp(n u) ± 1) is 2 cosh(n u/2) or 2 sinh(n u/2); so are powers and products. */
  private static Optional<GroupForm> hyperbolic(
      ExponentialGroups.Group group, Composer composer, int n) {
    Polynomial unit = Polynomial.atom(group.unit());
    Polynomial plus = Polynomial.ONE.plus(unit.power(n));
    Polynomial minus = Polynomial.ONE.minus(unit.power(n));
    Expr half = composer.compose(group.argument().times(Fraction.constant(Rational.of(n, 2))));
    Fraction result = Fraction.constant(group.function().coefficient());
    int balance = 2 * group.power();
    for (Map.Entry<Polynomial, Integer> factor : group.function().factors().entrySet()) {
      boolean isPlus = factor.getKey().equals(plus);
      int power = factor.getValue();
      if (factor.getKey().equals(unit)) {
        continue;
      }
      if (power < 0 || !isPlus && !factor.getKey().equals(minus)) {
        return Optional.empty();
      }
      Expr call = Expr.call(isPlus ? Function.COSH : Function.SINH, half);
      Fraction two = Fraction.constant(Rational.of(isPlus ? 2 : -2));
      result = result.times(Fraction.atom(composer.stand(call)).times(two).power(power));
      balance += n * power;
    }
    return balance == 0 ? Optional.of(new GroupForm(group.unit(), result)) : Optional.empty();
  }
}

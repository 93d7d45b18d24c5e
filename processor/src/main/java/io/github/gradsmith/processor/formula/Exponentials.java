package io.github.gradsmith.processor.formula;

import java.math.BigInteger;
import java.util.Map;

/** The laws of exp and log, on normal forms. */
final class Exponentials {
  private Exponentials() {}

  /** exp(Σ p/q x) is the product of exp(x/q)ᵖ, so that equal exponentials cancel. */
  static Fraction exp(Fraction argument) {
    Fraction denominator = Fraction.of(argument.denominator()).power(-1);
    Fraction result = Fraction.ONE;
    for (Map.Entry<Monomial, Rational> term : argument.numerator().terms().entrySet()) {
      Fraction monomial = Fraction.of(Polynomial.of(term.getKey(), Rational.ONE));
      result = result.times(exp(monomial.times(denominator), term.getValue()));
    }
    return result;
  }

  private static Fraction exp(Fraction monomial, Rational coefficient) {
    if (coefficient.numerator().bitLength() > 6) {
      return atom(monomial.times(Fraction.constant(coefficient)));
    }
    int power = coefficient.numerator().intValue();
    Expr expr = Presenter.present(monomial);
    if (expr instanceof Expr.Call call
        && call.function() == Function.LOG
        && coefficient.isInteger()) {
      return Normalizer.normalize(call.argument()).power(power);
    }
    Rational part = new Rational(BigInteger.ONE, coefficient.denominator());
    return atom(monomial.times(Fraction.constant(part))).power(power);
  }

  private static Fraction atom(Fraction argument) {
    return Fraction.atom(Expr.call(Function.EXP, Presenter.present(argument)));
  }

  /** Splits off positive factors, which a logarithm may lose without losing a sign. */
  static Fraction log(Fraction argument) {
    Fraction result = Fraction.ZERO;
    Fraction rest = Fraction.constant(argument.coefficient());
    for (Map.Entry<Polynomial, Integer> entry : argument.factors().entrySet()) {
      Fraction factor = Fraction.of(entry.getKey());
      Expr expr = Presenter.present(factor);
      if (Sign.of(expr, Map.of()).isPositive()) {
        Fraction power = Fraction.constant(Rational.of(entry.getValue()));
        result = result.plus(logOfPositive(expr).times(power));
      } else {
        rest = rest.times(factor.power(entry.getValue()));
      }
    }
    return result.plus(logOfRest(rest));
  }

  private static Fraction logOfPositive(Expr expr) {
    return expr instanceof Expr.Call call && call.function() == Function.EXP
        ? Normalizer.normalize(call.argument())
        : Fraction.atom(Expr.call(Function.LOG, expr));
  }

  /** log(xⁿ) = n log x for odd n, and log(1/x) = −log x. */
  private static Fraction logOfRest(Fraction rest) {
    if (rest.equals(Fraction.ONE)) {
      return Fraction.ZERO;
    }
    boolean single = rest.factors().size() == 1 && rest.coefficient().isOne();
    int first = rest.factors().isEmpty() ? 0 : rest.factors().get(rest.factors().firstKey());
    boolean isInverse =
        !rest.factors().isEmpty() && rest.factors().values().stream().allMatch(n -> n < 0);
    int power = single && first % 2 != 0 ? first : isInverse ? -1 : 1;
    Fraction base =
        single && power == first ? Fraction.of(rest.factors().firstKey()) : rest.power(power);
    Expr log = Expr.call(Function.LOG, Presenter.present(base));
    return Fraction.atom(log).times(Fraction.constant(Rational.of(power)));
  }
}

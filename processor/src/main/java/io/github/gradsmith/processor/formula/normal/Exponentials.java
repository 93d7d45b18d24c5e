package io.github.gradsmith.processor.formula.normal;

import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.Function;
import io.github.gradsmith.processor.formula.expr.IntegerPowers;
import io.github.gradsmith.processor.formula.expr.Rational;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The laws of exp and log, on normal forms. */
final class Exponentials {
  private static final Fraction MINUS_ONE = Fraction.constant(Rational.of(-1));

  private final Normalizer normalizer;
  private final Units units;

  Exponentials(Normalizer normalizer, Units units) {
    this.normalizer = normalizer;
    this.units = units;
  }

  /** exp(Σ n u) is the product of exp(u)ⁿ, so that equal exponentials cancel. */
  Fraction exp(Fraction argument) {
    Fraction denominator = Fraction.of(argument.denominator()).power(-1);
    Fraction result = Fraction.ONE;
    for (Map.Entry<Monomial, Rational> term : argument.numerator().terms().entrySet()) {
      Fraction monomial = Fraction.of(Polynomial.of(term.getKey(), Rational.ONE));
      result = result.times(exp(monomial.times(denominator), term.getValue()));
    }
    return result;
  }

  private Fraction exp(Fraction monomial, Rational coefficient) {
    Expr expr = Presenter.present(monomial);
    Optional<Fraction> logarithm = insideOfLogarithm(expr);
    if (logarithm.isPresent() && IntegerPowers.integer(Expr.number(coefficient)).isPresent()) {
      return logarithm.get().power(coefficient.numerator().intValue());
    }
    Rational unit = units.of(expr, coefficient);
    Expr atom = Expr.call(Function.EXP, Presenter.present(monomial.times(Fraction.constant(unit))));
    return Fraction.atom(atom).power(coefficient.times(unit.inverse()).numerator().intValue());
  }

  /** x for log x, 1 + eˣ for softplus x. */
  private Optional<Fraction> insideOfLogarithm(Expr expr) {
    if (!(expr instanceof Expr.Call call)) {
      return Optional.empty();
    }
    return switch (call.function()) {
      case LOG -> Optional.of(normalizer.fraction(call.argument()));
      case SOFTPLUS -> Optional.of(Fraction.ONE.plus(exp(normalizer.fraction(call.argument()))));
      default -> Optional.empty();
    };
  }

  /** Splits off positive factors, which a logarithm may lose without losing a sign. */
  Fraction log(Fraction argument) {
    if (argument.isZero()) {
      return Fraction.atom(Expr.call(Function.LOG, Expr.ZERO));
    }
    Fraction result = logOfNumber(argument.coefficient().abs());
    Fraction rest = Fraction.constant(Rational.of(argument.coefficient().signum()));
    for (Map.Entry<Polynomial, Integer> entry : argument.factors().entrySet()) {
      Fraction factor = Fraction.of(entry.getKey());
      Expr expr = Presenter.present(factor);
      Fraction power = Fraction.constant(Rational.of(entry.getValue()));
      if (Sign.of(expr, Map.of()).isPositive()) {
        result = result.plus(logOfPositive(entry.getKey(), expr).times(power));
      } else {
        rest = rest.times(factor.power(entry.getValue()));
      }
    }
    return result.plus(logOfRest(rest));
  }

  /** log(1/2) = −log 2, log 4 = 2 log 2. */
  private static Fraction logOfNumber(Rational number) {
    if (number.isOne()) {
      return Fraction.ZERO;
    }
    int sign = number.compareTo(Rational.ONE) < 0 ? -1 : 1;
    Rational base = sign < 0 ? number.inverse() : number;
    int power = sign;
    for (Optional<Rational> root = Roots.exact(base); root.isPresent(); root = Roots.exact(base)) {
      base = root.get();
      power *= 2;
    }
    Expr log = Expr.call(Function.LOG, Expr.number(base));
    return Fraction.atom(log).times(Fraction.constant(Rational.of(power)));
  }

  private Fraction logOfPositive(Polynomial polynomial, Expr expr) {
    if (expr instanceof Expr.Call call && call.function() == Function.EXP) {
      return normalizer.fraction(call.argument());
    }
    if (expr instanceof Expr.Call call && call.function() == Function.SQRT) {
      return log(normalizer.fraction(call.argument())).times(Fraction.constant(Rational.of(1, 2)));
    }
    List<Monomial> monomials = List.copyOf(polynomial.terms().keySet());
    boolean softplus =
        monomials.size() == 2
            && polynomial.terms().values().stream().allMatch(Rational::isOne)
            && monomials.stream().allMatch(Exponentials::isExponential);
    return softplus
        ? logOfTwo(argument(monomials.get(0)), argument(monomials.get(1)))
        : Fraction.atom(Expr.call(Function.LOG, expr));
  }

  /** log(eˣ + eʸ) = x + softplus(y − x), where the number of y − x is positive. */
  private static Fraction logOfTwo(Fraction x, Fraction y) {
    Fraction difference = y.plus(x.times(MINUS_ONE));
    if (difference.coefficient().signum() < 0) {
      return logOfTwo(y, x);
    }
    Expr softplus = Expr.call(Function.SOFTPLUS, Presenter.present(difference));
    return x.plus(Fraction.atom(softplus));
  }

  private static boolean isExponential(Monomial monomial) {
    return monomial.powers().keySet().stream().allMatch(Presenter::isExp);
  }

  private Fraction argument(Monomial exponentials) {
    Fraction sum = Fraction.ZERO;
    for (Map.Entry<Expr, Integer> entry : exponentials.powers().entrySet()) {
      Fraction argument = normalizer.fraction(((Expr.Call) entry.getKey()).argument());
      sum = sum.plus(argument.times(Fraction.constant(Rational.of(entry.getValue()))));
    }
    return sum;
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

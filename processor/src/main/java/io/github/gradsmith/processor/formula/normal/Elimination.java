package io.github.gradsmith.processor.formula.normal;

import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.Rational;
import io.github.gradsmith.processor.formula.expr.TooLargeException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Solves an equation for a part of it and puts the solution in elsewhere. */
public final class Elimination {
  private Elimination() {}

  /**
   * Solves value = output for a part of the value, such as exp(z), if the value is a quotient of
   * linear functions of it: (p u + q) / (r u + s) = a gives u = (s a − q) / (p − r a).
   */
  public static Optional<Expr> solve(Expr value, Expr part, Expr output) {
    try {
      Fraction fraction = Normalizer.normalize(value);
      Polynomial numerator = fraction.numerator();
      Polynomial denominator = fraction.denominator();
      boolean linear = numerator.degree(part) <= 1 && denominator.degree(part) <= 1;
      boolean occurs = numerator.degree(part) + denominator.degree(part) > 0;
      if (!linear || !occurs) {
        return Optional.empty();
      }
      Fraction a = Normalizer.normalize(output);
      Fraction above = combine(denominator.coefficient(part, 0), a, numerator.coefficient(part, 0));
      Fraction below = combine(denominator.coefficient(part, 1), a, numerator.coefficient(part, 1));
      Fraction minusOne = Fraction.constant(Rational.of(-1));
      return Optional.of(Presenter.present(above.times(minusOne).times(below.power(-1))));
    } catch (TooLargeException e) {
      return Optional.empty();
    }
  }

  /** d a − n. */
  private static Fraction combine(Polynomial d, Fraction a, Polynomial n) {
    return Fraction.of(d).times(a).plus(Fraction.of(n.times(Rational.of(-1))));
  }

  /**
   * Replaces a part, as it stands in the simplified expression, and simplifies.
   *
   * @throws ArithmeticException if that divides by 0 or takes too much
   */
  public static Expr replace(Expr expr, Expr part, Expr by) {
    List<Fraction> both = Normalizer.normalizeAll(List.of(expr, by));
    return Presenter.present(replace(both.get(0), part, both.get(1)));
  }

  /**
   * Replaces an atom.
   *
   * @throws ArithmeticException if that divides by 0 or takes too much
   */
  public static Fraction replace(Fraction fraction, Expr part, Fraction value) {
    Fraction result = Fraction.constant(fraction.coefficient());
    for (Map.Entry<Polynomial, Integer> entry : fraction.factors().entrySet()) {
      result = result.times(evaluate(entry.getKey(), part, value).power(entry.getValue()));
    }
    return result;
  }

  private static Fraction evaluate(Polynomial polynomial, Expr part, Fraction value) {
    Fraction sum = Fraction.ZERO;
    for (int n = 0; n <= polynomial.degree(part); n++) {
      sum = sum.plus(Fraction.of(polynomial.coefficient(part, n)).times(value.power(n)));
    }
    return sum;
  }

  /**
   * Writes an expression, in which a part occurs in powers of a common exponent only, in a variable
   * for that power: exp(z)² / (1 + exp(z)²) becomes v / (1 + v).
   */
  public static Fraction inPowers(Fraction fraction, Expr part, int exponent, Expr variable) {
    Fraction result = Fraction.constant(fraction.coefficient());
    for (Map.Entry<Polynomial, Integer> entry : fraction.factors().entrySet()) {
      Polynomial factor = entry.getKey();
      boolean isPart = factor.asAtom().filter(part::equals).isPresent();
      int power = isPart ? entry.getValue() / exponent : entry.getValue();
      Fraction base = isPart ? Fraction.atom(variable) : inPowers(factor, part, exponent, variable);
      result = result.times(base.power(power));
    }
    return result;
  }

  private static Fraction inPowers(Polynomial polynomial, Expr part, int exponent, Expr variable) {
    Fraction sum = Fraction.ZERO;
    for (int n = 0; n <= polynomial.degree(part); n += exponent) {
      Fraction power = Fraction.atom(variable).power(n / exponent);
      sum = sum.plus(Fraction.of(polynomial.coefficient(part, n)).times(power));
    }
    return sum;
  }

  /** The greatest divisor of all powers in which a part occurs; 0 if it does not occur. */
  public static int commonExponent(Fraction fraction, Expr part) {
    int common = 0;
    for (Map.Entry<Polynomial, Integer> entry : fraction.factors().entrySet()) {
      boolean isPart = entry.getKey().asAtom().filter(part::equals).isPresent();
      if (isPart) {
        common = gcd(common, Math.abs(entry.getValue()));
        continue;
      }
      for (Monomial monomial : entry.getKey().terms().keySet()) {
        common = gcd(common, monomial.power(part));
      }
    }
    return common;
  }

  private static int gcd(int x, int y) {
    return y == 0 ? x : gcd(y, x % y);
  }
}

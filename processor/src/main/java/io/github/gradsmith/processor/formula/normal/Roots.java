package io.github.gradsmith.processor.formula.normal;

import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.Function;
import io.github.gradsmith.processor.formula.expr.Rational;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;

/** The laws of square roots, absolute values and signs, on normal forms. */
public final class Roots {
  /** Squares of larger primes are not looked for in a number. */
  private static final int LARGEST_DIVISOR = 1000;

  private Roots() {}

  /** The root of a number, if it is a rational number itself. */
  static Optional<Rational> exact(Rational number) {
    BigInteger p = number.numerator().sqrt();
    BigInteger q = number.denominator().sqrt();
    Rational root = new Rational(p, q);
    return root.times(root).equals(number) ? Optional.of(root) : Optional.empty();
  }

  /** √(c p² q) = |p| √c √q where q is nowhere negative; what may be negative stays together. */
  static Fraction sqrt(Normalizer normalizer, Fraction x) {
    if (x.isZero()) {
      return Fraction.ZERO;
    }
    Fraction result = sqrtOfNumber(x.coefficient().abs());
    Fraction rest = Fraction.constant(Rational.of(x.coefficient().signum()));
    for (Map.Entry<Polynomial, Integer> entry : x.factors().entrySet()) {
      Fraction factor = Fraction.of(entry.getKey());
      int n = entry.getValue();
      Expr expr = Presenter.present(factor);
      if (Presenter.isExp(expr)) {
        Expr half = Expr.product(Expr.number(Rational.of(n, 2)), ((Expr.Call) expr).argument());
        result = result.times(normalizer.fraction(Expr.call(Function.EXP, half)));
      } else if (!Sign.of(expr, Map.of()).negative()) {
        Fraction root = Fraction.atom(Expr.call(Function.SQRT, expr));
        result = result.times(factor.power(n / 2)).times(root.power(n % 2));
      } else if (n % 2 == 0) {
        result = result.times(abs(factor.power(n / 2)));
      } else {
        rest = rest.times(factor.power(n));
      }
    }
    return result.times(sqrtOfRest(rest));
  }

  private static Fraction sqrtOfRest(Fraction rest) {
    if (rest.equals(Fraction.ONE)) {
      return Fraction.ONE;
    }
    boolean inverse =
        !rest.factors().isEmpty() && rest.factors().values().stream().allMatch(n -> n < 0);
    int power = inverse ? -1 : 1;
    Expr root = Expr.call(Function.SQRT, Presenter.present(rest.power(power)));
    return Fraction.atom(root).power(power);
  }

  /** √(p/q) = √(p q) / q, with squares drawn out. */
  private static Fraction sqrtOfNumber(Rational number) {
    BigInteger rest = number.numerator().multiply(number.denominator());
    BigInteger outside = BigInteger.ONE;
    for (int divisor = 2; divisor <= LARGEST_DIVISOR; divisor++) {
      BigInteger square = BigInteger.valueOf((long) divisor * divisor);
      while (rest.mod(square).signum() == 0) {
        rest = rest.divide(square);
        outside = outside.multiply(BigInteger.valueOf(divisor));
      }
    }
    Optional<Rational> root = exact(Rational.of(rest));
    Fraction drawn = Fraction.constant(new Rational(outside, number.denominator()));
    return drawn.times(
        root.map(Fraction::constant)
            .orElse(Fraction.atom(Expr.call(Function.SQRT, Expr.number(Rational.of(rest))))));
  }

  /** Each factor's absolute value for itself. */
  public static Fraction abs(Fraction x) {
    Fraction result = Fraction.constant(x.coefficient().abs());
    for (Map.Entry<Polynomial, Integer> entry : x.factors().entrySet()) {
      Fraction factor = Fraction.of(entry.getKey());
      Expr expr = Presenter.present(factor);
      boolean needless = entry.getValue() % 2 == 0 || !Sign.of(expr, Map.of()).negative();
      Fraction magnitude = needless ? factor : Fraction.atom(Expr.call(Function.ABS, expr));
      result = result.times(magnitude.power(entry.getValue()));
    }
    return result;
  }

  /** Each factor's sign for itself. */
  static Fraction sign(Fraction x) {
    Fraction result = Fraction.constant(Rational.of(x.coefficient().signum()));
    for (Map.Entry<Polynomial, Integer> entry : x.factors().entrySet()) {
      Expr expr = Presenter.present(Fraction.of(entry.getKey()));
      if (!Sign.of(expr, Map.of()).isPositive()) {
        Fraction sign = Fraction.atom(Expr.call(Function.SIGN, expr));
        result = result.times(sign.power(entry.getValue() % 2 == 0 ? 2 : 1));
      }
    }
    return result;
  }
}

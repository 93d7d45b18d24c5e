package io.github.gradsmith.internal.math;

import java.util.stream.IntStream;

/**
 * Elementary functions to thirty digits or so, the truth for ten million doubles; the methods are
 * those of {@link BigMath}, with which they are compared. Results must be normal numbers.
 */
final class DoubleDoubleMath {
  private static final DoubleDouble ONE = DoubleDouble.of(1);
  private static final DoubleDouble LN_2 = DoubleDouble.of(BigMath.log(BigFloat.TWO));
  private static final int TERMS = 14;

  /** 1 / (k + 1)!, 1 / (k + 2)! … */
  private static final DoubleDouble[] INVERSE_FACTORIALS =
      IntStream.rangeClosed(1, TERMS)
          .mapToObj(k -> ONE.dividedBy(DoubleDouble.of(factorial(k))))
          .toArray(DoubleDouble[]::new);

  /** 2 / √π. */
  private static final DoubleDouble SLOPE_OF_ERF =
      DoubleDouble.of(BigMath.erf(BigFloat.of(0x1p-200)).scaled(200));

  private DoubleDoubleMath() {}

  private static double factorial(int k) {
    return k == 0 ? 1 : k * factorial(k - 1); // exact up to 18!
  }

  static DoubleDouble exp(DoubleDouble x) {
    double n = nearestPower(x);
    return scaled(remainingExpm1(x, n).plus(ONE), n);
  }

  static DoubleDouble expm1(DoubleDouble x) {
    double n = nearestPower(x);
    DoubleDouble e = remainingExpm1(x, n);
    return n == 0 ? e : scaled(e.plus(ONE), n).minus(ONE);
  }

  private static double nearestPower(DoubleDouble x) {
    return Math.rint(x.high() / LN_2.high());
  }

  /** In two steps, for 2¹⁰²⁴ is no double. */
  private static DoubleDouble scaled(DoubleDouble x, double n) {
    int half = (int) n / 2;
    return x.scaled(Math.scalb(1.0, half)).scaled(Math.scalb(1.0, (int) n - half));
  }

  /** eʳ − 1 for r = x − n log 2: the series at r / 2⁶, doubled six times. */
  private static DoubleDouble remainingExpm1(DoubleDouble x, double n) {
    DoubleDouble r = x.minus(LN_2.times(n)).scaled(0x1p-6);
    DoubleDouble sum = INVERSE_FACTORIALS[TERMS - 1];
    for (int k = TERMS - 2; k >= 0; k--) {
      sum = sum.times(r).plus(INVERSE_FACTORIALS[k]);
    }
    sum = sum.times(r);
    for (int i = 0; i < 6; i++) {
      sum = sum.times(sum.plus(2));
    }
    return sum;
  }

  /** x = 2ⁿ m; log m = y + log(1 + t), y being a guess and t = m e⁻ʸ − 1 without cancellation. */
  static DoubleDouble log(DoubleDouble x) {
    int exponent = Math.getExponent(x.high());
    int n = exponent == -1 ? 0 : exponent; // near 1 the logarithm is small
    DoubleDouble m = scaled(x, -n);
    double y = StrictMath.log(m.high());
    DoubleDouble t = m.times(expm1(DoubleDouble.of(-y))).plus(m.minus(ONE));
    return LN_2.times(n).plus(t.minus(t.times(t).scaled(0.5)).plus(y));
  }

  /** For x from 0 to 1. */
  private static DoubleDouble log1p(DoubleDouble x) {
    if (x.high() > 0x1p-40) {
      return log(x.plus(ONE));
    }
    DoubleDouble third = x.times(x).dividedBy(DoubleDouble.of(3));
    return x.times(ONE.minus(x.scaled(0.5)).plus(third));
  }

  static DoubleDouble sigmoid(DoubleDouble x) {
    return ONE.dividedBy(exp(x.scaled(-1)).plus(ONE));
  }

  static DoubleDouble tanh(DoubleDouble x) {
    DoubleDouble e = expm1(x.scaled(2));
    return e.dividedBy(e.plus(2));
  }

  static DoubleDouble softplus(DoubleDouble x) {
    DoubleDouble rest = log1p(exp(x.high() > 0 ? x.scaled(-1) : x));
    return x.high() > 0 ? rest.plus(x) : rest;
  }

  static DoubleDouble erf(DoubleDouble x) {
    DoubleDouble square = x.times(x);
    DoubleDouble term = x;
    DoubleDouble sum = x;
    for (int k = 3; Math.abs(term.high()) > 0x1p-108 * Math.abs(sum.high()); k += 2) {
      term = term.times(square).scaled(2).dividedBy(DoubleDouble.of(k));
      sum = sum.plus(term);
    }
    return sum.times(exp(square.scaled(-1))).times(SLOPE_OF_ERF);
  }
}

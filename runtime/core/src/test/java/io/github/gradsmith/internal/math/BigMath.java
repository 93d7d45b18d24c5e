package io.github.gradsmith.internal.math;

import java.math.BigInteger;

/**
 * Elementary functions to seventy digits, by Taylor's series: the truth that tests compare with.
 * Where a double of {@code StrictMath} is taken, it is a first guess that the series corrects.
 */
final class BigMath {
  /** Beyond this bit after its sum a term no longer matters. */
  private static final int ENOUGH = BigFloat.PRECISION + 8;

  /** So many bits of π that the remainder of any double by π/2 has all of its own. */
  private static final int PI_BITS = 1536;

  private static final BigInteger PI =
      arcTangentOfInverse(5).shiftLeft(4).subtract(arcTangentOfInverse(239).shiftLeft(2));

  /** log 2 = 2 artanh (1/3). */
  private static final BigFloat LN_2 = inverseSum(3, 1).scaled(1 - PI_BITS);

  private static final BigFloat ROOT_OF_PI = root(BigFloat.truncated(PI, -PI_BITS));

  private BigMath() {}

  static BigFloat exp(BigFloat x) {
    int n = nearestPower(x);
    return remainingExpm1(x, n).plus(BigFloat.ONE).scaled(n);
  }

  static BigFloat expm1(BigFloat x) {
    int n = nearestPower(x);
    BigFloat e = remainingExpm1(x, n);
    return n == 0 ? e : e.plus(BigFloat.ONE).scaled(n).minus(BigFloat.ONE);
  }

  private static int nearestPower(BigFloat x) {
    return (int) Math.rint(x.toDouble() / StrictMath.log(2));
  }

  /** eʳ − 1 for r = x − n log 2: the series at r / 2⁸, doubled eight times. */
  private static BigFloat remainingExpm1(BigFloat x, int n) {
    BigFloat r = x.minus(LN_2.times(BigFloat.of(n))).scaled(-8);
    BigFloat sum = r;
    BigFloat term = r;
    for (int k = 2; matters(term, sum); k++) {
      term = term.times(r).dividedBy(k);
      sum = sum.plus(term);
    }
    for (int i = 0; i < 8; i++) {
      sum = sum.times(sum.plus(BigFloat.TWO));
    }
    return sum;
  }

  /** x = 2ⁿ m; log m = y + log(1 + t), y being a guess and t = m e⁻ʸ − 1 without cancellation. */
  static BigFloat log(BigFloat x) {
    int n = Math.abs(x.magnitude()) <= 1 ? 0 : x.magnitude(); // near 1 the logarithm is small
    BigFloat m = x.scaled(-n);
    BigFloat y = BigFloat.of(StrictMath.log(m.toDouble()));
    BigFloat t = m.times(expm1(y.negated())).plus(m.minus(BigFloat.ONE));
    return LN_2.times(BigFloat.of(n)).plus(y.plus(shortLog1p(t)));
  }

  static BigFloat log1p(BigFloat x) {
    return x.magnitude() < -40 ? shortLog1p(x) : log(x.plus(BigFloat.ONE));
  }

  private static BigFloat shortLog1p(BigFloat t) {
    BigFloat sum = t;
    BigFloat power = t;
    for (int k = 2; matters(power, sum); k++) {
      power = power.times(t).negated();
      sum = sum.plus(power.dividedBy(k));
    }
    return sum;
  }

  static BigFloat sigmoid(BigFloat x) {
    return BigFloat.ONE.dividedBy(exp(x.negated()).plus(BigFloat.ONE));
  }

  static BigFloat tanh(BigFloat x) {
    BigFloat e = expm1(x.scaled(1));
    return e.dividedBy(e.plus(BigFloat.TWO));
  }

  static BigFloat sinh(BigFloat x) {
    return expm1(x).minus(expm1(x.negated())).scaled(-1);
  }

  static BigFloat cosh(BigFloat x) {
    return exp(x).plus(exp(x.negated())).scaled(-1);
  }

  static BigFloat softplus(BigFloat x) {
    return log1p(exp(x));
  }

  static BigFloat pow(BigFloat x, BigFloat y) {
    return exp(y.times(log(x)));
  }

  static BigFloat sin(BigFloat x) {
    return sineOfQuarter(x, 0);
  }

  static BigFloat cos(BigFloat x) {
    return sineOfQuarter(x, 1);
  }

  /** sin(x + q π/2), by the series at what a multiple of π/2 leaves of x. */
  private static BigFloat sineOfQuarter(BigFloat x, int q) {
    BigInteger n = BigInteger.ZERO;
    BigFloat r = x;
    if (x.magnitude() >= 0) {
      BigInteger fixed = x.mantissa().shiftLeft(x.exponent() + PI_BITS);
      n = fixed.shiftLeft(1).divide(PI);
      r = BigFloat.truncated(fixed.subtract(n.multiply(PI.shiftRight(1))), -PI_BITS);
    }
    int quarter = n.intValue() + q & 3;
    BigFloat value = (quarter & 1) == 0 ? series(r, 1) : series(r, 0);
    return (quarter & 2) == 0 ? value : value.negated();
  }

  /** The sine's series from r, k = 1, or the cosine's from 1, k = 0. */
  private static BigFloat series(BigFloat r, int first) {
    BigFloat square = r.times(r).negated();
    BigFloat term = first == 1 ? r : BigFloat.ONE;
    BigFloat sum = term;
    for (int k = first + 2; matters(term, sum); k += 2) {
      term = term.times(square).dividedBy((long) k * (k - 1));
      sum = sum.plus(term);
    }
    return sum;
  }

  /** A guess y, and the series at tan(arctan x − y) = (x cos y − sin y) / (cos y + x sin y). */
  static BigFloat atan(BigFloat x) {
    BigFloat y = x.magnitude() < -40 ? BigFloat.ZERO : BigFloat.of(StrictMath.atan(x.toDouble()));
    BigFloat sine = sin(y);
    BigFloat cosine = cos(y);
    BigFloat t = x.times(cosine).minus(sine).dividedBy(cosine.plus(x.times(sine)));
    BigFloat square = t.times(t).negated();
    BigFloat sum = t;
    BigFloat power = t;
    for (int k = 3; matters(power, sum); k += 2) {
      power = power.times(square);
      sum = sum.plus(power.dividedBy(k));
    }
    return y.plus(sum);
  }

  /** 2/√π e^(−x²) Σ 2ⁿ x²ⁿ⁺¹ / (1 · 3 ⋯ (2n + 1)), whose terms are all of one sign. */
  static BigFloat erf(BigFloat x) {
    if (x.magnitude() > 4) { // 1 − erf 16 is below 10⁻¹¹²
      return BigFloat.of(x.mantissa().signum());
    }
    BigFloat square = x.times(x);
    BigFloat term = x;
    BigFloat sum = x;
    for (int k = 3; matters(term, sum); k += 2) {
      term = term.times(square).scaled(1).dividedBy(k);
      sum = sum.plus(term);
    }
    return sum.times(exp(square.negated())).scaled(1).dividedBy(ROOT_OF_PI);
  }

  private static boolean matters(BigFloat term, BigFloat sum) {
    return !term.isZero() && term.magnitude() > sum.magnitude() - ENOUGH;
  }

  private static BigInteger arcTangentOfInverse(int x) {
    return inverseSum(x, -1).mantissa();
  }

  /** Σ sᵏ / ((2k + 1) x²ᵏ⁺¹) times 2 to the PI_BITS: arctan 1/x for s = −1, artanh 1/x for 1. */
  private static BigFloat inverseSum(int x, int sign) {
    BigInteger square = BigInteger.valueOf((long) sign * x * x);
    BigInteger power = BigInteger.ONE.shiftLeft(PI_BITS).divide(BigInteger.valueOf(x));
    BigInteger sum = BigInteger.ZERO;
    for (int k = 1; power.signum() != 0; k += 2) {
      sum = sum.add(power.divide(BigInteger.valueOf(k)));
      power = power.divide(square);
    }
    return new BigFloat(sum, 0);
  }

  private static BigFloat root(BigFloat x) {
    int shift = 2 * BigFloat.PRECISION + (x.exponent() & 1);
    return BigFloat.truncated(x.mantissa().shiftLeft(shift).sqrt(), (x.exponent() - shift) / 2);
  }
}

package io.github.gradsmith.internal.math;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A binary floating-point number of {@link #PRECISION} bits, 77 digits: mantissa · 2^exponent.
 * Results are truncated; integers of the JDK do the work, so nothing is shared with what is tested.
 */
record BigFloat(BigInteger mantissa, int exponent) {
  static final int PRECISION = 256;

  static final BigFloat ZERO = new BigFloat(BigInteger.ZERO, 0);
  static final BigFloat ONE = of(1);
  static final BigFloat TWO = of(2);

  /** The very number. */
  static BigFloat of(double x) {
    if (x == 0) {
      return ZERO;
    }
    int exponent = Math.max(Math.getExponent(x), Double.MIN_EXPONENT) - 52;
    return new BigFloat(BigInteger.valueOf((long) Math.scalb(x, -exponent)), exponent);
  }

  /** In front of its first bit stands 2 to this power; below every other for 0. */
  int magnitude() {
    return isZero() ? Integer.MIN_VALUE / 2 : mantissa.bitLength() + exponent;
  }

  boolean isZero() {
    return mantissa.signum() == 0;
  }

  BigFloat plus(BigFloat other) {
    if (isZero() || other.magnitude() - magnitude() > 2 * PRECISION) {
      return other;
    }
    if (other.isZero() || magnitude() - other.magnitude() > 2 * PRECISION) {
      return this;
    }
    int common = Math.min(exponent, other.exponent);
    return truncated(at(common).add(other.at(common)), common);
  }

  BigFloat minus(BigFloat other) {
    return plus(other.negated());
  }

  BigFloat times(BigFloat other) {
    return truncated(mantissa.multiply(other.mantissa), exponent + other.exponent);
  }

  BigFloat dividedBy(BigFloat other) {
    int shift = PRECISION + other.mantissa.bitLength();
    return truncated(
        mantissa.shiftLeft(shift).divide(other.mantissa), exponent - shift - other.exponent);
  }

  BigFloat dividedBy(long divisor) {
    int shift = Math.max(0, PRECISION + 64 - mantissa.bitLength());
    BigInteger quotient = mantissa.shiftLeft(shift).divide(BigInteger.valueOf(divisor));
    return truncated(quotient, exponent - shift);
  }

  BigFloat negated() {
    return new BigFloat(mantissa.negate(), exponent);
  }

  /** Times 2ᵏ. */
  BigFloat scaled(int k) {
    return new BigFloat(mantissa, exponent + k);
  }

  /** A double at most an ulp away, or infinity. */
  double toDouble() {
    int excess = mantissa.bitLength() - 62;
    return Math.scalb(
        (double) mantissa.shiftRight(Math.max(excess, 0)).longValue(),
        exponent + Math.max(excess, 0));
  }

  BigDecimal toBigDecimal() {
    BigDecimal power = new BigDecimal(BigInteger.ONE.shiftLeft(Math.abs(exponent)));
    BigDecimal value = new BigDecimal(mantissa);
    return exponent < 0 ? value.divide(power) : value.multiply(power);
  }

  private BigInteger at(int common) {
    return mantissa.shiftLeft(exponent - common);
  }

  static BigFloat truncated(BigInteger mantissa, int exponent) {
    int excess = mantissa.bitLength() - PRECISION;
    return excess <= 0
        ? new BigFloat(mantissa, exponent)
        : new BigFloat(mantissa.shiftRight(excess), exponent + excess);
  }
}

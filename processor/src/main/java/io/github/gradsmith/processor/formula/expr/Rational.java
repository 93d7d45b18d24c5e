package io.github.gradsmith.processor.formula.expr;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * An exact fraction in lowest terms.
 *
 * @param numerator carries the sign
 * @param denominator always positive
 */
public record Rational(BigInteger numerator, BigInteger denominator)
    implements Comparable<Rational> {
  public static final Rational ZERO = of(0);
  public static final Rational ONE = of(1);

  /**
   * Reduces to lowest terms.
   *
   * @throws ArithmeticException if the denominator is 0
   */
  public Rational {
    if (denominator.signum() == 0) {
      throw new ArithmeticException("division by zero");
    }
    BigInteger divisor = numerator.gcd(denominator);
    if (denominator.signum() < 0) {
      divisor = divisor.negate();
    }
    if (!divisor.equals(BigInteger.ONE)) {
      numerator = numerator.divide(divisor);
      denominator = denominator.divide(divisor);
    }
  }

  public static Rational of(long value) {
    return of(BigInteger.valueOf(value));
  }

  public static Rational of(BigInteger value) {
    return new Rational(value, BigInteger.ONE);
  }

  public static Rational of(long numerator, long denominator) {
    return new Rational(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  /** The exact value of a decimal number. */
  public static Rational of(BigDecimal value) {
    if (value.scale() <= 0) {
      return of(value.toBigIntegerExact());
    }
    return new Rational(value.unscaledValue(), BigInteger.TEN.pow(value.scale()));
  }

  /** The decimal number of the fewest digits that reads back as {@code value}: 9/10 for 0.9. */
  public static Rational ofShortestDecimal(double value) {
    return of(ShortestDecimal.of(value, false));
  }

  public Rational plus(Rational other) {
    return new Rational(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  public Rational times(Rational other) {
    return new Rational(
        numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  public Rational negate() {
    return new Rational(numerator.negate(), denominator);
  }

  /**
   * One divided by this.
   *
   * @throws ArithmeticException if this is 0
   */
  public Rational inverse() {
    return new Rational(denominator, numerator);
  }

  /**
   * This raised to an integer.
   *
   * @throws ArithmeticException if this is 0 and the exponent negative
   */
  public Rational power(int exponent) {
    Rational base = exponent < 0 ? inverse() : this;
    int n = Math.abs(exponent);
    return new Rational(base.numerator.pow(n), base.denominator.pow(n));
  }

  public int signum() {
    return numerator.signum();
  }

  public boolean isZero() {
    return numerator.signum() == 0;
  }

  public boolean isOne() {
    return equals(ONE);
  }

  public boolean isInteger() {
    return denominator.equals(BigInteger.ONE);
  }

  public Rational abs() {
    return signum() < 0 ? negate() : this;
  }

  /** Bits of the longer part: what an operation on it costs. */
  public int bitLength() {
    return Math.max(numerator.bitLength(), denominator.bitLength());
  }

  /** To far more digits than a double holds, so that rounding it rounds the fraction. */
  public BigDecimal toBigDecimal() {
    return new BigDecimal(numerator).divide(new BigDecimal(denominator), new MathContext(60));
  }

  /** The nearest double. */
  public double toDouble() {
    if (bitLength() <= 53) {
      return numerator.doubleValue() / denominator.doubleValue();
    }
    return toBigDecimal().doubleValue();
  }

  @Override
  public int compareTo(Rational other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  @Override
  public String toString() {
    return isInteger() ? numerator.toString() : numerator + "/" + denominator;
  }
}

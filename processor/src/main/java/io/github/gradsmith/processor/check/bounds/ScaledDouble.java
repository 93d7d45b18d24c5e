package io.github.gradsmith.processor.check.bounds;

import io.github.gradsmith.processor.formula.expr.Rational;
import java.math.BigInteger;

/**
 * A number with the digits of double and a far wider range, so that exp(6400) is not infinite yet:
 * mantissa · 2^exponent.
 *
 * @param mantissa from 1 up to but not 2, or down to but not −2; 0, an infinity or NaN stand for
 *     themselves
 * @param exponent the power of two; 0 for those
 */
public record ScaledDouble(double mantissa, long exponent) {
  static final ScaledDouble NAN = of(Double.NaN);

  private static final int LARGEST_PRODUCT = 16;

  private static final double LOG_2 = Math.log(2);

  /** Beyond it a power of two counts as infinite or as 0. */
  private static final double LARGEST_EXPONENT = 1e15;

  static ScaledDouble of(double value) {
    return scaled(value, 0);
  }

  /** A fraction, however large or small. */
  static ScaledDouble of(Rational value) {
    int shift = 64 + value.denominator().bitLength() - value.numerator().bitLength();
    BigInteger numerator = value.numerator().shiftLeft(Math.max(0, shift));
    BigInteger denominator = value.denominator().shiftLeft(Math.max(0, -shift));
    return scaled(numerator.divide(denominator).doubleValue(), -shift);
  }

  private static ScaledDouble scaled(double value, long exponent) {
    if (value == 0 || !Double.isFinite(value)) {
      return new ScaledDouble(value, 0);
    }
    int own = Math.getExponent(value);
    if (own < Double.MIN_EXPONENT) {
      return scaled(value * 0x1p60, exponent - 60);
    }
    return new ScaledDouble(Math.scalb(value, -own), exponent + own);
  }

  /** 2 to a power. */
  private static ScaledDouble powerOfTwo(double power) {
    if (!(Math.abs(power) <= LARGEST_EXPONENT)) {
      return of(power > 0 ? Double.POSITIVE_INFINITY : power < 0 ? 0 : Double.NaN);
    }
    double whole = Math.floor(power);
    return scaled(Math.pow(2, power - whole), (long) whole);
  }

  static ScaledDouble exp(ScaledDouble x) {
    return powerOfTwo(x.toDouble() / LOG_2);
  }

  private boolean isSpecial() {
    return mantissa == 0 || !Double.isFinite(mantissa);
  }

  ScaledDouble plus(ScaledDouble other) {
    if (isSpecial() || other.isSpecial()) {
      boolean zero = mantissa == 0 || other.mantissa == 0;
      return zero ? (mantissa == 0 ? other : this) : of(mantissa + other.mantissa);
    }
    if (other.exponent > exponent) {
      return other.plus(this);
    }
    int shift = (int) Math.max(other.exponent - exponent, -1000);
    return scaled(mantissa + Math.scalb(other.mantissa, shift), exponent);
  }

  ScaledDouble times(ScaledDouble other) {
    return scaled(mantissa * other.mantissa, exponent + other.exponent);
  }

  ScaledDouble negated() {
    return new ScaledDouble(-mantissa, exponent);
  }

  ScaledDouble abs() {
    return new ScaledDouble(Math.abs(mantissa), exponent);
  }

  /** The natural logarithm. */
  ScaledDouble log() {
    boolean near = Math.abs(exponent) < Double.MAX_EXPONENT;
    return of(near ? Math.log(toDouble()) : exponent * LOG_2 + Math.log(mantissa));
  }

  /** To a power; NaN of a negative number unless the power is an integer. */
  ScaledDouble power(ScaledDouble power) {
    double y = power.toDouble();
    if (isSpecial() || !Double.isFinite(y)) {
      return of(Math.pow(toDouble(), y));
    }
    boolean odd = Math.abs(y % 2) == 1;
    if (mantissa < 0 && y != Math.rint(y)) {
      return NAN;
    }
    if (y == Math.rint(y) && Math.abs(y) <= LARGEST_PRODUCT) {
      ScaledDouble product = product((int) Math.abs(y));
      return y < 0 ? product.inverse() : product;
    }
    ScaledDouble magnitude = powerOfTwo(y * (exponent + Math.log(Math.abs(mantissa)) / LOG_2));
    return mantissa < 0 && odd ? magnitude.negated() : magnitude;
  }

  /** The logarithm of a power would cost digits. */
  private ScaledDouble product(int factors) {
    ScaledDouble product = of(1);
    for (int i = 0; i < factors; i++) {
      product = product.times(this);
    }
    return product;
  }

  private ScaledDouble inverse() {
    return scaled(1 / mantissa, -exponent);
  }

  /** The square root; NaN of a negative number. */
  ScaledDouble root() {
    boolean odd = exponent % 2 != 0;
    return isSpecial()
        ? of(Math.sqrt(mantissa))
        : scaled(Math.sqrt(odd ? 2 * mantissa : mantissa), Math.floorDiv(exponent, 2));
  }

  /** −1, 0, 1 or NaN. */
  public double sign() {
    return Math.signum(mantissa);
  }

  /** The nearest double, which may be infinite. */
  public double toDouble() {
    return Math.scalb(mantissa, (int) Math.max(-5000, Math.min(5000, exponent)));
  }
}

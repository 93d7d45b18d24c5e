package io.github.gradsmith.processor.check;

import io.github.gradsmith.processor.formula.Rational;
import java.math.BigInteger;

/**
 * A number with the digits of double and a far wider range, so that exp(6400) is not infinite yet:
 * mantissa · 2^exponent.
 *
 * @param mantissa from 1 up to but not 2, or down to but not −2; 0, an infinity or NaN stand for
 *     themselves
 * @param exponent the power of two; 0 for those
 */
record Wide(double mantissa, long exponent) {
  static final Wide NAN = of(Double.NaN);

  private static final int LARGEST_PRODUCT = 16;

  private static final double LOG_2 = Math.log(2);

  /** Beyond it a power of two counts as infinite or as 0. */
  private static final double LARGEST_EXPONENT = 1e15;

  static Wide of(double value) {
    return scaled(value, 0);
  }

  /** A fraction, however large or small. */
  static Wide of(Rational value) {
    int shift = 64 + value.denominator().bitLength() - value.numerator().bitLength();
    BigInteger numerator = value.numerator().shiftLeft(Math.max(0, shift));
    BigInteger denominator = value.denominator().shiftLeft(Math.max(0, -shift));
    return scaled(numerator.divide(denominator).doubleValue(), -shift);
  }

  private static Wide scaled(double value, long exponent) {
    if (value == 0 || !Double.isFinite(value)) {
      return new Wide(value, 0);
    }
    int own = Math.getExponent(value);
    if (own < Double.MIN_EXPONENT) {
      return scaled(value * 0x1p60, exponent - 60);
    }
    return new Wide(Math.scalb(value, -own), exponent + own);
  }

  /** 2 to a power. */
  private static Wide powerOfTwo(double power) {
    if (!(Math.abs(power) <= LARGEST_EXPONENT)) {
      return of(power > 0 ? Double.POSITIVE_INFINITY : power < 0 ? 0 : Double.NaN);
    }
    double whole = Math.floor(power);
    return scaled(Math.pow(2, power - whole), (long) whole);
  }

  static Wide exp(Wide x) {
    return powerOfTwo(x.toDouble() / LOG_2);
  }

  private boolean isSpecial() {
    return mantissa == 0 || !Double.isFinite(mantissa);
  }

  Wide plus(Wide other) {
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

  Wide times(Wide other) {
    return scaled(mantissa * other.mantissa, exponent + other.exponent);
  }

  Wide negated() {
    return new Wide(-mantissa, exponent);
  }

  Wide abs() {
    return new Wide(Math.abs(mantissa), exponent);
  }

  /** The natural logarithm. */
  Wide log() {
    boolean near = Math.abs(exponent) < Double.MAX_EXPONENT;
    return of(near ? Math.log(toDouble()) : exponent * LOG_2 + Math.log(mantissa));
  }

  /** To a power; NaN of a negative number unless the power is an integer. */
  Wide power(Wide power) {
    double y = power.toDouble();
    if (isSpecial() || !Double.isFinite(y)) {
      return of(Math.pow(toDouble(), y));
    }
    boolean odd = Math.abs(y % 2) == 1;
    if (mantissa < 0 && y != Math.rint(y)) {
      return NAN;
    }
    if (y == Math.rint(y) && Math.abs(y) <= LARGEST_PRODUCT) {
      Wide product = product((int) Math.abs(y));
      return y < 0 ? product.inverse() : product;
    }
    Wide magnitude = powerOfTwo(y * (exponent + Math.log(Math.abs(mantissa)) / LOG_2));
    return mantissa < 0 && odd ? magnitude.negated() : magnitude;
  }

  /** The logarithm of a power would cost digits. */
  private Wide product(int factors) {
    Wide product = of(1);
    for (int i = 0; i < factors; i++) {
      product = product.times(this);
    }
    return product;
  }

  private Wide inverse() {
    return scaled(1 / mantissa, -exponent);
  }

  /** The square root; NaN of a negative number. */
  Wide root() {
    boolean odd = exponent % 2 != 0;
    return isSpecial()
        ? of(Math.sqrt(mantissa))
        : scaled(Math.sqrt(odd ? 2 * mantissa : mantissa), Math.floorDiv(exponent, 2));
  }

  /** −1, 0, 1 or NaN. */
  double sign() {
    return Math.signum(mantissa);
  }

  /** The nearest double, which may be infinite. */
  double toDouble() {
    return Math.scalb(mantissa, (int) Math.max(-5000, Math.min(5000, exponent)));
  }
}

package io.github.gradsmith.processor.formula.expr;

import java.util.OptionalInt;

/** Integer exponents: how they are recognised and folded. */
public final class IntegerPowers {
  /** A larger exponent is left alone: its power is neither folded nor multiplied out. */
  static final int LARGEST = 64;

  private static final int LARGEST_BITS = 256;

  private IntegerPowers() {}

  /** The exponent, if it is an integer of moderate size. */
  public static OptionalInt integer(Expr exponent) {
    if (exponent instanceof Expr.Number number
        && number.value().isInteger()
        && number.value().numerator().bitLength() < 16
        && Math.abs(number.value().numerator().intValue()) <= LARGEST) {
      return OptionalInt.of(number.value().numerator().intValue());
    }
    return OptionalInt.empty();
  }

  static Expr fold(Expr base, int exponent) {
    if (base instanceof Expr.Number number && canFold(number.value(), exponent)) {
      return Expr.number(number.value().power(exponent));
    }
    if (base instanceof Expr.Power inner && integer(inner.exponent()).isPresent()) {
      int product = integer(inner.exponent()).getAsInt() * exponent;
      if (Math.abs(product) <= LARGEST) {
        return Expr.power(inner.base(), product);
      }
    }
    return new Expr.Power(base, Expr.number(exponent));
  }

  private static boolean canFold(Rational base, int exponent) {
    boolean defined = !base.isZero() || exponent > 0;
    return defined && base.bitLength() * Math.abs(exponent) <= LARGEST_BITS;
  }
}

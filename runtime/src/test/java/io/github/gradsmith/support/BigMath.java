package io.github.gradsmith.support;

import java.math.BigDecimal;
import java.math.MathContext;

/** Elementary functions to fifty digits and more, by series: the truth that tests compare with. */
final class BigMath {
  private static final MathContext DIGITS = new MathContext(70);
  private static final BigDecimal TINY = new BigDecimal("1e-72");

  private BigMath() {}

  /** Taylor's series at x / 2ᵏ, squared k times. */
  static BigDecimal exp(double x) {
    return exp(new BigDecimal(x));
  }

  private static BigDecimal exp(BigDecimal x) {
    int halvings = 0;
    BigDecimal r = x;
    while (r.abs().compareTo(new BigDecimal("0.01")) > 0) {
      r = r.divide(BigDecimal.valueOf(2), DIGITS);
      halvings++;
    }
    BigDecimal sum = BigDecimal.ONE;
    BigDecimal term = BigDecimal.ONE;
    for (int n = 1; term.abs().compareTo(TINY) > 0; n++) {
      term = term.multiply(r, DIGITS).divide(BigDecimal.valueOf(n), DIGITS);
      sum = sum.add(term, DIGITS);
    }
    for (int i = 0; i < halvings; i++) {
      sum = sum.multiply(sum, DIGITS);
    }
    return sum;
  }

  /** Two steps of Halley's method on eʸ = x from a double: each triples the number of digits. */
  static BigDecimal log(double x) {
    BigDecimal target = new BigDecimal(x);
    BigDecimal y = new BigDecimal(StrictMath.log(x));
    for (int i = 0; i < 2; i++) {
      BigDecimal e = exp(y);
      BigDecimal step = target.subtract(e).divide(target.add(e), DIGITS);
      y = y.add(step.multiply(BigDecimal.valueOf(2)), DIGITS);
    }
    return y;
  }

  static BigDecimal sigmoid(double x) {
    BigDecimal e = exp(x);
    return e.divide(BigDecimal.ONE.add(e), DIGITS);
  }

  static BigDecimal tanh(double x) {
    if (Math.abs(x) < 1e-15) {
      return new BigDecimal(x); // x³ / 3 is beyond the last digit of a double
    }
    BigDecimal e = exp(new BigDecimal(x).multiply(BigDecimal.valueOf(2)));
    return e.subtract(BigDecimal.ONE).divide(e.add(BigDecimal.ONE), DIGITS);
  }
}

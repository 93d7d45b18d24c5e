package io.github.gradsmith.internal.math;

/**
 * The sum of two doubles, the second at most half an ulp of the first: about 31 digits, far faster
 * than {@link BigFloat}. (Dekker, A Floating-Point Technique for Extending the Available Precision,
 * 1971; a product's rounding error comes from {@code Math.fma}, which is exact.)
 */
record DoubleDouble(double high, double low) {
  static DoubleDouble of(double x) {
    return new DoubleDouble(x, 0);
  }

  static DoubleDouble of(BigFloat x) {
    double high = x.toDouble();
    return new DoubleDouble(high, x.minus(BigFloat.of(high)).toDouble());
  }

  DoubleDouble plus(DoubleDouble other) {
    double sum = high + other.high;
    double part = sum - high;
    double lost = high - (sum - part) + (other.high - part);
    double lowSum = low + other.low;
    double lowPart = lowSum - low;
    double lowLost = low - (lowSum - lowPart) + (other.low - lowPart);
    DoubleDouble rounded = ordered(sum, lost + lowSum);
    return ordered(rounded.high, rounded.low + lowLost);
  }

  DoubleDouble plus(double x) {
    return plus(of(x));
  }

  DoubleDouble minus(DoubleDouble other) {
    return plus(new DoubleDouble(-other.high, -other.low));
  }

  DoubleDouble times(DoubleDouble other) {
    double product = high * other.high;
    double lost = Math.fma(high, other.high, -product);
    return ordered(product, lost + (high * other.low + low * other.high));
  }

  DoubleDouble times(double x) {
    return times(of(x));
  }

  /** Times a power of two, which is exact. */
  DoubleDouble scaled(double power) {
    return new DoubleDouble(high * power, low * power);
  }

  DoubleDouble dividedBy(DoubleDouble other) {
    double first = high / other.high;
    DoubleDouble rest = minus(other.times(first));
    double second = rest.high / other.high;
    double third = rest.minus(other.times(second)).high / other.high;
    return ordered(first, second).plus(third);
  }

  /** How many ulp of this a result is away. */
  double ulpsTo(double result) {
    return Math.abs(result - high - low) / Math.ulp(high);
  }

  /** For |a| ≥ |b|. */
  private static DoubleDouble ordered(double a, double b) {
    double sum = a + b;
    return new DoubleDouble(sum, b - (sum - a));
  }
}

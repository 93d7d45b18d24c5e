package io.github.gradsmith.processor.formula.expr;

/** Values of the functions that {@code StrictMath} lacks. */
final class ElementaryValues {
  private static final double TWO_OVER_ROOT_PI = 1.1283791670955126;

  /** Below it the series, above it the continued fraction needs few steps. */
  private static final double ERF_SERIES_LIMIT = 2;

  /** Beyond it 1 − erf x is less than half an ulp of 1. */
  private static final double ERF_LIMIT = 6;

  private ElementaryValues() {}

  static double sigmoid(double x) {
    double q = StrictMath.exp(-Math.abs(x));
    return (x > 0 ? 1 : q) / (1 + q);
  }

  static double softplus(double x) {
    return Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
  }

  static double erf(double x) {
    double y = Math.abs(x);
    if (y < ERF_SERIES_LIMIT) {
      return erfSeries(x);
    }
    double magnitude = y < ERF_LIMIT ? 1 - erfcFraction(y) : 1;
    return Double.isNaN(x) ? x : Math.copySign(magnitude, x);
  }

  /** 2/√π e^(−x²) Σ 2ⁿ x²ⁿ⁺¹ / (1 · 3 ⋯ (2n + 1)), whose terms all have one sign (DLMF 7.6.2). */
  private static double erfSeries(double x) {
    double term = x;
    double sum = x;
    for (int n = 1; Math.abs(term) > 1e-18 * Math.abs(sum); n++) {
      term *= 2 * x * x / (2 * n + 1);
      sum += term;
    }
    return TWO_OVER_ROOT_PI * StrictMath.exp(-x * x) * sum;
  }

  /**
   * erfc x = e^(−x²)/√π · 1/(x + ½/(x + 1/(x + 3⁄2/(x + …)))) (DLMF 7.9.1), from the inside out.
   */
  private static double erfcFraction(double x) {
    double below = x;
    for (int n = 120; n > 0; n--) {
      below = x + 0.5 * n / below;
    }
    return TWO_OVER_ROOT_PI / 2 * StrictMath.exp(-x * x) / below;
  }
}

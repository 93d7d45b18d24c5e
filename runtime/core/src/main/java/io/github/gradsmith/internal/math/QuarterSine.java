package io.github.gradsmith.internal.math;

/**
 * The sine of n quarter turns and a rest of at most an eighth of a turn, which is ± the sine or ±
 * the cosine of the rest: r + r³ s(r²), 1 − r²/2 + r⁴ c(r²). The coefficients of s and c are those
 * that keep the largest error smallest, 2⁻⁵⁷ of the sine and 2⁻⁵⁹ (Remez' algorithm).
 */
final class QuarterSine {
  private QuarterSine() {}

  /** sin(n π/2 + r + rest) for |r| ≤ π/4 and a rest of at most an ulp of r. */
  static double of(int n, double r, double rest) {
    double value = (n & 1) == 0 ? sine(r, rest) : cosine(r, rest);
    return (n & 2) == 0 ? value : -value;
  }

  private static double sine(double r, double rest) {
    double q = r * r;
    double q2 = q * q;
    double s0 = -0x1.5555555555549p-3 + q * 0x1.111111110f881p-7;
    double s2 = -0x1.a01a019c1269bp-13 + q * 0x1.71de357873191p-19;
    double s4 = -0x1.ae5e66d3cdf88p-26 + q * 0x1.5d932ef283c2ep-33;
    return r + (r * q * (s0 + q2 * (s2 + q2 * s4)) + rest * (1 - 0.5 * q));
  }

  private static double cosine(double r, double rest) {
    double q = r * r;
    double q2 = q * q;
    double c0 = 0x1.555555555554cp-5 - q * 0x1.6c16c16c15184p-10;
    double c2 = 0x1.a01a019cb26d8p-16 - q * 0x1.27e4f80a75365p-22;
    double c4 = 0x1.1ee9ec46e338fp-29 - q * 0x1.8faecebfb838dp-37;
    double half = 0.5 * q;
    double upper = 1 - half;
    return upper + (1 - upper - half + (q2 * (c0 + q2 * (c2 + q2 * c4)) - r * rest));
  }
}

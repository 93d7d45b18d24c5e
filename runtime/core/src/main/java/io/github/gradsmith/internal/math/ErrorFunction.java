package io.github.gradsmith.internal.math;

/**
 * The error function. On [−1, 1] it is x + x p(x²), beyond it 1 − e^(−x²) r(1 / (|x| + 3)); the
 * coefficients are those that keep the largest absolute error smallest (Remez' algorithm on erf x /
 * x − 1 and on e^(x²) erfc x with the weight e^(−x²)): 2⁻⁵⁶ for p, 2⁻⁵⁷ for the product.
 */
final class ErrorFunction {
  /** Beyond ±6 erf x rounds to ±1: erfc 6 is 2.2 · 10⁻¹⁷, half an ulp below 1 is 5.6 · 10⁻¹⁷. */
  private static final double LIMIT = 6;

  /**
   * Beyond ±4 it rounds to ±1 in float: erfc 4 is 1.6 · 10⁻⁸, half an ulp below 1 is 3.0 · 10⁻⁸.
   */
  private static final float FLOAT_LIMIT = 4;

  private ErrorFunction() {}

  static double erf(double x) {
    double magnitude = Math.abs(x);
    if (magnitude <= 1) {
      return x + x * inner(x * x);
    }
    if (!(magnitude < LIMIT)) {
      return x > 0 ? 1 : x < 0 ? -1 : Double.NaN;
    }
    return Math.copySign(
        1 - Exponential.exp(-magnitude * magnitude) * outer(1 / (magnitude + 3)), x);
  }

  /**
   * The same in one piece for floats, without a branch that usual arguments take: erf x / x is a
   * polynomial in x² / 8 − 1, of relative error 2⁻³¹ on [−4, 4].
   */
  static float erf(float x) {
    if (!(Math.abs(x) <= FLOAT_LIMIT)) {
      return x > 0 ? 1 : x < 0 ? -1 : Float.NaN;
    }
    double u = 0.125 * x * x - 1;
    double u2 = u * u;
    double u4 = u2 * u2;
    double p0 = 0x1.6a0407821af18p-2 - u * 0x1.69a0cd1ec1796p-3;
    double p2 = 0x1.0dabae7dc0480p-3 - u * 0x1.b92e747e9090ap-4;
    double p4 = 0x1.717f143706001p-4 - u * 0x1.321832a9d95f2p-4;
    double p6 = 0x1.ea969c124f858p-5 - u * 0x1.76c1fb505b15ap-5;
    double p8 = 0x1.0ed7acb1358d1p-5 - u * 0x1.7186441101632p-6;
    double p10 = 0x1.d662ea10032adp-7 - u * 0x1.1346b882edf9ap-7;
    double p12 = 0x1.3bf467176f237p-8 - u * 0x1.7af5293d8e054p-9;
    double p14 = 0x1.65384fc386b9ep-10 - u * 0x1.60ad82b03ea78p-12;
    double p16 = 0x1.a23f45da4157bp-13 - u * 0x1.ff55505f1b286p-13 + u2 * 0x1.713d869f569e6p-14;
    double q0 = p0 + u2 * p2 + u4 * (p4 + u2 * p6);
    double q8 = p8 + u2 * p10 + u4 * (p12 + u2 * p14 + u4 * p16);
    return (float) (x * (q0 + u4 * u4 * q8));
  }

  private static double inner(double t) {
    double t2 = t * t;
    double t4 = t2 * t2;
    double p0 = 0x1.06eba8214db68p-3 - t * 0x1.812746b0379c2p-2;
    double p2 = 0x1.ce2f21a041018p-4 - t * 0x1.b82ce312062bcp-6;
    double p4 = 0x1.565bccfa9a825p-8 - t * 0x1.c02db072f3fe0p-11;
    double p6 = 0x1.f9a2bf73f0c68p-14 - t * 0x1.f4ca94990cb86p-17;
    double p8 = 0x1.b9827b1885f9bp-20 - t * 0x1.5c16e30fb0d45p-23;
    double p10 = 0x1.d784936618cc2p-27 - t * 0x1.acdff90b8ebd8p-31;
    return p0 + t2 * p2 + t4 * (p4 + t2 * p6 + t4 * (p8 + t2 * p10));
  }

  private static double outer(double u) {
    double u2 = u * u;
    double u4 = u2 * u2;
    double p0 = 0x1.0826537f990eap-13 + u * 0x1.1d26522b5a7fdp-1;
    double p2 = 0x1.e2125a43fde71p+0 + u * 0x1.c946b38a70cefp+0;
    double p4 = 0x1.63ae785cf12d6p+5 - u * 0x1.985b5239885f0p+7;
    double p6 = 0x1.473298dc62d47p+10 - u * 0x1.1b2dea58a3559p+12;
    double p8 = 0x1.7c69a562d7a37p+13 - u * 0x1.31cd039bd7d7bp+14;
    double p10 = 0x1.fe8596290e7cep+13 - u * 0x1.58b7ab60845a7p+12;
    return p0 + u2 * p2 + u4 * (p4 + u2 * p6 + u4 * (p8 + u2 * p10));
  }
}

package io.github.gradsmith.support;

/**
 * The error function. On [−1, 1] it is x + x p(x²), beyond it 1 − e^(−x²) r(1 / (|x| + 3)); the
 * coefficients are those that keep the largest absolute error smallest (Remez' algorithm on erf x /
 * x − 1 and on e^(x²) erfc x with the weight e^(−x²)): 2⁻⁵⁶ for p, 2⁻⁵⁷ for the product.
 */
final class ErrorFunction {
  /** Beyond ±6 erf x rounds to ±1: erfc 6 is 2.2 · 10⁻¹⁷, half an ulp below 1 is 5.6 · 10⁻¹⁷. */
  private static final double LIMIT = 6;

  private ErrorFunction() {}

  static double erf(double x) {
    double a = Math.abs(x);
    if (a <= 1) {
      return x + x * inner(x * x);
    }
    if (!(a < LIMIT)) {
      return x > 0 ? 1 : x < 0 ? -1 : Double.NaN;
    }
    double y = 1 - DoubleMath.exp(-a * a) * outer(1 / (a + 3));
    return x > 0 ? y : -y;
  }

  private static double inner(double t) {
    return 0x1.06eba8214db68p-3
        + t
            * (-0x1.812746b0379c2p-2
                + t
                    * (0x1.ce2f21a041018p-4
                        + t
                            * (-0x1.b82ce312062bcp-6
                                + t
                                    * (0x1.565bccfa9a825p-8
                                        + t
                                            * (-0x1.c02db072f3fe0p-11
                                                + t
                                                    * (0x1.f9a2bf73f0c68p-14
                                                        + t
                                                            * (-0x1.f4ca94990cb86p-17
                                                                + t
                                                                    * (0x1.b9827b1885f9bp-20
                                                                        + t
                                                                            * (-0x1.5c16e30fb0d45p-23
                                                                                + t
                                                                                    * (0x1.d784936618cc2p-27
                                                                                        + t
                                                                                            * -0x1.acdff90b8ebd8p-31))))))))));
  }

  private static double outer(double u) {
    return 0x1.0826537f990eap-13
        + u
            * (0x1.1d26522b5a7fdp-1
                + u
                    * (0x1.e2125a43fde71p+0
                        + u
                            * (0x1.c946b38a70cefp+0
                                + u
                                    * (0x1.63ae785cf12d6p+5
                                        + u
                                            * (-0x1.985b5239885f0p+7
                                                + u
                                                    * (0x1.473298dc62d47p+10
                                                        + u
                                                            * (-0x1.1b2dea58a3559p+12
                                                                + u
                                                                    * (0x1.7c69a562d7a37p+13
                                                                        + u
                                                                            * (-0x1.31cd039bd7d7bp+14
                                                                                + u
                                                                                    * (0x1.fe8596290e7cep+13
                                                                                        + u
                                                                                            * -0x1.58b7ab60845a7p+12))))))))));
  }
}

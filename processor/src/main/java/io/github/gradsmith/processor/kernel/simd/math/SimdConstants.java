package io.github.gradsmith.processor.kernel.simd.math;

import io.github.gradsmith.processor.model.Precision;
import java.util.List;

/**
 * The numbers behind the elementary functions of vectors, as Java literals.
 *
 * <p>The polynomials of {@code double} are those of the runtime ({@code Exponential}, {@code
 * Logarithm}, {@code ErrorFunction}); those of {@code float} have the same form and end where the
 * error is below 2⁻²⁸. All keep their largest error smallest (Remez' algorithm). Coefficients are
 * listed from the highest power down.
 *
 * @param round 1.5 · 2²³ or 1.5 · 2⁵², and the bias of the exponent less 1: what is added to a
 *     number k rounds it, and leaves k and the bias of 2ᵏ⁻¹ in its low bits
 * @param lowest where eˣ is taken as 0: 2ᵏ⁻¹ would be no normal number below
 * @param highest where eˣ is infinite for sure, but 2ᵏ⁻¹ is not
 * @param expm1 (eʳ − 1) / r for |r| ≤ ½ ln 2
 * @param log (log(1 + f) / s − 2) / s², s = f / (2 + f), for 1 + f in [√½, √2)
 * @param logOfFraction the same for f in [0, 1]
 * @param tanhLimit where tanh rounds to ±1
 * @param erfLimit where erf rounds to ±1
 * @param erfInner erf x / x − 1 in x², for |x| ≤ 1
 * @param erfOuter (1 − erf x) e^(x²) in 1 / (x + 3), for x from 1 to erfLimit
 * @param mantissa how many bits of a number are its fraction
 * @param fraction these bits
 * @param rootOfHalf the bits of √½
 * @param fromRootOfHalf the bits of 1 less those of √½
 * @param powerOfTwo the bits of 2 to the number of fraction bits
 * @param powerAndBias its value, with the bias of exponents added
 * @param subnormalScale a power of two that makes every subnormal number normal
 * @param subnormalShift its exponent
 */
record SimdConstants(
    String round,
    String lowest,
    String highest,
    String log2e,
    String ln2High,
    String ln2Low,
    List<String> expm1,
    List<String> log,
    List<String> logOfFraction,
    String tanhLimit,
    String erfLimit,
    List<String> erfInner,
    List<String> erfOuter,
    int mantissa,
    String fraction,
    String rootOfHalf,
    String fromRootOfHalf,
    String powerOfTwo,
    String powerAndBias,
    String subnormalScale,
    String subnormalShift) {

  private static final SimdConstants FLOAT =
      new SimdConstants(
          "12583038f",
          "-86.9f",
          "89f",
          "0x1.715476p0f",
          "0x1.62e43p-1f",
          "-0x1.05c61p-29f",
          List.of(
              "0x1.6db1dcp-10f",
              "0x1.123a32p-7f",
              "0x1.555462p-5f",
              "0x1.555492p-3f",
              "0.5f",
              "1f"),
          List.of("0x1.31a24cp-2f", "0x1.996194p-2f", "0x1.555576p-1f"),
          List.of(
              "0x1.f0cb0ep-3f",
              "0x1.b71854p-3f",
              "0x1.25061cp-2f",
              "0x1.9996ccp-2f",
              "0x1.555558p-1f"),
          "10f",
          "4f",
          List.of(
              "0x1.4ae4cep-14f",
              "-0x1.a485ecp-11f",
              "0x1.5419f4p-8f",
              "-0x1.b7fbb4p-6f",
              "0x1.ce2d2p-4f",
              "-0x1.81273ep-2f",
              "0x1.06eba8p-3f"),
          List.of(
              "0x1.d07d8ep7f",
              "-0x1.a43acap6f",
              "0x1.319d18p5f",
              "-0x1.c13aacp1f",
              "0x1.fca1dep-1f",
              "-0x1.e32976p-7f"),
          23,
          "0x7fffff",
          "0x3f3504f3",
          "0x3f800000 - 0x3f3504f3",
          "0x4b000000",
          "8388735f",
          "0x1p24f",
          "24f");

  private static final SimdConstants DOUBLE =
      new SimdConstants(
          "6755399441056766.0",
          "-708.0",
          "710.0",
          "0x1.71547652b82fep0",
          "0x1.62e42fefa39efp-1",
          "0x1.abc9e3b39803fp-56",
          List.of(
              "0x1.1f954968c95aap-29",
              "0x1.af5ea6c78e4fdp-26",
              "0x1.27e4c5b336782p-22",
              "0x1.71ddf86290d4ap-19",
              "0x1.a01a01b0ad6ccp-16",
              "0x1.a01a01afdeaf0p-13",
              "0x1.6c16c16c14475p-10",
              "0x1.111111110f6c1p-7",
              "0x1.555555555555ap-5",
              "0x1.5555555555559p-3",
              "0.5",
              "1.0"),
          List.of(
              "0x1.2f0202f6b95bap-3",
              "0x1.39a219fd9fdf7p-3",
              "0x1.74663ac15fe82p-3",
              "0x1.c71c522089aacp-3",
              "0x1.24924941cf9d7p-2",
              "0x1.999999998009fp-2",
              "0x1.5555555555592p-1"),
          List.of(
              "0x1.5c82c3e68b33bp-3",
              "0x1.55a5080cab2b9p-4",
              "0x1.efdb5e73d5520p-4",
              "0x1.10678e2cf330ep-3",
              "0x1.3b1de001d6e12p-3",
              "0x1.745cb3c53d511p-3",
              "0x1.c71c741e34675p-3",
              "0x1.2492492088af1p-2",
              "0x1.99999999a07c1p-2",
              "0x1.5555555555535p-1"),
          "20.0",
          "6.0",
          List.of(
              "-0x1.acdff90b8ebd8p-31",
              "0x1.d784936618cc2p-27",
              "-0x1.5c16e30fb0d45p-23",
              "0x1.b9827b1885f9bp-20",
              "-0x1.f4ca94990cb86p-17",
              "0x1.f9a2bf73f0c68p-14",
              "-0x1.c02db072f3fe0p-11",
              "0x1.565bccfa9a825p-8",
              "-0x1.b82ce312062bcp-6",
              "0x1.ce2f21a041018p-4",
              "-0x1.812746b0379c2p-2",
              "0x1.06eba8214db68p-3"),
          List.of(
              "-0x1.58b7ab60845a7p+12",
              "0x1.fe8596290e7cep+13",
              "-0x1.31cd039bd7d7bp+14",
              "0x1.7c69a562d7a37p+13",
              "-0x1.1b2dea58a3559p+12",
              "0x1.473298dc62d47p+10",
              "-0x1.985b5239885f0p+7",
              "0x1.63ae785cf12d6p+5",
              "0x1.c946b38a70cefp+0",
              "0x1.e2125a43fde71p+0",
              "0x1.1d26522b5a7fdp-1",
              "0x1.0826537f990eap-13"),
          52,
          "0xfffffffffffffL",
          "0x3fe6a09e667f3bcdL",
          "0x3ff0000000000000L - 0x3fe6a09e667f3bcdL",
          "0x4330000000000000L",
          "4503599627371519.0",
          "0x1p54",
          "54.0");

  static SimdConstants of(Precision precision) {
    return precision == Precision.FLOAT ? FLOAT : DOUBLE;
  }
}

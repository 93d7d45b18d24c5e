package io.github.gradsmith.internal.math;

/**
 * Sines of angles of any size, without memory (Payne and Hanek, Radian Reduction for Trigonometric
 * Functions, SIGNUM Newsletter 18, 1983).
 *
 * <p>x = m 2ᵉ with an integer m of 53 bits, so that x · 2/π, modulo 4, is m times those bits of 2/π
 * that are not so high that they contribute whole turns: 192 of them suffice. In 64-bit integers
 * the product's two highest bits are the quarters, the next 126 the fraction of one, which for no
 * double is below 2⁻⁶².
 */
final class HugeAngle {
  /** 2/π in binary, behind 64 zeros: 1216 bits, for 192 must follow the 1033rd bit here. */
  private static final long[] TWO_OVER_PI = {
    0,
    0xa2f9836e4e441529L,
    0xfc2757d1f534ddc0L,
    0xdb6295993c439041L,
    0xfe5163abdebbc561L,
    0xb7246e3a424dd2e0L,
    0x06492eea09d1921cL,
    0xfe1deb1cb129a73eL,
    0xe88235f52ebb4484L,
    0xe99c7026b45f7e41L,
    0x3991d639835339f4L,
    0x9c845f8bbdf9283bL,
    0x1ff897ffde05980fL,
    0xef2f118b5a0a6d1fL,
    0x6d367ecf27cb09b7L,
    0x4f463f669e5fea2dL,
    0x7527bac7ebe5f17bL,
    0x3d0739f78a5292eaL,
    0x6bfb5fb11f8d5d08L,
    0x56033046fc7b6babL,
  };

  private static final double HALF_PI_HIGH = 0x1.921fb54442d18p0;
  private static final double HALF_PI_LOW = 0x1.1a62633145c07p-54;
  private static final int MANTISSA_BITS = 52;
  private static final int BIAS = 1023;
  private static final long WORD_HALF = 0xffffffffL;

  private HugeAngle() {}

  /** sin(x + q π/2) for a finite x of which |x| is at least ½. */
  static double sine(double x, int q) {
    long bits = Double.doubleToRawLongBits(Math.abs(x));
    int exponent = (int) (bits >> MANTISSA_BITS) - BIAS;
    long m = bits & (1L << MANTISSA_BITS) - 1 | 1L << MANTISSA_BITS;
    // The first bit that counts is worth 2 in the product: bit e − 1 of 2/π, e = exponent − 52.
    int from = exponent - MANTISSA_BITS + 62;
    long middle = bitsFrom(from + 64);
    long low = m * middle + upperProduct(m, bitsFrom(from + 128));
    long carry = Long.compareUnsigned(low, m * middle) < 0 ? 1 : 0;
    long high = m * bitsFrom(from) + upperProduct(m, middle) + carry;
    long fraction = high << 2 | low >>> 62;
    int n = (int) (high >>> 62) + (int) (fraction >>> 63); // to the nearest: − ½ ≤ fraction < ½
    return x < 0 ? -ofQuarters(-q + n, fraction, low << 2) : ofQuarters(q + n, fraction, low << 2);
  }

  /** 64 bits of the table. */
  private static long bitsFrom(int position) {
    int word = position >> 6;
    int shift = position & 63;
    // Two shifts, for a shift by 64 would be none.
    return TWO_OVER_PI[word] << shift | TWO_OVER_PI[word + 1] >>> 1 >>> 63 - shift;
  }

  /** The upper 64 of the 128 bits of the product of a positive and an unsigned number. */
  private static long upperProduct(long m, long unsigned) {
    long mUpper = m >>> 32;
    long mLower = m & WORD_HALF;
    long upper = unsigned >>> 32;
    long lower = unsigned & WORD_HALF;
    long middle = mUpper * lower + (mLower * lower >>> 32);
    long other = mLower * upper + (middle & WORD_HALF);
    return mUpper * upper + (middle >>> 32) + (other >>> 32);
  }

  /** The sine of n quarters and a fraction of one: high 2⁻⁶⁴ + low 2⁻¹²⁸, low without a sign. */
  private static double ofQuarters(int n, long high, long low) {
    double first = (high >> 32) * 0x1p-32;
    double second = (high & WORD_HALF) * 0x1p-64;
    double upper = first + second;
    double lower = (low >>> 32) * 0x1p-96 + (low & WORD_HALF) * 0x1p-128;
    double tail = second - (upper - first) + lower;
    double sum = upper + tail;
    double rest = tail - (sum - upper);
    double product = sum * HALF_PI_HIGH;
    double lost = RoundingError.ofProduct(sum, HALF_PI_HIGH, product);
    return QuarterSine.of(n, product, lost + (sum * HALF_PI_LOW + rest * HALF_PI_HIGH));
  }
}

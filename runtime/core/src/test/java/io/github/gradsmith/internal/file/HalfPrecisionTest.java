package io.github.gradsmith.internal.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** All numbers of 16 bits, beside what their definitions say. */
class HalfPrecisionTest {
  @Test
  void halvesHave5BitsOfExponentAnd10OfFraction() {
    for (int bits = 0; bits < 1 << 16; bits++) {
      assertThat(HalfPrecision.ofHalf((short) bits))
          .as("%x", bits)
          .isEqualTo(Float.valueOf((float) defined(bits, 5, 10)));
    }
  }

  @Test
  void brainFloatsHave8BitsOfExponentAnd7OfFraction() {
    for (int bits = 0; bits < 1 << 16; bits++) {
      assertThat(HalfPrecision.ofBrain((short) bits))
          .as("%x", bits)
          .isEqualTo(Float.valueOf((float) defined(bits, 8, 7)));
    }
  }

  /** (-1)^s 2^(e - bias) (1 + f), and below the least of those without the 1. */
  private static double defined(int bits, int exponentBits, int fractionBits) {
    int most = (1 << exponentBits) - 1;
    int bias = most / 2;
    double sign = bits >= 1 << 15 ? -1 : 1;
    int exponent = bits / (1 << fractionBits) % (most + 1);
    double fraction = bits % (1 << fractionBits) / (double) (1 << fractionBits);
    if (exponent == most) {
      return fraction == 0 ? sign * Double.POSITIVE_INFINITY : Double.NaN;
    }
    return exponent == 0
        ? sign * fraction * StrictMath.pow(2, 1 - bias)
        : sign * (1 + fraction) * StrictMath.pow(2, exponent - bias);
  }
}

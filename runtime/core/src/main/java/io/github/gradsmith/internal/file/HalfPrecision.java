package io.github.gradsmith.internal.file;

/** Numbers of 16 bits, each of which is exactly a {@code float}. */
public final class HalfPrecision {
  private HalfPrecision() {}

  /** The value of an IEEE 754 half: 5 bits of exponent, 10 of fraction. */
  public static float ofHalf(short bits) {
    int exponent = bits >>> 10 & 0x1f;
    int fraction = bits & 0x3ff;
    float magnitude;
    if (exponent == 0) {
      magnitude = fraction * 0x1p-24f;
    } else if (exponent == 0x1f) {
      magnitude = fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
    } else {
      magnitude = Float.intBitsToFloat(exponent + 112 << 23 | fraction << 13);
    }
    return bits < 0 ? -magnitude : magnitude;
  }

  /** The value of a brain float: the upper half of a {@code float}. */
  public static float ofBrain(short bits) {
    return Float.intBitsToFloat(bits << 16);
  }
}

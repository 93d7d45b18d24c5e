package io.github.gradsmith.internal.math;

/**
 * Which units of a layer a training pass drops. A unit's fate is a hash of seed, step, row, layer
 * and unit, the same on every JVM: the way back computes it once more, and neither replicas nor
 * threads nor a training that is resumed need anything else to see the same masks.
 *
 * <p>The hash of a unit is a finaliser of 32 bits (Chris Wellons: Prospecting for Hash Functions,
 * 2018) with half of the key before it and the other half within. It takes no branch and no long,
 * so that C2 can turn loops over it into SIMD.
 */
public final class DropoutMask {
  private static final int GOLDEN_GAMMA = 0x9e3779b9;
  private static final int MIX_1 = 0x7feb352d;
  private static final int MIX_2 = 0x846ca68b;

  private DropoutMask() {}

  /**
   * What the masks of a row have in common.
   *
   * @param seed that of the network
   * @param steps made so far
   * @param row of the mini-batch, from 0
   * @param layer its number
   */
  public static long key(long seed, double steps, int row, int layer) {
    long step = SeededRandom.mix(seed + SeededRandom.GOLDEN_GAMMA * (long) steps);
    return SeededRandom.mix(step + ((long) layer << 32 | row));
  }

  /**
   * A value, or 0 if its unit is dropped.
   *
   * @param value that of the unit
   * @param key that of its row
   * @param unit its number
   * @param kept how probable it is that a unit is kept, times 2³¹; −2³¹ stands for 2³¹
   */
  public static float apply(float value, long key, int unit, int kept) {
    return Float.intBitsToFloat(Float.floatToRawIntBits(value) & bits(key, unit, kept));
  }

  /** As {@link #apply(float, long, int, int)}. */
  public static double apply(double value, long key, int unit, int kept) {
    return Double.longBitsToDouble(Double.doubleToRawLongBits(value) & bits(key, unit, kept));
  }

  /** All ones, or all zeros if a unit is dropped. */
  private static int bits(long key, int unit, int kept) {
    int hash = unit * GOLDEN_GAMMA + (int) key;
    hash = (hash ^ (hash >>> 16)) * MIX_1;
    hash = (hash ^ (hash >>> 15) ^ (int) (key >>> 32)) * MIX_2;
    return ((hash >>> 1) - kept) >> 31; // the upper bits are the best
  }
}

package io.github.gradsmith.fuzz;

import java.util.Arrays;
import java.util.Random;

/** Numbers that a field of a file is not prepared for, and bytes that are damaged. */
public final class Mutations {
  private static final long[] ODD = {
    0,
    1,
    2,
    3,
    4,
    7,
    8,
    15,
    16,
    63,
    64,
    255,
    256,
    0x7fff,
    0x8000,
    0xffff,
    0x10000,
    0x7fffffffL,
    0x80000000L,
    0xfffffffeL,
    0xffffffffL,
    0x100000000L,
    Long.MAX_VALUE,
    Long.MIN_VALUE,
    -1,
    -2
  };

  private Mutations() {}

  /** An odd number, one near to that given, a small or any one. */
  public static long near(long value, Random random) {
    switch (random.nextInt(5)) {
      case 0:
        return value + 1 + random.nextInt(4);
      case 1:
        return value - 1 - random.nextInt(4);
      case 2:
        return random.nextInt(200);
      case 3:
        return random.nextLong();
      default:
        return ODD[random.nextInt(ODD.length)];
    }
  }

  /** One of some values. */
  @SafeVarargs
  public static <T> T one(Random random, T... values) {
    return values[random.nextInt(values.length)];
  }

  /** Bytes with a few of them changed, left out, doubled or cut off at the end. */
  public static byte[] damaged(byte[] bytes, Random random) {
    if (bytes.length == 0) {
      return bytes;
    }
    int at = random.nextInt(bytes.length);
    switch (random.nextInt(4)) {
      case 0:
        byte[] flipped = bytes.clone();
        flipped[at] ^= (byte) (1 << random.nextInt(8));
        return flipped;
      case 1:
        return Arrays.copyOf(bytes, at);
      case 2:
        byte[] other = bytes.clone();
        other[at] = (byte) random.nextInt();
        return other;
      default:
        int resume = Math.min(bytes.length, Math.max(0, at + random.nextInt(41) - 20));
        byte[] moved = Arrays.copyOf(bytes, at + bytes.length - resume);
        System.arraycopy(bytes, resume, moved, at, bytes.length - resume);
        return moved;
    }
  }
}

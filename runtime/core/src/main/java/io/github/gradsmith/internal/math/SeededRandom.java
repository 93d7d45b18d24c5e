package io.github.gradsmith.internal.math;

/**
 * A small generator of pseudo-random numbers that yields the same numbers for the same seed on
 * every JVM and in every release of this library: SplitMix64, with the constants of the paper's
 * {@code mix64}. Not for cryptography, and not to be shared by threads.
 *
 * <p>Guy L. Steele Jr., Doug Lea, Christine H. Flood: Fast Splittable Pseudorandom Number
 * Generators, OOPSLA 2014.
 */
public final class SeededRandom {
  /** 2⁶⁴ divided by the golden ratio, made odd: the step of the paper's Weyl sequence. */
  static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  /** The multipliers of Stafford's thirteenth variant of MurmurHash3's finaliser. */
  private static final long MIX_1 = 0xbf58476d1ce4e5b9L;

  private static final long MIX_2 = 0x94d049bb133111ebL;

  private long state;

  /** A generator that begins where the seed says; every seed is as good as any other. */
  public SeededRandom(long seed) {
    state = seed;
  }

  /**
   * The seed of one of many generators that one seed stands for: unlike sums, of which seed s + 1
   * with number e is seed s with number e + 1, these have nothing in common.
   */
  public static long derived(long seed, long number) {
    return mix(mix(seed + GOLDEN_GAMMA) + number + GOLDEN_GAMMA);
  }

  /** Begins anew where the seed says, as a new generator would. */
  public void restart(long seed) {
    state = seed;
  }

  /**
   * Fills an array with the numbers from 0, one for each place, in a random order. All orders are
   * equally likely (Fisher and Yates; Durstenfeld 1964).
   */
  public void shuffle(int[] order) {
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    for (int i = order.length - 1; i > 0; i--) {
      int j = nextInt(i + 1);
      int number = order[i];
      order[i] = order[j];
      order[j] = number;
    }
  }

  /** The next 64 bits. */
  public long nextLong() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /** The paper's finaliser: as many bits, each of which depends on all. */
  public static long mix(long bits) {
    long z = (bits ^ (bits >>> 30)) * MIX_1;
    z = (z ^ (z >>> 27)) * MIX_2;
    return z ^ (z >>> 31);
  }

  /** Uniform in [0, 1): the upper 53 bits of the next long, times 2⁻⁵³. */
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1p-53;
  }

  /**
   * Uniform in [0, bound), without bias: multiply-shift with rejection. Daniel Lemire: Fast Random
   * Integer Generation in an Interval, 2019.
   *
   * @throws IllegalArgumentException unless the bound is positive
   */
  public int nextInt(int bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("bound is " + bound + ", expected a positive number");
    }
    long rejected = (1L << 32) % bound;
    long product;
    do {
      product = (nextLong() >>> 32) * bound;
    } while ((product & 0xffffffffL) < rejected);
    return (int) (product >>> 32);
  }

  /**
   * Normal with mean 0 and standard deviation 1, by Marsaglia's polar method; the second number of
   * each pair is not kept, so that the generator's state is its seed and nothing else.
   */
  public double nextGaussian() {
    double u;
    double square;
    do {
      u = 2 * nextDouble() - 1;
      double v = 2 * nextDouble() - 1;
      square = u * u + v * v;
    } while (square >= 1 || square == 0);
    return u * StrictMath.sqrt(-2 * StrictMath.log(square) / square);
  }
}

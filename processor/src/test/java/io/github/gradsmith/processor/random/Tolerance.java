package io.github.gradsmith.processor.random;

/**
 * How far honest rounding may lead, from what runs of the reference with random rounding errors
 * deviate from the exact one.
 *
 * @param unit of the precision that is judged
 * @param noise unit of the noisy runs: larger in double, so that the reference is exact beside it
 */
record Tolerance(double unit, double noise) {
  /**
   * The largest deviation of the runs is multiplied by this: where they are of one number alone
   * they may all happen to be small, and functions round more than once, those of SIMD kernels
   * several times.
   */
  private static final double FACTOR = 32;

  /** Roundings of the largest number that are forgiven at least. */
  private static final double LEAST_ROUNDINGS = 8;

  /** Below these the precision itself ends. */
  private static final double SMALLEST_FLOAT = 1e-36;

  private static final double SMALLEST_DOUBLE = 1e-290;

  static Tolerance of(NetworkDescription network) {
    return new Tolerance(network.unit(), network.inFloat() ? network.unit() : 0x1p-33);
  }

  Arithmetic noisy(long seed) {
    return Arithmetic.noisy(noise, inFloat() ? Float.MIN_NORMAL : Double.MIN_NORMAL, seed);
  }

  private boolean inFloat() {
    return unit > 1e-10;
  }

  /** For entries {@code from} to {@code to} alike: their largest deviation counts. */
  double of(double[] exact, int from, int to, double[]... noisy) {
    double deviation = 0;
    double size = 0;
    for (int i = from; i < to; i++) {
      size = Math.max(size, Math.abs(exact[i]));
      for (double[] run : noisy) {
        deviation = Math.max(deviation, Math.abs(run[i] - exact[i]));
      }
    }
    return FACTOR * deviation * unit / noise
        + LEAST_ROUNDINGS * unit * size
        + (inFloat() ? SMALLEST_FLOAT : SMALLEST_DOUBLE);
  }

  double of(double[] exact, double[]... noisy) {
    return of(exact, 0, exact.length, noisy);
  }

  double of(double exact, double... noisy) {
    double[][] runs = new double[noisy.length][];
    for (int i = 0; i < noisy.length; i++) {
      runs[i] = new double[] {noisy[i]};
    }
    return of(new double[] {exact}, runs);
  }
}

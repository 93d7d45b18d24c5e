package io.github.gradsmith.processor.plan.simd;

import java.util.stream.IntStream;

/**
 * How many rows of a layer's weights share the loads of an input in SIMD. Where a row belongs to an
 * input, the kernels change places: forward is of the kind of the deltas' way back, and takes
 * {@code backwardRows}, and the way back is that of weighted sums.
 *
 * @param forwardRows rows of a pass for one sample
 * @param batchRows rows of a pass for {@link #SAMPLES} samples
 * @param backwardRows rows of a pass of the deltas back, for {@link #BACKWARD_SAMPLES} samples
 */
public record SimdTiles(int forwardRows, int batchRows, int backwardRows) {
  /** These tiles in a few words. */
  String words() {
    return forwardRows + " rows a pass, or " + batchRows + " rows and " + SAMPLES + " samples";
  }

  /** Samples of a pass forward and of an update. */
  public static final int SAMPLES = 4;

  /** Samples of a pass of the deltas back. */
  public static final int BACKWARD_SAMPLES = 2;

  /**
   * One sample: six sums hide the latency of a multiply-add, and the loads of six rows that of the
   * cache. Measurements: docs/design/kernels.md.
   */
  private static final int[] FORWARD = {6, 5, 4, 8, 7};

  /**
   * Four samples: eight sums, the vectors of two rows and one of an input fit 16 registers.
   * Measurements: docs/design/kernels.md.
   */
  private static final int[] BATCH = {2, 3};

  private static final int[] BACKWARD = {5, 6, 4, 3};

  /** So many groups of rows outweigh a rest of rows in a slower pass. */
  private static final int MANY_GROUPS = 8;

  public static SimdTiles of(int rows) {
    return new SimdTiles(divisor(rows, FORWARD), divisor(rows, BATCH), divisor(rows, BACKWARD));
  }

  /**
   * The best one where its rest is a small part of the rows; else the first that leaves no rest.
   */
  private static int divisor(int rows, int[] preferred) {
    int best = preferred[0];
    if (rows >= MANY_GROUPS * best) {
      return best;
    }
    return IntStream.of(preferred)
        .filter(size -> rows % size == 0)
        .findFirst()
        .orElse(Math.min(rows, best));
  }
}

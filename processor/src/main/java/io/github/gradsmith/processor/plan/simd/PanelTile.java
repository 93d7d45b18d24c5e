package io.github.gradsmith.processor.plan.simd;

import java.util.List;

/**
 * What a pass over a panel holds in registers. Vectors of 512 bits come with 32 registers instead
 * of 16, so that two of them, which are as wide as four others, meet more samples at once.
 */
public enum PanelTile {
  /**
   * Vectors of up to 256 bits. Forward, 2 samples and 4 vectors are eight sums, which hide the
   * latency of a multiply-add: 3 samples leave no registers (on Zen 3 1.13 µs a sample of 784 → 30
   * instead of 0.58), 5 samples of 2 vectors take 1.5.
   *
   * <p>The deltas of 3 samples take 12 registers in the update. In one run, µs a sample of a batch
   * of 100 on JDK 17 | 25: 0.79 | 0.83 with 3, 0.93 | 0.96 with 2, 1.74 | 1.79 with one, 0.82 |
   * 0.81 with 5 samples of 2 vectors, which in one of three runs of JDK 17 took 1.13.
   */
  NARROW(4, List.of(2, 1), List.of(3, 2, 1), List.of(2, 1), 4),

  /**
   * Vectors of 512 bits. On Zen 5, µs a sample of 784 → 30, JDK 17 | 25 in one run each: forward
   * 0.27 | 0.28 with 5 samples, 0.29 | 0.29 with 4, 0.24 | 0.24 with 10, 0.54 | 0.87 with 2, and
   * 0.55 | 0.57 of {@link #NARROW}; the update 0.34 | 0.34 with 5, 0.32 | 0.33 with 4, 0.26 | 0.27
   * with 10, 0.37 | 0.37 with 3.
   *
   * <p>Deltas of a batch go back one vector a pass: with two, JDK 17 takes 37 µs a sample instead
   * of 5 for 512 neurons before 512 others.
   */
  WIDE(2, List.of(5, 4, 3, 2, 1), List.of(5, 4, 3, 2, 1), List.of(4, 2, 1), 1);

  private final int vectors;
  private final List<Integer> forward;
  private final List<Integer> update;
  private final List<Integer> back;
  private final int backVectors;

  PanelTile(
      int vectors,
      List<Integer> forward,
      List<Integer> update,
      List<Integer> back,
      int backVectors) {
    this.vectors = vectors;
    this.forward = forward;
    this.update = update;
    this.back = back;
    this.backVectors = backVectors;
  }

  /** Vectors of a panel. */
  public int vectors() {
    return vectors;
  }

  /** Samples of a pass forward, the most first. */
  public List<Integer> forward() {
    return forward;
  }

  /** Samples of a pass of the update, the most first. */
  public List<Integer> update() {
    return update;
  }

  /** Samples of a pass of the deltas back, the most first. */
  public List<Integer> back() {
    return back;
  }

  /** Vectors of a pass of the deltas of several samples back. */
  public int backVectors() {
    return backVectors;
  }
}

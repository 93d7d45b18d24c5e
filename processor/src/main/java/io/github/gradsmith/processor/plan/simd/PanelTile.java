package io.github.gradsmith.processor.plan.simd;

import java.util.List;

/**
 * What a pass over a panel holds in registers. Vectors of 512 bits come with 32 registers instead
 * of 16, so that two of them, which are as wide as four others, meet more samples at once.
 */
public enum PanelTile {
  /**
   * Vectors of up to 256 bits. Forward, 2 samples and 4 vectors are eight sums, which hide the
   * latency of a multiply-add; 3 samples would leave no registers. The deltas of 3 samples take 12
   * registers in the update. Measurements: docs/design/kernels.md.
   */
  NARROW(4, List.of(2, 1), List.of(3, 2, 1), List.of(2, 1), 4),

  /**
   * Vectors of 512 bits. Deltas of a batch go back one vector a pass: with two, JDK 17 is several
   * times slower. Measurements: docs/design/kernels.md.
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

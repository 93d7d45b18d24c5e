package io.github.gradsmith.processor.plan.simd;

import io.github.gradsmith.processor.model.LayerModel;
import io.github.gradsmith.processor.model.Precision;

/** Chooses the layers whose weights are kept in panels where SIMD kernels run. */
public final class PanelRules {
  /**
   * Deltas that go back through panels are sums across lanes, which rows do without: only layers of
   * so many weights gain. On Zen 5 a step of a batch of 10 takes 0.52 to 0.55 µs a sample of
   * 64-64-64 instead of 0.84 to 0.88 with 512 bits, 0.77 to 0.80 instead of 0.89 and more with 256;
   * of 32-32-32 it took 0.40 to 0.42 with 256 bits and panels only, 0.34 with rows only.
   */
  private static final int LEAST_WEIGHTS = 4_096;

  /**
   * No deltas go back through the first layer of weights. On Zen 5 a step of a batch of 10 takes
   * 0.27 to 0.30 µs a sample of 32-32-32, its first layer in panels, instead of 0.31 to 0.35, one
   * of 64-32-64 in double 0.60 to 0.79 instead of 0.82 to 0.89, JDK 17 and 25, 256 and 512 bits.
   */
  private static final int LEAST_FIRST_WEIGHTS = 1_024;

  /**
   * With few inputs the passes over a panel are short, and rows of one input each do better. On Zen
   * 5 a step of a batch of 10 takes 1.3 to 1.4 µs a sample of 4-1000-10 on rows and 1.9 to 2.4 in
   * panels with 512 bits, 1.19 and 1.94 of 10-10-784; with 24 inputs 2.1 to 2.2 and 2.2 to 2.4,
   * with 28 and 128 neurons 0.39 and 0.34.
   */
  private static final int LEAST_INPUTS = 24;

  /** Bytes of a panel's row of 256-bit vectors, and of 512-bit ones. */
  private static final int PANEL_BYTES = 128;

  /** A panel is one array, and of arrays longer than this not every JVM has any. */
  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

  /** Of the weights of all panels, at most one in so many may fill up the last one. */
  private static final int MOST_PADDING = 8;

  private PanelRules() {}

  /** Whether {@code layer}, which has SIMD kernels, keeps its weights in panels for them. */
  public static boolean fit(LayerModel layer, Precision precision) {
    int panel = PANEL_BYTES / precision.bytes();
    long padded = (layer.outputs() + panel - 1L) / panel * panel;
    return layer.inputs() >= LEAST_INPUTS
        && layer.inputs() <= LARGEST_ARRAY / panel
        && layer.inputs() * (long) layer.outputs() >= leastWeights(layer)
        && (padded - layer.outputs()) * MOST_PADDING <= padded;
  }

  private static int leastWeights(LayerModel layer) {
    return layer.number() == 2 ? LEAST_FIRST_WEIGHTS : LEAST_WEIGHTS;
  }
}

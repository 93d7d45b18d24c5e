package io.github.gradsmith.processor.plan.simd;

import io.github.gradsmith.processor.model.LayerModel;
import io.github.gradsmith.processor.model.Precision;

/** Chooses the layers whose weights are kept in panels where SIMD kernels run. */
public final class PanelRules {
  /**
   * Deltas that go back through panels are sums across lanes, which rows do without: only layers of
   * so many weights gain. Measurements: docs/design/kernels.md.
   */
  private static final int LEAST_WEIGHTS = 4_096;

  /**
   * No deltas go back through the first layer of weights, so that fewer are enough. Measurements:
   * docs/design/kernels.md.
   */
  private static final int LEAST_FIRST_WEIGHTS = 1_024;

  /**
   * With few inputs the passes over a panel are short, and rows of one input each do better.
   * Measurements: docs/design/kernels.md.
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

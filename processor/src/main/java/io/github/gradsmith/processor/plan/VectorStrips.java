package io.github.gradsmith.processor.plan;

import io.github.gradsmith.processor.model.LayerModel;
import io.github.gradsmith.processor.model.NetworkModel;
import io.github.gradsmith.processor.model.Precision;

/**
 * Large layers keep their weights in strips where SIMD kernels run: a strip belongs to the neurons
 * of {@link #VECTORS} vectors and holds for each input the weights to all of them. An input is
 * broadcast to all lanes, so that no sum crosses them, and the weights of a strip follow one
 * another in memory.
 *
 * <p>On Zen 3 (JDK 17 | 25), µs a sample of 784 → 30 and batches of ten: forward 0.60 | 0.60
 * against 0.69 | 0.66 on rows, where it also jumped to 1.25 from one run of JDK 17 to another; the
 * update 0.60 | 0.64 against 0.79 | 0.75. One sample forward takes 1.10 | 1.11 against 1.13 | 1.07.
 *
 * <p>On Zen 5 one sample takes 1.07 to 1.13; with eight sums, of even and of odd inputs, 1.05 to
 * 1.21: it waits for memory, not for sums. To read the weights alone takes 0.63 there where an
 * array's numbers happen to begin at a multiple of 32 bytes, 0.74 to 0.77 elsewhere.
 */
public final class VectorStrips {
  /** Vectors of a strip: with two samples eight sums, which hide the latency of a multiply-add. */
  public static final int VECTORS = 4;

  /**
   * Samples of a pass forward: 3 samples leave no registers (1.13 µs instead of 0.58), 5 samples of
   * 2 vectors 1.5.
   */
  public static final int SAMPLES = 2;

  /**
   * Inputs of a pass forward. C2 unrolls a pass of one input further and spills the sums: 1.03 µs
   * instead of 0.58 on JDK 17; of four inputs it takes 1.02.
   */
  public static final int INPUTS = 2;

  /**
   * Samples of a pass of the update: their deltas take 12 registers. In one run, µs a sample of a
   * batch of 100 on JDK 17 | 25: 0.79 | 0.83 with 3, 0.93 | 0.96 with 2, 1.74 | 1.79 with one, 0.82
   * | 0.81 with 5 samples of 2 vectors, which in one of three runs of JDK 17 took 1.13.
   */
  public static final int UPDATE_SAMPLES = 3;

  /** Inputs of a block of the update: its weights stay in the first level cache for all samples. */
  public static final int BLOCK = 112;

  /** Inputs of a pass of the deltas back, for two samples: eight sums. */
  public static final int BACK_INPUTS = 4;

  /** In a few words, for a reader of the size report. */
  static final String WORDS = "strips of " + VECTORS + " vectors, " + SAMPLES + " samples a pass";

  /** A smaller layer stays in the first level cache, and is all edges. */
  private static final int LEAST_WEIGHTS = 8_192;

  /** Bytes of a strip's row of 256-bit vectors. */
  private static final int STRIP_BYTES = 128;

  /** Of the weights of all strips, at most one in so many may fill up the last one. */
  private static final int MOST_PADDING = 8;

  private VectorStrips() {}

  /** Whether {@code layer} keeps its weights in strips where SIMD kernels run. */
  static boolean fit(LayerModel layer, NetworkModel model) {
    int bytes = model.precision() == Precision.FLOAT ? Float.BYTES : Double.BYTES;
    int strip = STRIP_BYTES / bytes;
    int padded = (layer.outputs() + strip - 1) / strip * strip;
    return VectorRules.tiles(layer, model).isPresent()
        && layer.inputs() * (long) layer.outputs() >= LEAST_WEIGHTS
        && (padded - layer.outputs()) * MOST_PADDING <= padded;
  }
}

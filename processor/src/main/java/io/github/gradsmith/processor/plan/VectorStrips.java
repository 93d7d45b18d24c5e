package io.github.gradsmith.processor.plan;

import io.github.gradsmith.processor.model.LayerModel;
import io.github.gradsmith.processor.model.NetworkModel;
import io.github.gradsmith.processor.model.Precision;

/**
 * Large layers keep their weights in strips where SIMD kernels run: a strip belongs to the neurons
 * of a few vectors, see {@link StripTile}, and holds for each input the weights to all of them. An
 * input is broadcast to all lanes, so that no sum crosses them, and the weights of a strip follow
 * one another in memory.
 *
 * <p>On Zen 3 (JDK 17 | 25), µs a sample of 784 → 30 and batches of ten: forward 0.60 | 0.60
 * against 0.69 | 0.66 on rows, where it also jumped to 1.25 from one run of JDK 17 to another; the
 * update 0.60 | 0.64 against 0.79 | 0.75. One sample forward takes 1.10 | 1.11 against 1.13 | 1.07.
 *
 * <p>On Zen 5 one sample takes 1.07 to 1.13 with 256 bits; with eight sums, of even and of odd
 * inputs, 1.05 to 1.21: it waits for memory, not for sums. To read the weights alone takes 0.63
 * there where an array's numbers happen to begin at a multiple of 32 bytes, 0.74 to 0.77 elsewhere.
 */
public final class VectorStrips {
  /**
   * Inputs of a pass forward. C2 unrolls a pass of one input further and spills the sums: 1.03 µs
   * instead of 0.58 on JDK 17; of four inputs it takes 1.02.
   */
  public static final int INPUTS = 2;

  /** Inputs of a block of the update: its weights stay in the first level cache for all samples. */
  public static final int BLOCK = 112;

  /** Inputs of a pass of the deltas back: with two samples eight sums. */
  public static final int BACK_INPUTS = 4;

  /** In a few words, for a reader of the size report. */
  static final String WORDS =
      "strips of %d vectors, %d samples a pass (%d and %d with 512 bits)"
          .formatted(
              StripTile.NARROW.vectors(),
              StripTile.NARROW.forward().get(0),
              StripTile.WIDE.vectors(),
              StripTile.WIDE.forward().get(0));

  /**
   * Deltas that go back through strips are sums across lanes, which rows do without: only layers of
   * so many weights gain. On Zen 5 a step of a batch of 10 takes 0.52 to 0.55 µs a sample of
   * 64-64-64 instead of 0.84 to 0.88 with 512 bits, 0.77 to 0.80 instead of 0.89 and more with 256;
   * of 32-32-32 it took 0.40 to 0.42 with 256 bits and strips only, 0.34 with rows only.
   */
  private static final int LEAST_WEIGHTS = 4_096;

  /**
   * No deltas go back through the first layer of weights. On Zen 5 a step of a batch of 10 takes
   * 0.27 to 0.30 µs a sample of 32-32-32, its first layer in strips, instead of 0.31 to 0.35, one
   * of 64-32-64 in double 0.60 to 0.79 instead of 0.82 to 0.89, JDK 17 and 25, 256 and 512 bits.
   */
  private static final int LEAST_FIRST_WEIGHTS = 1_024;

  /**
   * With few inputs the passes over a strip are short, and rows of one input each do better. On Zen
   * 5 a step of a batch of 10 takes 1.3 to 1.4 µs a sample of 4-1000-10 on rows and 1.9 to 2.4 in
   * strips with 512 bits, 1.19 and 1.94 of 10-10-784; with 24 inputs 2.1 to 2.2 and 2.2 to 2.4,
   * with 28 and 128 neurons 0.39 and 0.34.
   */
  private static final int LEAST_INPUTS = 24;

  /** Bytes of a strip's row of 256-bit vectors, and of 512-bit ones. */
  private static final int STRIP_BYTES = 128;

  /** A strip is one array, and of arrays longer than this not every JVM has any. */
  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

  /** Of the weights of all strips, at most one in so many may fill up the last one. */
  private static final int MOST_PADDING = 8;

  private VectorStrips() {}

  /** Whether {@code layer} keeps its weights in strips where SIMD kernels run. */
  static boolean fit(LayerModel layer, NetworkModel model) {
    int bytes = model.precision() == Precision.FLOAT ? Float.BYTES : Double.BYTES;
    int strip = STRIP_BYTES / bytes;
    long padded = (layer.outputs() + strip - 1L) / strip * strip;
    return VectorRules.tiles(layer, model).isPresent()
        && layer.inputs() >= LEAST_INPUTS
        && layer.inputs() <= LARGEST_ARRAY / strip
        && layer.inputs() * (long) layer.outputs() >= leastWeights(layer)
        && (padded - layer.outputs()) * MOST_PADDING <= padded;
  }

  private static int leastWeights(LayerModel layer) {
    return layer.number() == 2 ? LEAST_FIRST_WEIGHTS : LEAST_WEIGHTS;
  }
}

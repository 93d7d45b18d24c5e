package io.github.gradsmith.processor.kernel.code;

import com.palantir.javapoet.CodeBlock;

/**
 * The code of one layer as those see it who put a network together: its methods, and how they are
 * called. Nobody else asks for the shape of its loops.
 */
public interface LayerCode extends LayerMethods {
  /**
   * Statements that take row {@code s} forward, where the network's input is {@code x}; a variable
   * {@code packed} says whether packed weights pay off, where they may.
   */
  CodeBlock forwardOfSample(String x, String s);

  /** Statements that take {@code count} samples forward. */
  default CodeBlock forwardOfTile() {
    return overTile(forwardOfSample("x[from + s]", "s"));
  }

  /** The same by its SIMD kernel; asked of a layer that has one. */
  default CodeBlock forwardOfTileInSimd() {
    return forwardOfTile();
  }

  /** {@link #forwardOfSample} while training, with what only training does. */
  default CodeBlock trainingOfSample(String x, String s) {
    return forwardOfSample(x, s);
  }

  /** {@link #forwardOfTile} while training, with what only training does. */
  default CodeBlock trainingOfTile() {
    return forwardOfTile();
  }

  /** Statements that bring the deltas of row s back to a value. */
  CodeBlock deltaOfSample(DeltaTarget to);

  /** Statements that bring the deltas of {@code count} samples back to a value. */
  default CodeBlock deltaOfTile(DeltaTarget to) {
    return overTile(deltaOfSample(to));
  }

  /** The same by its SIMD kernel; asked of a layer that has one. */
  default CodeBlock deltaOfTileInSimd(DeltaTarget to) {
    return deltaOfTile(to);
  }

  /** The method that adds the gradient of a single sample: its class, if it is not ours. */
  CodeBlock accumulateOne();

  private static CodeBlock overTile(CodeBlock ofSample) {
    return CodeBlock.builder()
        .beginControlFlow("for (int s = 0; s < count; s++)")
        .add(ofSample)
        .endControlFlow()
        .build();
  }
}

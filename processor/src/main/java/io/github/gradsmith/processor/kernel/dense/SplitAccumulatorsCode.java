package io.github.gradsmith.processor.kernel.dense;

import com.palantir.javapoet.CodeBlock;
import io.github.gradsmith.processor.plan.shape.ForwardShape.SplitAccumulators;

/** Pairs of rows, each folded in loops that the compiler turns into SIMD. */
final class SplitAccumulatorsCode extends NeuronRowsCode {
  private final SplitAccumulators shape;

  SplitAccumulatorsCode(MethodFrames frames, SplitAccumulators shape) {
    super(frames);
    this.shape = shape;
  }

  @Override
  CodeBlock sums() {
    DotProducts products = DotProducts.sums(layer, names);
    return new SplitAccumulatorsForward(products, shape, scalar, names.scratch(layer)).sums();
  }
}

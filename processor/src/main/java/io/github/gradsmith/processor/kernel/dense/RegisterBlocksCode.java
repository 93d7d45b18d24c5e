package io.github.gradsmith.processor.kernel.dense;

import com.palantir.javapoet.CodeBlock;
import io.github.gradsmith.processor.plan.shape.ForwardShape.RegisterBlocks;

/** A group of rows shares each load of an input. */
final class RegisterBlocksCode extends NeuronRowsCode {
  private final RegisterBlocks shape;

  RegisterBlocksCode(MethodFrames frames, RegisterBlocks shape) {
    super(frames);
    this.shape = shape;
  }

  @Override
  CodeBlock sums() {
    return RegisterBlocksForward.sums(DotProducts.sums(layer, names), shape.rows(), scalar);
  }
}

package io.github.gradsmith.processor.kernel.dense;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.github.gradsmith.processor.kernel.code.SimdCalls;
import io.github.gradsmith.processor.kernel.elementwise.SlopeCode;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.shape.ForwardShape.InputMajor;
import java.util.List;

/** All neurons side by side, a row of weights for each input. */
class InputMajorCode extends LoopedCode {
  final InputMajorAccumulate update;
  private final InputMajor shape;

  InputMajorCode(MethodFrames frames, InputMajor shape) {
    super(frames);
    this.shape = shape;
    this.update = new InputMajorAccumulate(layer, scalar);
  }

  @Override
  CodeBlock sums() {
    return new InputMajorForward(layer, shape, scalar, names).sums();
  }

  /** The rows belong to the neurons of the layer before: products of each with the deltas. */
  @Override
  CodeBlock deltas(LayerPlan before) {
    CodeBlock errors =
        DenseCodes.products(
            shape.back(), DotProducts.errors(layer, names), scalar, names.scratch(layer));
    return new SlopeCode(before, scalar).timesAfter(errors);
  }

  @Override
  MethodSpec accumulateGroup() {
    return groupOfInputs().addCode(update.code(SAMPLES)).build();
  }

  @Override
  List<MethodSpec> ofOne() {
    return List.of(
        frames.accumulateOne(
            CodeBlock.builder()
                .add(SimdCalls.accumulateOne(layer, names))
                .add(update.code(1))
                .build()));
  }
}

package io.github.gradsmith.processor.kernel.backprop;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.kernel.code.SimdCalls;
import io.github.gradsmith.processor.kernel.elementwise.SlopeCode;
import io.github.gradsmith.processor.kernel.elementwise.SlopeMethod;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import io.github.gradsmith.processor.plan.backward.DeltaStep;
import io.github.gradsmith.processor.plan.backward.DeltaStep.Action;
import java.util.Arrays;
import java.util.List;

/**
 * Deltas of values that several layers read, or that are read in part: cleared before the parts are
 * added, and multiplied by the slope when all have been.
 *
 * @param plan the network
 * @param scalar its precision
 */
public record SharedDeltas(NetworkPlan plan, ElementType scalar) {
  /** The methods that multiply by a slope. */
  public List<MethodSpec> slopes() {
    return plan.backward().stream()
        .filter(step -> step.action() == Action.SLOPE)
        .map(step -> plan.layer(step.value()))
        .filter(layer -> !new SlopeCode(layer, scalar).isOne())
        .map(layer -> SlopeMethod.of(layer, scalar, names(), SimdCalls.slope(layer, names())))
        .toList();
  }

  private Names names() {
    return new Names(plan);
  }

  /** Statements for row s. */
  CodeBlock ofSample(DeltaStep step) {
    LayerPlan layer = plan.layer(step.value());
    if (step.action() == Action.CLEAR) {
      return CodeBlock.builder()
          .addStatement("$T.fill($L[s], 0)", Arrays.class, names().d(layer))
          .build();
    }
    return new SlopeCode(layer, scalar).isOne()
        ? CodeBlock.of("")
        : CodeBlock.builder().addStatement(SlopeMethod.call(layer, names())).build();
  }

  /** Statements for {@code count} samples. */
  CodeBlock overTile(DeltaStep step) {
    CodeBlock ofSample = ofSample(step);
    return ofSample.isEmpty()
        ? ofSample
        : CodeBlock.builder()
            .beginControlFlow("for (int s = 0; s < count; s++)")
            .add(ofSample)
            .endControlFlow()
            .build();
  }
}

package io.github.gradsmith.processor.kernel.step;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.github.gradsmith.processor.kernel.backprop.AccumulateKernel;
import io.github.gradsmith.processor.kernel.backprop.GradientKernel;
import io.github.gradsmith.processor.kernel.code.Letters;
import io.github.gradsmith.processor.kernel.code.Scalar;
import io.github.gradsmith.processor.kernel.memory.PackKernel;
import io.github.gradsmith.processor.plan.NetworkPlan;
import java.util.List;

/**
 * W = W − α ∂E/∂W: the samples of a tile go into the weights one by one, so that a step needs no
 * gradient in between.
 */
final class DescentKernel implements StepKernel {
  private final NetworkPlan plan;
  private final Scalar scalar;
  private final Letters letters;
  private final GradientKernel gradient;

  DescentKernel(NetworkPlan plan, Scalar scalar) {
    this.plan = plan;
    this.scalar = scalar;
    this.letters = new Letters(plan);
    this.gradient = new GradientKernel(plan, scalar);
  }

  @Override
  public CodeBlock trainSample() {
    return CodeBlock.builder()
        .addStatement("$T loss = $L", scalar.type(), gradient.ofSample())
        .add(
            StepKernel.eachLayer(
                plan,
                layer ->
                    CodeBlock.of(
                        "$L($L, $L, $L, $L[0], -learningRate)",
                        AccumulateKernel.single(layer, letters),
                        letters.w(layer),
                        letters.b(layer),
                        letters.inputRow(layer, "input", "0"),
                        letters.d(layer))))
        .add(PackKernel.changed(plan))
        .addStatement("return loss")
        .build();
  }

  @Override
  public CodeBlock trainBatch() {
    return CodeBlock.builder()
        .addStatement("int count = to - from")
        .addStatement("double loss")
        .beginControlFlow("if (count <= TILE)")
        .addStatement("loss = $L(inputs, targets, from, to)", letters.method("backpropagateTile"))
        .addStatement("$T scale = -learningRate / count", scalar.type())
        .add(gradient.accumulate("inputs", false))
        .nextControlFlow("else")
        .addStatement("loss = $L(inputs, targets, from, to)", letters.method("meanGradient"))
        .add(step())
        .endControlFlow()
        .add(PackKernel.changed(plan))
        .addStatement("return $L", scalar.fromDouble("loss / count"))
        .build();
  }

  @Override
  public CodeBlock step() {
    return StepKernel.eachLayer(
        plan,
        layer ->
            CodeBlock.of(
                "$T.descend($L, $L, $L, $L, learningRate)",
                Scalar.LAYER_ARRAYS,
                letters.w(layer),
                letters.b(layer),
                letters.gw(layer),
                letters.gb(layer)));
  }

  @Override
  public CodeBlock stepRow(List<CodeBlock> row) {
    return CodeBlock.of(
        "$T.descend($L, learningRate)", Scalar.LAYER_ARRAYS, CodeBlock.join(row, ", "));
  }

  @Override
  public CodeBlock reset() {
    return CodeBlock.of("// W = W − α ∂E/∂W keeps nothing from step to step.\n");
  }

  @Override
  public List<MethodSpec> privateMethods() {
    return List.of();
  }
}

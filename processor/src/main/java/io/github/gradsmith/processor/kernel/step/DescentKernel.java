package io.github.gradsmith.processor.kernel.step;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.github.gradsmith.processor.kernel.backprop.GradientKernel;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.kernel.lowering.registry.Lowerings;
import io.github.gradsmith.processor.kernel.memory.PackKernel;
import io.github.gradsmith.processor.plan.NetworkPlan;
import java.util.List;

/**
 * W = W − α ∂E/∂W: the samples of a tile go into the weights one by one, so that a step needs no
 * gradient in between.
 */
final class DescentKernel implements StepKernel {
  private final NetworkPlan plan;
  private final ElementType scalar;
  private final Names names;
  private final GradientKernel gradient;

  DescentKernel(NetworkPlan plan, ElementType scalar) {
    this.plan = plan;
    this.scalar = scalar;
    this.names = new Names(plan);
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
                        Lowerings.code(layer, names, scalar).accumulateOne(),
                        names.w(layer),
                        names.biasTarget(layer, false),
                        names.inputRow(layer, "input", "0"),
                        names.d(layer))))
        .add(countStep())
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
        .addStatement(
            "loss = $L(inputs, targets, from, to$L)",
            names.method("backpropagateTile"),
            gradient.firstRow())
        .addStatement("$T scale = -learningRate / count", scalar.type())
        .add(gradient.accumulate("inputs", false))
        .add(countStep())
        .nextControlFlow("else")
        .addStatement(
            "loss = $L(inputs, targets, from, to$L)",
            names.method("meanGradient"),
            gradient.firstRow())
        .add(step())
        .endControlFlow()
        .add(PackKernel.changed(plan))
        .addStatement("return $L", scalar.fromDouble("loss / count"))
        .build();
  }

  @Override
  public CodeBlock step() {
    CodeBlock descend =
        StepKernel.eachLayer(
            plan,
            layer ->
                CodeBlock.of(
                    "$T.descend($L, $L, $L, $L, learningRate)",
                    ElementType.LAYER_ARRAYS,
                    names.w(layer),
                    names.b(layer),
                    names.gw(layer),
                    names.gb(layer)));
    return CodeBlock.builder().add(descend).add(countStep()).build();
  }

  @Override
  public CodeBlock countStep() {
    return StepKernel.countStep(plan);
  }

  @Override
  public CodeBlock stepRow(List<CodeBlock> row) {
    return CodeBlock.of(
        "$T.descend($L, learningRate)", ElementType.LAYER_ARRAYS, CodeBlock.join(row, ", "));
  }

  @Override
  public CodeBlock reset() {
    return plan.countsSteps()
        ? CodeBlock.builder().addStatement("$L[0] = 0", Names.STEPS).build()
        : CodeBlock.of("// W = W − α ∂E/∂W keeps nothing from step to step.\n");
  }

  @Override
  public List<MethodSpec> privateMethods() {
    return List.of();
  }
}

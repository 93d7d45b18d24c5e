package io.github.gradsmith.processor.kernel.api;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.processor.kernel.backprop.BatchPass;
import io.github.gradsmith.processor.kernel.backprop.GradientKernel;
import io.github.gradsmith.processor.kernel.backprop.MiniBatchRows;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.code.ForwardCalls;
import io.github.gradsmith.processor.kernel.code.IndexChecks;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.kernel.code.Overriding;
import io.github.gradsmith.processor.kernel.elementwise.LossKernel;
import io.github.gradsmith.processor.kernel.memory.PackKernel;
import io.github.gradsmith.processor.kernel.memory.WeightOrder;
import io.github.gradsmith.processor.kernel.step.StepKernel;
import io.github.gradsmith.processor.plan.NetworkPlan;
import java.util.List;

/** The public methods that only a network has, apart from files. */
public final class TrainMethods {
  private final NetworkPlan plan;
  private final ElementType scalar;
  private final Names names;
  private final WeightOrder order;
  private final ForwardCalls forward;
  private final LossKernel loss;
  private final StepKernel steps;

  public TrainMethods(NetworkPlan plan, ElementType scalar) {
    this.plan = plan;
    this.scalar = scalar;
    this.names = new Names(plan);
    this.order = new WeightOrder(names);
    this.forward = new ForwardCalls(plan);
    this.loss = new LossKernel(plan, scalar);
    this.steps = StepKernel.of(plan, scalar);
  }

  public List<MethodSpec> publicMethods() {
    return List.of(
        loss(),
        lossBatch(),
        weightedLoss(),
        train(),
        trainBatch(),
        gradient(),
        weightedGradient(),
        update(),
        reset());
  }

  private MethodSpec.Builder sample(String name) {
    return Overriding.method(name)
        .returns(scalar.type())
        .addParameter(scalar.array(), "input")
        .addParameter(scalar.array(), "target");
  }

  private CodeBlock checkSample() {
    return CodeBlock.builder()
        .addStatement(
            "$T.length(input, $L, $S)",
            ElementType.ARGUMENTS,
            plan.model().input().numbers(),
            "input")
        .addStatement(
            "$T.length(target, $L, $S)", ElementType.ARGUMENTS, plan.last().outputs(), "target")
        .add(new IndexChecks(plan, scalar).ofSample())
        .build();
  }

  private MethodSpec.Builder batch(String name) {
    return Overriding.method(name)
        .returns(scalar.type())
        .addParameter(scalar.matrix(), "inputs")
        .addParameter(scalar.matrix(), "targets")
        .addParameter(TypeName.INT, "from")
        .addParameter(TypeName.INT, "to");
  }

  private CodeBlock checkBatch() {
    return CodeBlock.builder()
        .addStatement(
            "$T.batch(inputs, from, to, $L, $S)",
            ElementType.ARGUMENTS,
            plan.model().input().numbers(),
            "inputs")
        .addStatement(
            "$T.batch(targets, from, to, $L, $S)",
            ElementType.ARGUMENTS,
            plan.last().outputs(),
            "targets")
        .add(new IndexChecks(plan, scalar).ofBatch())
        .build();
  }

  private CodeBlock notEmpty() {
    return CodeBlock.builder().addStatement("$T.notEmpty(from, to)", ElementType.ARGUMENTS).build();
  }

  private CodeBlock checkRate() {
    return CodeBlock.builder()
        .addStatement("$T.learningRate(learningRate)", ElementType.ARGUMENTS)
        .build();
  }

  private MethodSpec loss() {
    return sample("loss")
        .addCode(checkSample())
        .addCode(forward.layers("input", "0", names.aRow(plan.last(), "0")))
        .addStatement("return $L($L)", names.loss(), loss.arguments("0", "target"))
        .build();
  }

  private MethodSpec lossBatch() {
    return batch("loss")
        .addCode(checkBatch())
        .addCode(notEmpty())
        .addStatement("double sum = 0")
        .addCode(
            new BatchPass(plan, scalar)
                .lossInstead(loss, "", scalar.fromDouble("sum / (to - from)")))
        .beginControlFlow("for (int s = from; s < to; s++)")
        .addCode(forward.layers("inputs[s]", "0", names.aRow(plan.last(), "0")))
        .addStatement("sum += $L($L)", names.loss(), loss.arguments("0", "targets[s]"))
        .endControlFlow()
        .addStatement("return $L", scalar.fromDouble("sum / (to - from)"))
        .build();
  }

  private MethodSpec.Builder weighted(String name) {
    return Overriding.method(name)
        .returns(scalar.type())
        .addParameter(scalar.matrix(), "inputs")
        .addParameter(scalar.matrix(), "targets")
        .addParameter(scalar.array(), "weights")
        .addParameter(TypeName.INT, "from")
        .addParameter(TypeName.INT, "to");
  }

  /** Equal weights are no weights, to the bit; the other method checks the rest then. */
  private CodeBlock checkWeights(String otherwise) {
    return CodeBlock.builder()
        .addStatement("double total = $T.weights(weights, from, to)", ElementType.ARGUMENTS)
        .beginControlFlow("if ($T.areEqual(weights, from, to))", ElementType.ARGUMENTS)
        .addStatement("return $L", otherwise)
        .endControlFlow()
        .add(checkBatch())
        .build();
  }

  private MethodSpec weightedLoss() {
    return weighted("loss")
        .addCode(checkWeights("loss(inputs, targets, from, to)"))
        .addStatement("double sum = 0")
        .addCode(
            new BatchPass(plan, scalar)
                .lossInstead(loss, "weights[start + s] / total * ", scalar.rounded("sum")))
        .beginControlFlow("for (int s = from; s < to; s++)")
        .addCode(forward.layers("inputs[s]", "0", names.aRow(plan.last(), "0")))
        .addStatement(
            "sum += weights[s] / total * $L($L)", names.loss(), loss.arguments("0", "targets[s]"))
        .endControlFlow()
        .addStatement("return $L", scalar.rounded("sum"))
        .build();
  }

  private MethodSpec train() {
    return sample("train")
        .addParameter(scalar.type(), "learningRate")
        .addCode(checkSample())
        .addCode(checkRate())
        .addCode(steps.trainSample())
        .build();
  }

  private MethodSpec trainBatch() {
    return batch("train")
        .addParameter(scalar.type(), "learningRate")
        .addCode(checkBatch())
        .addCode(notEmpty())
        .addCode(checkRate())
        .addCode(steps.trainBatch())
        .build();
  }

  private MethodSpec gradient() {
    return batch("gradient")
        .addParameter(scalar.array(), "gradient")
        .addCode(checkBatch())
        .addCode(notEmpty())
        .addStatement(
            "$T.length(gradient, $L, $S)", ElementType.ARGUMENTS, plan.parameterCount(), "gradient")
        .addStatement(
            "double loss = $L(inputs, targets, from, to$L)",
            names.method("meanGradient"),
            new MiniBatchRows(plan).argument("0"))
        .addCode(order.copyOutGradient("gradient"))
        .addStatement("return $L", scalar.fromDouble("loss / (to - from)"))
        .build();
  }

  private MethodSpec weightedGradient() {
    return weighted("gradient")
        .addParameter(scalar.array(), "gradient")
        .addCode(checkWeights("gradient(inputs, targets, from, to, gradient)"))
        .addStatement(
            "$T.length(gradient, $L, $S)", ElementType.ARGUMENTS, plan.parameterCount(), "gradient")
        .addCode(new GradientKernel(plan, scalar).clear())
        .addStatement(
            "double loss = $L(inputs, targets, weights, total, from, to$L)",
            names.method(GradientKernel.ADDED_WEIGHTED),
            new MiniBatchRows(plan).argument("0"))
        .addCode(order.copyOutGradient("gradient"))
        .addStatement("return $L", scalar.rounded("loss"))
        .build();
  }

  private MethodSpec update() {
    return Overriding.method("update")
        .addParameter(scalar.array(), "gradient")
        .addParameter(scalar.type(), "learningRate")
        .addStatement(
            "$T.length(gradient, $L, $S)", ElementType.ARGUMENTS, plan.parameterCount(), "gradient")
        .addCode(checkRate())
        .addCode(
            plan.learning().stream()
                .map(layer -> order.copyIn(layer, "gradient", names.gw(layer), names.gb(layer)))
                .collect(CodeBlock.joining("")))
        .addCode(steps.step())
        .addCode(PackKernel.changed(plan))
        .build();
  }

  private MethodSpec reset() {
    return Overriding.method("resetOptimizer").addCode(steps.reset()).build();
  }
}

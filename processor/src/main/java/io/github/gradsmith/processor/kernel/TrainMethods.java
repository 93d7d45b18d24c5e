package io.github.gradsmith.processor.kernel;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import java.util.List;
import java.util.function.Function;

/** The public methods that only a network has, apart from files. */
final class TrainMethods {
  private final NetworkPlan plan;
  private final Scalar scalar;
  private final Letters letters;
  private final PredictMethods predict;
  private final LossKernel loss;
  private final GradientKernel gradient;

  TrainMethods(NetworkPlan plan, Scalar scalar) {
    this.plan = plan;
    this.scalar = scalar;
    this.letters = new Letters(plan);
    this.predict = new PredictMethods(plan, scalar);
    this.loss = new LossKernel(plan, scalar);
    this.gradient = new GradientKernel(plan, scalar);
  }

  List<MethodSpec> publicMethods() {
    return List.of(loss(), lossBatch(), train(), trainBatch(), gradient(), update(), reset());
  }

  private MethodSpec.Builder sample(String name) {
    return Overriding.method(name)
        .returns(scalar.type())
        .addParameter(scalar.array(), "input")
        .addParameter(scalar.array(), "target");
  }

  private CodeBlock checkSample() {
    return CodeBlock.builder()
        .addStatement("$T.length(input, $L, $S)", Scalar.ARGUMENTS, plan.first().inputs(), "input")
        .addStatement(
            "$T.length(target, $L, $S)", Scalar.ARGUMENTS, plan.last().outputs(), "target")
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
            "$T.batch(inputs, from, to, $L, $S)", Scalar.ARGUMENTS, plan.first().inputs(), "inputs")
        .addStatement(
            "$T.batch(targets, from, to, $L, $S)",
            Scalar.ARGUMENTS,
            plan.last().outputs(),
            "targets")
        .addStatement("$T.notEmpty(from, to)", Scalar.ARGUMENTS)
        .build();
  }

  private CodeBlock checkRate() {
    return CodeBlock.builder()
        .addStatement("$T.learningRate(learningRate)", Scalar.ARGUMENTS)
        .build();
  }

  private MethodSpec loss() {
    return sample("loss")
        .addCode(checkSample())
        .addCode(predict.layers("input", "0", letters.aRow(plan.last(), "0")))
        .addStatement("return $L($L)", letters.loss(), loss.arguments("0", "target"))
        .build();
  }

  private MethodSpec lossBatch() {
    return batch("loss")
        .addCode(checkBatch())
        .addStatement("double sum = 0")
        .beginControlFlow("for (int s = from; s < to; s++)")
        .addCode(predict.layers("inputs[s]", "0", letters.aRow(plan.last(), "0")))
        .addStatement("sum += $L($L)", letters.loss(), loss.arguments("0", "targets[s]"))
        .endControlFlow()
        .addStatement("return $L", scalar.fromDouble("sum / (to - from)"))
        .build();
  }

  private MethodSpec train() {
    return sample("train")
        .addParameter(scalar.type(), "learningRate")
        .addCode(checkSample())
        .addCode(checkRate())
        .addStatement(
            "$T loss = $L(input, target, 0)", scalar.type(), letters.method("backpropagate"))
        .addCode(
            eachLayer(
                layer ->
                    CodeBlock.of(
                        "$L($L, $L, $L, $L[0], -learningRate)",
                        AccumulateKernel.single(layer, letters),
                        letters.w(layer),
                        letters.b(layer),
                        letters.inputRow(layer, "input", "0"),
                        letters.d(layer))))
        .addStatement("return loss")
        .build();
  }

  private MethodSpec trainBatch() {
    return batch("train")
        .addParameter(scalar.type(), "learningRate")
        .addCode(checkBatch())
        .addCode(checkRate())
        .addStatement("int count = to - from")
        .addStatement("double loss")
        .beginControlFlow("if (count <= TILE)")
        .addStatement("loss = $L(inputs, targets, from, to)", letters.method("backpropagateTile"))
        .addStatement("$T scale = -learningRate / count", scalar.type())
        .addCode(gradient.accumulate("inputs", false))
        .nextControlFlow("else")
        .addStatement("loss = $L(inputs, targets, from, to)", letters.method("meanGradient"))
        .addCode(descend())
        .endControlFlow()
        .addStatement("return $L", scalar.fromDouble("loss / count"))
        .build();
  }

  private MethodSpec gradient() {
    return batch("gradient")
        .addParameter(scalar.array(), "gradient")
        .addCode(checkBatch())
        .addStatement(
            "$T.length(gradient, $L, $S)", Scalar.ARGUMENTS, plan.parameterCount(), "gradient")
        .addStatement("double loss = $L(inputs, targets, from, to)", letters.method("meanGradient"))
        .addCode(
            eachLayer(
                layer ->
                    CodeBlock.of(
                        "$L($L, $L, gradient, $L)",
                        letters.method("copyOut"),
                        letters.gw(layer),
                        letters.gb(layer),
                        plan.offset(layer))))
        .addStatement("return $L", scalar.fromDouble("loss / (to - from)"))
        .build();
  }

  private MethodSpec update() {
    return Overriding.method("update")
        .addParameter(scalar.array(), "gradient")
        .addParameter(scalar.type(), "learningRate")
        .addStatement(
            "$T.length(gradient, $L, $S)", Scalar.ARGUMENTS, plan.parameterCount(), "gradient")
        .addCode(checkRate())
        .addCode(
            eachLayer(
                layer ->
                    CodeBlock.of(
                        "$L(gradient, $L, $L, $L)",
                        letters.method("copyIn"),
                        plan.offset(layer),
                        letters.gw(layer),
                        letters.gb(layer))))
        .addCode(descend())
        .build();
  }

  private CodeBlock descend() {
    return eachLayer(
        layer ->
            CodeBlock.of(
                "$L($L, $L, $L, $L, learningRate)",
                letters.method("descend"),
                letters.w(layer),
                letters.b(layer),
                letters.gw(layer),
                letters.gb(layer)));
  }

  private static MethodSpec reset() {
    return Overriding.method("resetOptimizer")
        .addComment("W = W − α ∂E/∂W keeps nothing from step to step.")
        .build();
  }

  private CodeBlock eachLayer(Function<LayerPlan, CodeBlock> statement) {
    CodeBlock.Builder code = CodeBlock.builder();
    plan.layers().forEach(layer -> code.addStatement("$L", statement.apply(layer)));
    return code.build();
  }
}

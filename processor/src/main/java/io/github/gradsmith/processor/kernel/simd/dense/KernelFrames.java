package io.github.gradsmith.processor.kernel.simd.dense;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.processor.kernel.code.DeltaTarget;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.kernel.code.SimdCalls;
import io.github.gradsmith.processor.kernel.elementwise.ActivationCode;
import io.github.gradsmith.processor.kernel.elementwise.DeltaFormulas;
import io.github.gradsmith.processor.kernel.simd.elementwise.SimdActivations;
import io.github.gradsmith.processor.plan.LayerPlan;
import javax.lang.model.element.Modifier;

/**
 * How the SIMD methods of a layer begin, and what stands at the end of them all.
 *
 * @param lanes the vectors
 * @param names names of the generated class
 * @param activations the methods of activations and their derivatives
 */
public record KernelFrames(Lanes lanes, Names names, SimdActivations activations) {
  /** Weighted sums and activations of {@code layer} for one sample, or as {@code end} says. */
  public MethodSpec.Builder forward(LayerPlan layer, String end) {
    return parameters(
        MethodSpec.methodBuilder("forward" + layer.tag())
            .addJavadoc(
                "$L = $L $L + $L, $L$L",
                names.z(layer),
                names.w(layer),
                names.inputLetter(layer),
                names.b(layer),
                ActivationCode.formula(layer, names),
                end));
  }

  /** What is added to weights and biases, or to gradients of them. */
  public MethodSpec.Builder accumulate(String name, LayerPlan layer, String over) {
    return parameters(
        MethodSpec.methodBuilder(name)
            .addJavadoc(
                "w += scale Σ $1L $2Lᵀ, b += scale Σ $1L, $3L.",
                names.d(layer),
                names.inputLetter(layer),
                over));
  }

  private MethodSpec.Builder parameters(MethodSpec.Builder method) {
    return method
        .addModifiers(Modifier.STATIC)
        .addParameter(lanes.scalar().matrix(), "w")
        .addParameter(lanes.scalar().array(), "b");
  }

  /** What goes back to a value, up to where its activations follow as parameters. */
  public MethodSpec.Builder delta(DeltaTarget to, TypeName rows, String end) {
    LayerPlan layer = to.value();
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(SimdCalls.deltaName(to))
            .addJavadoc("$L$L", errors(to), end)
            .addModifiers(Modifier.STATIC)
            .addParameter(lanes.scalar().matrix(), "w")
            .addParameter(rows, "next");
    return layer.keepsZ() ? method.addParameter(rows, "z") : method;
  }

  /** The last parameters of a method that goes back: activations, if there is a slope; deltas. */
  public MethodSpec.Builder neurons(MethodSpec.Builder method, DeltaTarget to, TypeName rows) {
    return (to.isOnly() ? method.addParameter(rows, "a") : method).addParameter(rows, "d");
  }

  private String errors(DeltaTarget to) {
    String errors = DeltaFormulas.throughWeights(to.reader(), names);
    return DeltaFormulas.backApart(to, errors, names);
  }

  /** Errors d times the derivative of {@code layer}'s activation, if that is not 1. */
  public CodeBlock slope(LayerPlan layer) {
    return slope(layer, "");
  }

  /** The same for {@code count} samples. */
  public CodeBlock slopes(LayerPlan layer) {
    CodeBlock slope = slope(layer, "[s]");
    return slope.isEmpty()
        ? slope
        : CodeBlock.builder()
            .beginControlFlow("for (int s = 0; s < count; s++)")
            .add(slope)
            .endControlFlow()
            .build();
  }

  private CodeBlock slope(LayerPlan layer, String row) {
    return activations
        .slopeOf(layer)
        .map(
            name ->
                CodeBlock.builder()
                    .addStatement(
                        "$1L(d$3L, $2L$3L, $4L)",
                        name,
                        layer.keepsZ() ? "z" : "a",
                        row,
                        layer.outputs())
                    .build())
        .orElse(CodeBlock.of(""));
  }
}

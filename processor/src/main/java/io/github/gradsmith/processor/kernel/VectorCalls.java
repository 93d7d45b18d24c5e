package io.github.gradsmith.processor.kernel;

import com.palantir.javapoet.CodeBlock;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;

/**
 * The way from the plain methods to the SIMD kernels: the first statements of a method, if its
 * layer has such kernels. The condition is a constant, so that a JVM compiles one way only.
 */
final class VectorCalls {
  /** The constant that says whether the kernels run. */
  static final String VECTOR = "VECTOR";

  private VectorCalls() {}

  static CodeBlock forward(LayerPlan layer, Letters letters) {
    return layer.isVectorized()
        ? instead(
            CodeBlock.of(
                "$T.forward$L($L, $L, x, z, a)",
                letters.vectorClass(),
                layer.number(),
                letters.w(layer),
                letters.b(layer)))
        : CodeBlock.of("");
  }

  static CodeBlock delta(LayerPlan layer, Letters letters) {
    LayerPlan after = letters.after(layer);
    return after.isVectorized()
        ? instead(
            CodeBlock.of(
                "$T.delta$L($L, next, $La, d)",
                letters.vectorClass(),
                layer.number(),
                letters.w(after),
                layer.keepsZ() ? "z, " : ""))
        : CodeBlock.of("");
  }

  static CodeBlock accumulateMany(LayerPlan layer, Letters letters) {
    return layer.isVectorized()
        ? instead(
            CodeBlock.of(
                "$T.$L(w, b, $L, x, from, count, scale)",
                letters.vectorClass(),
                "accumulate" + layer.number(),
                letters.d(layer)))
        : CodeBlock.of("");
  }

  static CodeBlock accumulateOne(LayerPlan layer, Letters letters) {
    return layer.isVectorized()
        ? instead(
            CodeBlock.of(
                "$T.accumulate$L(w, b, d, x, scale)", letters.vectorClass(), layer.number()))
        : CodeBlock.of("");
  }

  static CodeBlock stepRow(NetworkPlan plan, Letters letters, String arguments) {
    return plan.vectorized()
        ? instead(CodeBlock.of("$T.$L($L)", letters.vectorClass(), VectorStep.NAME, arguments))
        : CodeBlock.of("");
  }

  private static CodeBlock instead(CodeBlock call) {
    return CodeBlock.builder()
        .beginControlFlow("if ($L)", VECTOR)
        .addStatement(call)
        .addStatement("return")
        .endControlFlow()
        .build();
  }
}

package io.github.gradsmith.processor.kernel.code;

import com.palantir.javapoet.CodeBlock;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;

/**
 * The way from the plain methods to the SIMD kernels: the first statements of a method, if its
 * layer has such kernels. The condition is a constant, so that a JVM compiles one way only.
 */
public final class VectorCalls {
  /** The method of the companion that steps one row of parameters. */
  public static final String STEP_ROW = "stepRow";

  /** The constant that says whether the kernels run. */
  public static final String VECTOR = "VECTOR";

  private VectorCalls() {}

  public static CodeBlock forward(LayerPlan layer, Letters letters) {
    return layer.isVectorized()
        ? instead(
            CodeBlock.of(
                "$T.forward$L($L, $L, x, $Lz, a)",
                letters.vectorClass(),
                layer.number(),
                letters.w(layer),
                letters.b(layer),
                scratch(layer, letters)))
        : CodeBlock.of("");
  }

  public static CodeBlock delta(LayerPlan layer, Letters letters) {
    LayerPlan after = letters.after(layer);
    return after.isVectorized()
        ? instead(
            CodeBlock.of(
                "$T.delta$L($L, next, $L$La, d)",
                letters.vectorClass(),
                layer.number(),
                letters.w(after),
                layer.keepsZ() ? "z, " : "",
                scratch(after, letters)))
        : CodeBlock.of("");
  }

  public static CodeBlock accumulateMany(LayerPlan layer, Letters letters) {
    return layer.isVectorized()
        ? instead(
            CodeBlock.of(
                "$T.$L(w, b, $L, x, from, $Lcount, scale)",
                letters.vectorClass(),
                "accumulate" + layer.number(),
                letters.d(layer),
                scratch(layer, letters)))
        : CodeBlock.of("");
  }

  public static CodeBlock accumulateOne(LayerPlan layer, Letters letters) {
    return layer.isVectorized()
        ? instead(
            CodeBlock.of(
                "$T.accumulate$L(w, b, d, x, $Lscale)",
                letters.vectorClass(),
                layer.number(),
                scratch(layer, letters)))
        : CodeBlock.of("");
  }

  public static CodeBlock stepRow(NetworkPlan plan, Letters letters, String arguments) {
    return plan.vectorized()
        ? instead(CodeBlock.of("$T.$L($L)", letters.vectorClass(), STEP_ROW, arguments))
        : CodeBlock.of("");
  }

  /** The argument that kernels on strips have besides. */
  public static String scratch(LayerPlan layer, Letters letters) {
    return layer.hasStrips() ? letters.t(layer) + ", " : "";
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

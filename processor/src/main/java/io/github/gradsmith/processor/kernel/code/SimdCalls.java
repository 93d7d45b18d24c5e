package io.github.gradsmith.processor.kernel.code;

import com.palantir.javapoet.CodeBlock;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;

/**
 * The way from the plain methods to the SIMD kernels: the first statements of a method, if its
 * layer has such kernels. The condition is a constant, so that a JVM compiles one way only.
 */
public final class SimdCalls {
  /** The method of the companion that steps one row of parameters. */
  public static final String STEP_ROW = "stepRow";

  /** The constant that says whether the kernels run. */
  public static final String VECTOR = "VECTOR";

  private SimdCalls() {}

  public static CodeBlock forward(LayerPlan layer, Names names) {
    return layer.isVectorized()
        ? instead(
            CodeBlock.of(
                "$T.forward$L($L, $L, x, $Lz, a)",
                names.simdClass(),
                layer.tag(),
                names.w(layer),
                names.addend(layer),
                scratch(layer, names)))
        : CodeBlock.of("");
  }

  public static CodeBlock delta(DeltaTarget to, Names names) {
    return to.reader().isVectorized()
        ? instead(
            CodeBlock.of(
                "$T.$L($L, next, $L$L$Ld)",
                names.simdClass(),
                deltaName(to),
                names.w(to.reader()),
                to.z("z"),
                scratch(to.reader(), names),
                to.isOnly() ? "a, " : ""))
        : CodeBlock.of("");
  }

  /** The method of the companion that goes back. */
  public static String deltaName(DeltaTarget to) {
    return (to.isOnly() ? "delta" : "back") + to.tag();
  }

  public static CodeBlock accumulateMany(LayerPlan layer, Names names) {
    return layer.isVectorized()
        ? instead(
            CodeBlock.of(
                "$T.$L(w, b, $L, x, from, $Lcount, scale)",
                names.simdClass(),
                "accumulate" + layer.tag(),
                names.d(layer),
                scratch(layer, names)))
        : CodeBlock.of("");
  }

  public static CodeBlock accumulateOne(LayerPlan layer, Names names) {
    return layer.isVectorized()
        ? instead(
            CodeBlock.of(
                "$T.accumulate$L(w, b, d, x, $Lscale)",
                names.simdClass(),
                layer.tag(),
                scratch(layer, names)))
        : CodeBlock.of("");
  }

  /** The activation of a layer without weights, which ends its method. */
  public static CodeBlock activation(LayerPlan layer, Names names) {
    SimdNames calls = new SimdNames(names.plan());
    return calls.activates(layer)
        ? instead(
            CodeBlock.of(
                "$T.$L(z, a, $L)", names.simdClass(), calls.activation(layer), layer.outputs()))
        : CodeBlock.of("");
  }

  /** The slope of a value that several layers read, which ends its method. */
  public static CodeBlock slope(LayerPlan value, Names names) {
    SimdNames calls = new SimdNames(names.plan());
    return calls.hasSlope(value) ? slope(value, names, calls) : CodeBlock.of("");
  }

  /** The same where a layer without weights is the only reader. */
  public static CodeBlock slope(DeltaTarget to, Names names) {
    SimdNames calls = new SimdNames(names.plan());
    return to.isOnly() && calls.multiplies(to.reader(), to.value())
        ? slope(to.value(), names, calls)
        : CodeBlock.of("");
  }

  private static CodeBlock slope(LayerPlan value, Names names, SimdNames calls) {
    return instead(
        CodeBlock.of(
            "$T.$L(d, $L, $L)",
            names.simdClass(),
            calls.slope(value),
            value.keepsZ() ? "z" : "a",
            value.outputs()));
  }

  /** Whether a layer of rows has kernels: where those of others run. */
  public static boolean hasRowKernels(LayerPlan layer, Names names) {
    return names.plan().vectorized() && layer.loops().hasRowKernels();
  }

  public static CodeBlock stepRow(NetworkPlan plan, Names names, String arguments) {
    return plan.vectorized()
        ? instead(CodeBlock.of("$T.$L($L)", names.simdClass(), STEP_ROW, arguments))
        : CodeBlock.of("");
  }

  /** The argument that kernels on panels have besides. */
  public static String scratch(LayerPlan layer, Names names) {
    return layer.hasPanels() ? names.scratch(layer) + ", " : "";
  }

  /** Runs {@code call} where the kernels do, and returns. */
  public static CodeBlock instead(CodeBlock call) {
    return CodeBlock.builder()
        .beginControlFlow("if ($L)", VECTOR)
        .addStatement(call)
        .addStatement("return")
        .endControlFlow()
        .build();
  }
}

package io.github.gradsmith.processor.kernel.memory;

import com.palantir.javapoet.CodeBlock;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.kernel.code.SimdCalls;
import io.github.gradsmith.processor.plan.LayerPlan;

/**
 * How generated code copies the weights of a layer: in the order of its plain loops, or in panels
 * if the layer has them and the SIMD kernels run.
 *
 * @param names names of the generated class
 * @param scalar its precision
 */
public record WeightOrder(Names names, ElementType scalar) {
  /** The constant of the companion that says how many neurons a panel has. */
  public static final String PANEL = "PANEL";

  /** Copies the numbers {@code w} and {@code b} of a layer to the flat array from an offset on. */
  public CodeBlock copyOut(LayerPlan layer, String w, String b, String flat) {
    int offset = names.plan().offset(layer);
    return either(
        layer,
        CodeBlock.of(
            "$T.copyOut($L, $L, $L, $L, $L)",
            ElementType.PANEL_ARRAYS,
            w,
            b,
            layer.inputs(),
            flat,
            offset),
        CodeBlock.of("$T.copyOut($L, $L, $L, $L)", ElementType.copies(layer), w, b, flat, offset));
  }

  /** The way back. */
  public CodeBlock copyIn(LayerPlan layer, String flat, String w, String b) {
    int offset = names.plan().offset(layer);
    return either(
        layer,
        CodeBlock.of(
            "$T.copyIn($L, $L, $L, $L, $L)",
            ElementType.PANEL_ARRAYS,
            flat,
            offset,
            w,
            b,
            layer.inputs()),
        CodeBlock.of("$T.copyIn($L, $L, $L, $L)", ElementType.copies(layer), flat, offset, w, b));
  }

  /** One of two statements, for panels and for the order of the plain loops. */
  public static CodeBlock either(LayerPlan layer, CodeBlock panels, CodeBlock plain) {
    if (!layer.hasPanels()) {
      return CodeBlock.builder().addStatement(plain).build();
    }
    return CodeBlock.builder()
        .beginControlFlow("if ($L)", SimdCalls.VECTOR)
        .addStatement(panels)
        .nextControlFlow("else")
        .addStatement(plain)
        .endControlFlow()
        .build();
  }
}

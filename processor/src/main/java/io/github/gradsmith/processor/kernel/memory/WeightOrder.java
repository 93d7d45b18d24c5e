package io.github.gradsmith.processor.kernel.memory;

import com.palantir.javapoet.CodeBlock;
import io.github.gradsmith.processor.kernel.code.Letters;
import io.github.gradsmith.processor.kernel.code.Scalar;
import io.github.gradsmith.processor.kernel.code.VectorCalls;
import io.github.gradsmith.processor.plan.LayerPlan;

/**
 * How generated code copies the weights of a layer: in the order of its plain loops, or in strips
 * if the layer has them and the SIMD kernels run.
 *
 * @param letters names of the generated class
 * @param scalar its precision
 */
public record WeightOrder(Letters letters, Scalar scalar) {
  /** The constant of the companion that says how many neurons a strip has. */
  public static final String STRIP = "STRIP";

  /** Copies the numbers {@code w} and {@code b} of a layer to the flat array from an offset on. */
  public CodeBlock copyOut(LayerPlan layer, String w, String b, String flat) {
    int offset = letters.plan().offset(layer);
    return either(
        layer,
        CodeBlock.of(
            "$T.copyOut($L, $L, $L, $L, $L)",
            Scalar.STRIP_ARRAYS,
            w,
            b,
            layer.inputs(),
            flat,
            offset),
        CodeBlock.of("$T.copyOut($L, $L, $L, $L)", Scalar.copies(layer), w, b, flat, offset));
  }

  /** The way back. */
  public CodeBlock copyIn(LayerPlan layer, String flat, String w, String b) {
    int offset = letters.plan().offset(layer);
    return either(
        layer,
        CodeBlock.of(
            "$T.copyIn($L, $L, $L, $L, $L)",
            Scalar.STRIP_ARRAYS,
            flat,
            offset,
            w,
            b,
            layer.inputs()),
        CodeBlock.of("$T.copyIn($L, $L, $L, $L)", Scalar.copies(layer), flat, offset, w, b));
  }

  /** One of two statements, for strips and for the order of the plain loops. */
  public static CodeBlock either(LayerPlan layer, CodeBlock strips, CodeBlock plain) {
    if (!layer.hasStrips()) {
      return CodeBlock.builder().addStatement(plain).build();
    }
    return CodeBlock.builder()
        .beginControlFlow("if ($L)", VectorCalls.VECTOR)
        .addStatement(strips)
        .nextControlFlow("else")
        .addStatement(plain)
        .endControlFlow()
        .build();
  }
}

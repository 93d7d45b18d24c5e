package io.github.gradsmith.processor.kernel.dense;

import com.palantir.javapoet.CodeBlock;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.code.Indices;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.shape.ForwardShape.InputMajor;

/** Weighted sums of all neurons side by side, a few inputs a pass, in loops that become SIMD. */
final class InputMajorForward {
  private final LayerPlan layer;
  private final InputMajor shape;
  private final ElementType scalar;
  private final Names names;

  InputMajorForward(LayerPlan layer, InputMajor shape, ElementType scalar, Names names) {
    this.layer = layer;
    this.shape = shape;
    this.scalar = scalar;
    this.names = names;
  }

  CodeBlock sums() {
    int first = shape.first();
    int group = shape.inputs();
    CodeBlock.Builder code = CodeBlock.builder();
    code.add(pass("", 0, first));
    if (layer.inputs() > first) {
      code.beginControlFlow("for (int i = $L; i < $L; i += $L)", first, layer.inputs(), group);
      code.add(pass("i", first, group)).endControlFlow();
    }
    return code.build();
  }

  /** The first inputs, or those from {@code start} on; they are numbered from {@code number}. */
  private CodeBlock pass(String start, int number, int inputs) {
    CodeBlock.Builder code = CodeBlock.builder();
    CodeBlock.Builder sum = CodeBlock.builder();
    for (int k = 0; k < inputs; k++) {
      code.addStatement(
          "$T r$L = $L[$L]", scalar.array(), number + k, names.w(layer), Indices.plus(start, k));
      sum.add(k == 0 ? "" : "$W+ ").add("x$1L * r$1L[j]", number + k);
    }
    for (int k = 0; k < inputs; k++) {
      code.addStatement("$T x$L = x[$L]", scalar.type(), number + k, Indices.plus(start, k));
    }
    String begin = start.isEmpty() ? "z[j] = " + names.addend(layer) + "[j] +" : "z[j] +=";
    return code.beginControlFlow("for (int j = 0; j < $L; j++)", layer.outputs())
        .addStatement("$L $L", begin, sum.build())
        .endControlFlow()
        .build();
  }
}

package io.github.gradsmith.processor.kernel;

import com.palantir.javapoet.CodeBlock;
import io.github.gradsmith.processor.plan.LayerPlan;

/**
 * Adds the scaled gradient of a few samples to weights that have a row for each input: the loops
 * run along the deltas.
 */
final class ColumnsAccumulate {
  private final LayerPlan layer;
  private final Scalar scalar;

  ColumnsAccumulate(LayerPlan layer, Scalar scalar) {
    this.layer = layer;
    this.scalar = scalar;
  }

  /** Of samples x0, x1, … with delta0, delta1, …, or of the only one: x with d. */
  CodeBlock code(int samples) {
    CodeBlock.Builder code = CodeBlock.builder();
    CodeBlock.Builder products = CodeBlock.builder();
    CodeBlock.Builder deltas = CodeBlock.builder();
    code.beginControlFlow("for (int i = 0; i < $L; i++)", layer.inputs());
    code.addStatement("$T r = w[i]", scalar.array());
    for (int s = 0; s < samples; s++) {
      String number = samples == 1 ? "" : Integer.toString(s);
      String delta = samples == 1 ? "d" : "delta" + s;
      code.addStatement("$1T c$2L = scale * x$2L[i]", scalar.type(), number);
      String plus = s == 0 ? "" : "$W+ ";
      products.add(plus).add("c$L * $L[j]", number, delta);
      deltas.add(plus).add("$L[j]", delta);
    }
    return code.add(overNeurons(CodeBlock.of("r[j] += $L", products.build())))
        .endControlFlow()
        .add(
            overNeurons(
                CodeBlock.of(
                    samples == 1 ? "b[j] += scale * $L" : "b[j] += scale * ($L)", deltas.build())))
        .build();
  }

  private CodeBlock overNeurons(CodeBlock statement) {
    return CodeBlock.builder()
        .beginControlFlow("for (int j = 0; j < $L; j++)", layer.outputs())
        .addStatement(statement)
        .endControlFlow()
        .build();
  }
}

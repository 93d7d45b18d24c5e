package io.github.gradsmith.processor.kernel.dense;

import com.palantir.javapoet.CodeBlock;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.plan.LayerPlan;

/**
 * Adds the scaled gradient of a few samples to weights that have a row for each input: the loops
 * run along the deltas.
 */
final class InputMajorAccumulate {
  private final LayerPlan layer;
  private final ElementType scalar;

  InputMajorAccumulate(LayerPlan layer, ElementType scalar) {
    this.layer = layer;
    this.scalar = scalar;
  }

  /** Of samples x0, x1, … with delta0, delta1, …, or of the only one: x with d. */
  CodeBlock code(int samples) {
    return weights(samples, "0", "" + layer.inputs()).toBuilder().add(biases(samples)).build();
  }

  /** The same for the inputs from {@code first} to {@code end}; with the first one, the biases. */
  CodeBlock block(int samples) {
    return weights(samples, "first", "end").toBuilder()
        .beginControlFlow("if (first == 0)")
        .add("// The biases have no row of their own: they go with the first block.\n")
        .add(biases(samples))
        .endControlFlow()
        .build();
  }

  private CodeBlock weights(int samples, String first, String end) {
    CodeBlock.Builder code = CodeBlock.builder();
    CodeBlock.Builder products = CodeBlock.builder();
    code.beginControlFlow("for (int i = $L; i < $L; i++)", first, end);
    code.addStatement("$T r = w[i]", scalar.array());
    for (int s = 0; s < samples; s++) {
      String number = samples == 1 ? "" : Integer.toString(s);
      String delta = samples == 1 ? "d" : "delta" + s;
      code.addStatement("$1T c$2L = scale * x$2L[i]", scalar.type(), number);
      products.add(s == 0 ? "" : "$W+ ").add("c$L * $L[j]", number, delta);
    }
    return code.add(overNeurons(CodeBlock.of("r[j] += $L", products.build())))
        .endControlFlow()
        .build();
  }

  private CodeBlock biases(int samples) {
    if (samples == 1) {
      return overNeurons(CodeBlock.of("b[j] += scale * d[j]"));
    }
    CodeBlock.Builder deltas = CodeBlock.builder();
    for (int s = 0; s < samples; s++) {
      deltas.add(s == 0 ? "" : "$W+ ").add("delta$L[j]", s);
    }
    return overNeurons(CodeBlock.of("b[j] += scale * ($L)", deltas.build()));
  }

  private CodeBlock overNeurons(CodeBlock statement) {
    return CodeBlock.builder()
        .beginControlFlow("for (int j = 0; j < $L; j++)", layer.outputs())
        .addStatement(statement)
        .endControlFlow()
        .build();
  }
}

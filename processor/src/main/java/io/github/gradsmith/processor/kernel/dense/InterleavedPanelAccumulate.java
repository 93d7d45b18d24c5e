package io.github.gradsmith.processor.kernel.dense;

import com.palantir.javapoet.CodeBlock;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.code.Indices;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.shape.ForwardShape;
import io.github.gradsmith.processor.plan.shape.ForwardShape.InterleavedPanel;

/**
 * Adds the scaled gradient of a few samples to a layer whose sums read packed rows. Two rows a pass
 * share the loads of five samples, which stand one behind the other in an array of their own: 0.75
 * µs a sample of 784 → 30 against 0.88 with a row a pass.
 */
final class InterleavedPanelAccumulate {
  private static final int SAMPLES = ForwardShape.UPDATE_SAMPLES;

  private final LayerPlan layer;
  private final ElementType scalar;
  private final Names names;

  /** Where the samples stand in the scratch: behind what the weighted sums use of it. */
  private final int samplesAt;

  private final int stride;

  InterleavedPanelAccumulate(
      LayerPlan layer, InterleavedPanel shape, ElementType scalar, Names names) {
    this.layer = layer;
    this.scalar = scalar;
    this.names = names;
    this.samplesAt = shape.scratch();
    this.stride = InterleavedPanel.stride(layer.inputs());
  }

  CodeBlock code() {
    int inLoop = layer.outputs() / 2 * 2;
    CodeBlock.Builder code = CodeBlock.builder();
    code.add(copies());
    code.beginControlFlow("for (int j = 0; j < $L; j += 2)", inLoop)
        .add(rows("j", 0, 2))
        .endControlFlow();
    return inLoop < layer.outputs() ? code.add(last()).build() : code.build();
  }

  /** The same for the neurons from {@code first} to {@code end}. */
  CodeBlock block() {
    CodeBlock.Builder code = CodeBlock.builder();
    code.add(copies());
    code.beginControlFlow("for (int j = first; j < end - 1; j += 2)")
        .add(rows("j", 0, 2))
        .endControlFlow();
    if (layer.outputs() % 2 == 1) {
      code.beginControlFlow("if (end == $L)", layer.outputs()).add(last()).endControlFlow();
    }
    return code.build();
  }

  private CodeBlock last() {
    return rows("", layer.outputs() - 1, 1);
  }

  private CodeBlock copies() {
    return CodeBlock.builder()
        .addStatement("$T acc = $L", scalar.array(), names.scratch(layer))
        .beginControlFlow("for (int k = 0; k < $L; k++)", SAMPLES)
        .addStatement(
            "$T.arraycopy(x[row + k], 0, acc, $L + $L * k, $L)",
            System.class,
            samplesAt,
            stride,
            layer.inputs())
        .endControlFlow()
        .build();
  }

  /** Adds to rows {@code start + first}…; {@code start} is a variable's name or empty. */
  private CodeBlock rows(String start, int first, int rows) {
    CodeBlock.Builder code = CodeBlock.builder();
    CodeBlock.Builder sums = CodeBlock.builder();
    CodeBlock.Builder biases = CodeBlock.builder();
    for (int r = 0; r < rows; r++) {
      String row = Indices.plus(start, first + r);
      code.addStatement("$T r$L = w[$L]", scalar.array(), r, row);
      CodeBlock.Builder products = CodeBlock.builder();
      CodeBlock.Builder bias = CodeBlock.builder();
      for (int s = 0; s < SAMPLES; s++) {
        String c = (r == 0 ? "c" : "e") + s;
        code.addStatement("$T $L = scale * delta$L[$L]", scalar.type(), c, s, row);
        String entry = Indices.plus("i", samplesAt + s * stride);
        products.add(s == 0 ? "" : "$W+ ").add("$L * acc[$L]", c, entry);
        bias.add(s == 0 ? "" : " + ").add(c);
      }
      sums.addStatement("r$L[i] += $L", r, products.build());
      biases.addStatement("b[$L] += $L", row, bias.build());
    }
    return code.beginControlFlow("for (int i = 0; i < $L; i++)", layer.inputs())
        .add(sums.build())
        .endControlFlow()
        .add(biases.build())
        .build();
  }
}

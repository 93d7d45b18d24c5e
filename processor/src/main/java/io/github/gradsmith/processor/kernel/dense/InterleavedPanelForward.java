package io.github.gradsmith.processor.kernel.dense;

import com.palantir.javapoet.CodeBlock;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.code.Indices;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.kernel.memory.PackKernel;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.shape.ForwardShape.InterleavedPanel;

/** Weighted sums of a group of packed rows in one long loop that the compiler turns into SIMD. */
final class InterleavedPanelForward {
  /** Terms that a fold adds in one loop: as many loads as C2 follows with some to spare. */
  private static final int FOLDS = 9;

  private final LayerPlan layer;
  private final InterleavedPanel shape;
  private final ElementType scalar;
  private final Names names;

  InterleavedPanelForward(
      LayerPlan layer, InterleavedPanel shape, ElementType scalar, Names names) {
    this.layer = layer;
    this.shape = shape;
    this.scalar = scalar;
    this.names = names;
  }

  CodeBlock sums() {
    return CodeBlock.builder()
        .addStatement("$L()", names.method(PackKernel.NAME))
        .add(rows("0", Integer.toString(layer.outputs())))
        .build();
  }

  /** The sums of the rows {@code first} to {@code end}, in packed weights. */
  CodeBlock rows(String first, String end) {
    CodeBlock.Builder code = CodeBlock.builder();
    code.add(
        "// acc holds blocks of sums, of $L rows in turn, and behind them the input.\n",
        shape.rows());
    code.addStatement("$T acc = $L", scalar.array(), names.scratch(layer));
    code.addStatement(
        "$T.arraycopy(x, 0, acc, $L, $L)", System.class, shape.length(), layer.inputs());
    code.addStatement(
        "$T.arraycopy(x, 0, acc, $L, $L)", System.class, 2 * shape.length(), shape.wrapped());
    code.beginControlFlow("for (int j = $L; j < $L; j += $L)", first, end, shape.rows());
    code.addStatement("$T p = $L[j / $L]", scalar.array(), names.p(layer), shape.rows());
    code.add(products());
    code.add(folds());
    code.add(totals());
    return code.endControlFlow().build();
  }

  private CodeBlock products() {
    CodeBlock.Builder sum = CodeBlock.builder();
    for (int k = 0; k < shape.rows(); k++) {
      sum.add(k == 0 ? "" : "$W+ ");
      sum.add(
          "p[$L] * acc[$L]",
          Indices.plus("l", k * shape.length()),
          Indices.plus("l", shape.length() + k * InterleavedPanel.BLOCK));
    }
    return CodeBlock.builder()
        .beginControlFlow("for (int l = 0; l < $L; l++)", shape.length())
        .addStatement("acc[l] = $L", sum.build())
        .endControlFlow()
        .build();
  }

  private CodeBlock folds() {
    int parts = shape.length() / shape.folded();
    CodeBlock.Builder code = CodeBlock.builder();
    for (int from = 1; from < parts; from += FOLDS) {
      CodeBlock.Builder sum = CodeBlock.builder();
      for (int k = from; k < Math.min(from + FOLDS, parts); k++) {
        sum.add(k == from ? "" : "$W+ ");
        sum.add("acc[$L]", Indices.plus("l", k * shape.folded()));
      }
      code.beginControlFlow("for (int l = 0; l < $L; l++)", shape.folded());
      code.addStatement("acc[l] += $L", sum.build());
      code.endControlFlow();
    }
    return code.build();
  }

  private CodeBlock totals() {
    boolean whole = layer.outputs() % shape.rows() == 0;
    CodeBlock rows =
        whole
            ? CodeBlock.of("$L", shape.rows())
            : CodeBlock.of("$T.min($L, $L - j)", Math.class, shape.rows(), layer.outputs());
    return CodeBlock.builder()
        .beginControlFlow("for (int r = 0; r < $L; r++)", rows)
        .addStatement(
            "z[j + r] = $1L[j + r] + $2T.sum(acc, $3L * r, $3L * r + $3L)",
            names.addend(layer),
            ElementType.SUMS,
            InterleavedPanel.BLOCK)
        .endControlFlow()
        .build();
  }
}

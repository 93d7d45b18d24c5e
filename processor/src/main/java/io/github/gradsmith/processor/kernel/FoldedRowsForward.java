package io.github.gradsmith.processor.kernel;

import com.palantir.javapoet.CodeBlock;
import io.github.gradsmith.processor.plan.ForwardShape.FoldedRows;
import io.github.gradsmith.processor.plan.LayerPlan;

/** Weighted sums of two rows at a time, folded in loops that the compiler turns into SIMD. */
final class FoldedRowsForward {
  private final LayerPlan layer;
  private final FoldedRows fold;
  private final Scalar scalar;
  private final Letters letters;

  FoldedRowsForward(LayerPlan layer, FoldedRows fold, Scalar scalar, Letters letters) {
    this.layer = layer;
    this.fold = fold;
    this.scalar = scalar;
    this.letters = letters;
  }

  CodeBlock sums() {
    int inLoop = layer.outputs() / FoldedRows.ROWS * FoldedRows.ROWS;
    CodeBlock.Builder code = CodeBlock.builder();
    code.add("// Partial sums in SIMD: a plain dot product is one ordered chain of additions.\n");
    code.add("// The input stands behind them in t, where its alignment is the same as theirs.\n");
    code.addStatement("$T t = $L", scalar.array(), letters.t(layer));
    code.addStatement(
        "$T.arraycopy(x, 0, t, $L, $L)", System.class, fold.inputAt(), layer.inputs());
    if (inLoop > 0) {
      code.beginControlFlow("for (int j = 0; j < $L; j += $L)", inLoop, FoldedRows.ROWS);
      code.add(pass("j", 0, FoldedRows.ROWS));
      code.endControlFlow();
    }
    if (inLoop < layer.outputs()) {
      code.add(pass("", inLoop, layer.outputs() - inLoop));
    }
    return code.build();
  }

  /** Rows {@code start + first}… of the layer; {@code start} is a variable's name or empty. */
  private CodeBlock pass(String start, int first, int rows) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (int r = 0; r < rows; r++) {
      code.addStatement(
          "$T r$L = $L[$L]", scalar.array(), r, letters.w(layer), Indices.plus(start, first + r));
    }
    code.beginControlFlow("for (int l = 0; l < $L; l++)", fold.length());
    for (int r = 0; r < rows; r++) {
      code.addStatement("t[$L] = $L", Indices.plus("l", r * fold.length()), products(r));
    }
    code.endControlFlow();
    if (fold.tail() > 0) {
      code.add(tail(rows));
    }
    for (int r = 0; r < rows; r++) {
      code.add(total(r, Indices.plus(start, first + r)));
    }
    return code.build();
  }

  private CodeBlock products(int r) {
    CodeBlock.Builder sum = CodeBlock.builder();
    for (int k = 0; k < FoldedRows.TERMS; k++) {
      sum.add(k == 0 ? "" : "$W+ ");
      sum.add(product(r, k * fold.length()));
    }
    return sum.build();
  }

  private CodeBlock product(int r, int offset) {
    return CodeBlock.of(
        "r$L[$L] * t[$L]",
        r,
        Indices.plus("l", offset),
        Indices.plus("l", fold.inputAt() + offset));
  }

  /** The inputs that are left over join the first entries of t. */
  private CodeBlock tail(int rows) {
    CodeBlock.Builder code = CodeBlock.builder();
    code.beginControlFlow("for (int l = 0; l < $L; l++)", fold.tail());
    for (int r = 0; r < rows; r++) {
      String entry = Indices.plus("l", r * fold.length());
      code.addStatement("t[$L] += $L", entry, product(r, FoldedRows.TERMS * fold.length()));
    }
    return code.endControlFlow().build();
  }

  /** The sum of the products of row {@code r}, which is neuron {@code neuron}. */
  private CodeBlock total(int r, String neuron) {
    int from = r * fold.length();
    CodeBlock.Builder code = CodeBlock.builder();
    if (fold.folds() > 1) {
      CodeBlock.Builder parts = CodeBlock.builder();
      for (int k = 1; k < fold.folds(); k++) {
        parts.add(k == 1 ? "" : "$W+ ");
        parts.add("t[$L]", Indices.plus("l", from + k * fold.folded()));
      }
      code.beginControlFlow("for (int l = 0; l < $L; l++)", fold.folded());
      code.addStatement("t[$L] += $L", Indices.plus("l", from), parts.build());
      code.endControlFlow();
    }
    return code.addStatement(
            "z[$1L] = $2L[$1L] + $3T.sum(t, $4L, $5L)",
            neuron,
            letters.b(layer),
            Scalar.SUMS,
            from,
            from + fold.folded())
        .build();
  }
}

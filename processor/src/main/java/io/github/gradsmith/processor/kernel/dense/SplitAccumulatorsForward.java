package io.github.gradsmith.processor.kernel.dense;

import com.palantir.javapoet.CodeBlock;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.code.Indices;
import io.github.gradsmith.processor.plan.shape.ForwardShape.SplitAccumulators;

/** Products of two rows at a time, folded in loops that the compiler turns into SIMD. */
final class SplitAccumulatorsForward {
  private final DotProducts products;
  private final SplitAccumulators fold;
  private final ElementType scalar;
  private final String scratch;

  /** Sums in the array named {@code scratch}. */
  SplitAccumulatorsForward(
      DotProducts products, SplitAccumulators fold, ElementType scalar, String scratch) {
    this.products = products;
    this.fold = fold;
    this.scalar = scalar;
    this.scratch = scratch;
  }

  CodeBlock sums() {
    int inLoop = products.rows() / SplitAccumulators.ROWS * SplitAccumulators.ROWS;
    CodeBlock.Builder code = CodeBlock.builder();
    code.add("// Partial sums in SIMD: a plain dot product is one ordered chain of additions.\n");
    code.add("// Behind them acc holds $L, aligned as they are.\n", products.x());
    code.addStatement("$T acc = $L", scalar.array(), scratch);
    code.addStatement(
        "$T.arraycopy($L, 0, acc, $L, $L)",
        System.class,
        products.x(),
        fold.inputAt(),
        products.length());
    if (inLoop > 0) {
      code.beginControlFlow("for (int j = 0; j < $L; j += $L)", inLoop, SplitAccumulators.ROWS);
      code.add(pass("j", 0, SplitAccumulators.ROWS));
      code.endControlFlow();
    }
    if (inLoop < products.rows()) {
      code.add(pass("", inLoop, products.rows() - inLoop));
    }
    return code.build();
  }

  /** Rows {@code start + first}… of the layer; {@code start} is a variable's name or empty. */
  private CodeBlock pass(String start, int first, int rows) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (int r = 0; r < rows; r++) {
      code.addStatement(
          "$T r$L = $L[$L]", scalar.array(), r, products.w(), Indices.plus(start, first + r));
    }
    code.beginControlFlow("for (int l = 0; l < $L; l++)", fold.length());
    for (int r = 0; r < rows; r++) {
      code.addStatement("acc[$L] = $L", Indices.plus("l", r * fold.length()), products(r));
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
    for (int k = 0; k < fold.terms(); k++) {
      sum.add(k == 0 ? "" : "$W+ ");
      sum.add(product(r, k * fold.length()));
    }
    return sum.build();
  }

  private CodeBlock product(int r, int offset) {
    return CodeBlock.of(
        "r$L[$L] * acc[$L]",
        r,
        Indices.plus("l", offset),
        Indices.plus("l", fold.inputAt() + offset));
  }

  /** The inputs that are left over join the first entries of scratch. */
  private CodeBlock tail(int rows) {
    CodeBlock.Builder code = CodeBlock.builder();
    code.beginControlFlow("for (int l = 0; l < $L; l++)", fold.tail());
    for (int r = 0; r < rows; r++) {
      String entry = Indices.plus("l", r * fold.length());
      code.addStatement("acc[$L] += $L", entry, product(r, fold.terms() * fold.length()));
    }
    return code.endControlFlow().build();
  }

  /** The sum of the products of row {@code r}, which is {@code row} of all. */
  private CodeBlock total(int r, String row) {
    int from = r * fold.length();
    CodeBlock.Builder code = CodeBlock.builder();
    if (fold.folds() > 1) {
      CodeBlock.Builder parts = CodeBlock.builder();
      for (int k = 1; k < fold.folds(); k++) {
        parts.add(k == 1 ? "" : "$W+ ");
        parts.add("acc[$L]", Indices.plus("l", from + k * fold.folded()));
      }
      code.beginControlFlow("for (int l = 0; l < $L; l++)", fold.folded());
      code.addStatement("acc[$L] += $L", Indices.plus("l", from), parts.build());
      code.endControlFlow();
    }
    return code.addStatement(
            "$L[$L] = $L$T.sum(acc, $L, $L)",
            products.z(),
            row,
            products.bias(row),
            ElementType.SUMS,
            from,
            from + fold.folded())
        .build();
  }
}

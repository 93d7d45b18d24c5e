package io.github.gradsmith.processor.kernel;

import com.palantir.javapoet.CodeBlock;
import io.github.gradsmith.processor.plan.ForwardShape;
import io.github.gradsmith.processor.plan.LayerPlan;

/** Weighted sums row by row, each folded into a short array that the compiler fills with SIMD. */
final class FoldedRowsForward {
  private FoldedRowsForward() {}

  static CodeBlock sums(
      LayerPlan layer, ForwardShape.FoldedRows fold, Scalar scalar, Letters letters) {
    CodeBlock.Builder code = CodeBlock.builder();
    code.add("// Partial sums in SIMD: a plain dot product is one ordered chain of additions.\n");
    code.addStatement("$T t = $L", scalar.array(), letters.t(layer));
    code.beginControlFlow("for (int j = 0; j < $L; j++)", layer.outputs());
    code.addStatement("$T w = $L[j]", scalar.array(), letters.w(layer));
    code.beginControlFlow("for (int l = 0; l < $L; l++)", fold.length());
    CodeBlock.Builder products = CodeBlock.builder().add("t[l] =\n");
    for (int k = 0; k < fold.terms(); k++) {
      String index = Indices.plus("l", k * fold.length());
      products.add(k == 0 ? "w[$1L] * x[$1L]$>$>" : "\n+ w[$1L] * x[$1L]", index);
    }
    code.addStatement("$L", products.add("$<$<").build());
    code.endControlFlow();
    if (fold.tail() > 0) {
      String index = Indices.plus("l", fold.terms() * fold.length());
      code.beginControlFlow("for (int l = 0; l < $L; l++)", fold.tail());
      code.addStatement("t[l] += w[$1L] * x[$1L]", index);
      code.endControlFlow();
    }
    code.addStatement("z[j] = $L[j] + $T.sum(t)", letters.b(layer), Scalar.SUMS);
    code.endControlFlow();
    return code.build();
  }
}

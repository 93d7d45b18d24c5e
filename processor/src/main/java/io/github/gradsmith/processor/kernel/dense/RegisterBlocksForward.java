package io.github.gradsmith.processor.kernel.dense;

import com.palantir.javapoet.CodeBlock;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.code.Indices;

/** Products of a few rows at a time: each input is loaded once for all of them. */
final class RegisterBlocksForward {
  private RegisterBlocksForward() {}

  static CodeBlock sums(DotProducts products, int rows, ElementType scalar) {
    CodeBlock.Builder code = CodeBlock.builder();
    int inLoop = products.rows() / rows * rows;
    if (inLoop > rows) {
      code.beginControlFlow("for (int j = 0; j < $1L; j += $2L)", inLoop, rows);
      code.add(block(products, "j", 0, rows, scalar));
      code.endControlFlow();
    } else {
      code.add(block(products, "", 0, rows, scalar));
    }
    if (inLoop < products.rows()) {
      code.add(block(products, "", inLoop, products.rows() - inLoop, scalar));
    }
    return code.build();
  }

  /** Rows {@code start + first}… of the layer; {@code start} is a variable's name or empty. */
  private static CodeBlock block(
      DotProducts products, String start, int first, int rows, ElementType scalar) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (int r = first; r < first + rows; r++) {
      code.addStatement("$T r$L = $L[$L]", scalar.array(), r, products.w(), Indices.plus(start, r));
    }
    for (int r = first; r < first + rows; r++) {
      code.addStatement("$T s$L = $L", scalar.type(), r, products.start(Indices.plus(start, r)));
    }
    code.beginControlFlow("for (int i = 0; i < $L; i++)", products.length());
    for (int r = first; r < first + rows; r++) {
      code.addStatement("s$1L += r$1L[i] * $2L[i]", r, products.x());
    }
    code.endControlFlow();
    for (int r = first; r < first + rows; r++) {
      code.addStatement("$L[$L] = s$L", products.z(), Indices.plus(start, r), r);
    }
    return code.build();
  }
}

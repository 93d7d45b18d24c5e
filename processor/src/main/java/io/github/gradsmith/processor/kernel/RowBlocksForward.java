package io.github.gradsmith.processor.kernel;

import com.palantir.javapoet.CodeBlock;
import io.github.gradsmith.processor.plan.LayerPlan;

/** Weighted sums of a few rows at a time: each input is loaded once for all of them. */
final class RowBlocksForward {
  private RowBlocksForward() {}

  static CodeBlock sums(LayerPlan layer, int rows, Scalar scalar, Letters letters) {
    CodeBlock.Builder code = CodeBlock.builder();
    int inLoop = layer.outputs() / rows * rows;
    if (inLoop > rows) {
      code.beginControlFlow("for (int j = 0; j < $1L; j += $2L)", inLoop, rows);
      code.add(block(layer, "j", 0, rows, scalar, letters));
      code.endControlFlow();
    } else {
      code.add(block(layer, "", 0, rows, scalar, letters));
    }
    if (inLoop < layer.outputs()) {
      code.add(block(layer, "", inLoop, layer.outputs() - inLoop, scalar, letters));
    }
    return code.build();
  }

  /** Rows {@code start + first}… of the layer; {@code start} is a variable's name or empty. */
  private static CodeBlock block(
      LayerPlan layer, String start, int first, int rows, Scalar scalar, Letters letters) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (int r = first; r < first + rows; r++) {
      code.addStatement(
          "$T r$L = $L[$L]", scalar.array(), r, letters.w(layer), Indices.plus(start, r));
    }
    for (int r = first; r < first + rows; r++) {
      code.addStatement(
          "$T s$L = $L[$L]", scalar.type(), r, letters.b(layer), Indices.plus(start, r));
    }
    code.beginControlFlow("for (int i = 0; i < $L; i++)", layer.inputs());
    for (int r = first; r < first + rows; r++) {
      code.addStatement("s$1L += r$1L[i] * x[i]", r);
    }
    code.endControlFlow();
    for (int r = first; r < first + rows; r++) {
      code.addStatement("z[$L] = s$L", Indices.plus(start, r), r);
    }
    return code.build();
  }
}

package io.github.gradsmith.processor.kernel.elementwise;

import com.palantir.javapoet.CodeBlock;
import io.github.gradsmith.processor.model.Shape;
import io.github.gradsmith.processor.plan.LayerPlan;

/**
 * Loops over the last dimension of a layer's value, which a softmax runs over: over all of it, or
 * step by step.
 *
 * @param numbers of the whole value
 * @param length of its last dimension
 */
record RowLoop(int numbers, int length) {
  static RowLoop of(LayerPlan layer) {
    Shape shape = layer.model().shape();
    return new RowLoop(layer.outputs(), shape.last());
  }

  private boolean isWhole() {
    return numbers == length;
  }

  /** The statements for each row. */
  CodeBlock each(CodeBlock row) {
    return isWhole()
        ? row
        : CodeBlock.builder()
            .beginControlFlow("for (int row = 0; row < $L; row += $L)", numbers, length)
            .add(row)
            .endControlFlow()
            .build();
  }

  /** Where a row begins. */
  String first() {
    return isWhole() ? "0" : "row";
  }

  /** The head of a loop over {@code j} in a row. */
  String head() {
    return isWhole()
        ? "for (int j = 0; j < " + length + "; j++)"
        : "for (int j = row; j < row + " + length + "; j++)";
  }

  /** The same without the first number. */
  String headOfRest() {
    return isWhole()
        ? "for (int j = 1; j < " + length + "; j++)"
        : "for (int j = row + 1; j < row + " + length + "; j++)";
  }
}

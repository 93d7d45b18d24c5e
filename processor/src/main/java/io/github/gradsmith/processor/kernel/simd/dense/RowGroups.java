package io.github.gradsmith.processor.kernel.simd.dense;

import com.palantir.javapoet.CodeBlock;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A layer's rows in groups of a fixed size, and a smaller group of those that are left over.
 *
 * @param rows all rows
 * @param size rows of a group
 */
public record RowGroups(int rows, int size) {
  /** The sizes that occur. */
  public List<Integer> sizes() {
    return Stream.of(rows >= size ? size : 0, rows % size).filter(n -> n > 0).toList();
  }

  /** Calls {@code pass} with the first row of each group and the group's size. */
  public CodeBlock each(BiFunction<String, Integer, CodeBlock> pass) {
    int whole = rows / size * size;
    CodeBlock.Builder code = CodeBlock.builder();
    if (whole == size) {
      code.add(pass.apply("0", size));
    } else if (whole > 0) {
      code.beginControlFlow("for (int j = 0; j < $L; j += $L)", whole, size)
          .add(pass.apply("j", size))
          .endControlFlow();
    }
    return whole < rows ? code.add(pass.apply("" + whole, rows - whole)).build() : code.build();
  }

  /**
   * Calls one pass for {@code many} samples at a time, another for pairs of those that are left,
   * and another for a last one.
   *
   * @param many an even number
   * @param ofOne the pass for the sample of an index
   */
  static CodeBlock samples(
      int many, CodeBlock ofMany, CodeBlock ofTwo, UnaryOperator<String> ofOne) {
    return CodeBlock.builder()
        .beginControlFlow("for (int s = 0; s <= count - $1L; s += $1L)", many)
        .addStatement(ofMany)
        .endControlFlow()
        .beginControlFlow("for (int s = count / $1L * $1L; s <= count - 2; s += 2)", many)
        .addStatement(ofTwo)
        .endControlFlow()
        .beginControlFlow("if (count % 2 == 1)")
        .addStatement(ofOne.apply("count - 1"))
        .endControlFlow()
        .build();
  }

  /** Calls one pass for pairs of samples, and another for a last one. */
  static CodeBlock pairs(CodeBlock ofTwo, UnaryOperator<String> ofOne) {
    return CodeBlock.builder()
        .beginControlFlow("for (int s = 0; s <= count - 2; s += 2)")
        .addStatement(ofTwo)
        .endControlFlow()
        .beginControlFlow("if (count % 2 == 1)")
        .addStatement(ofOne.apply("count - 1"))
        .endControlFlow()
        .build();
  }
}

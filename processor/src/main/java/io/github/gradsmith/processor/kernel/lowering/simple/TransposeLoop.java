package io.github.gradsmith.processor.kernel.lowering.simple;

import com.palantir.javapoet.CodeBlock;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.lowering.LayerFormulas;
import io.github.gradsmith.processor.model.LayerModel;
import java.util.List;

/**
 * Rows and columns in each other's place.
 *
 * @param rows of what the layer reads
 * @param columns of what it reads
 */
public record TransposeLoop(int rows, int columns) implements SimpleLoop {
  /** The loop of {@code layer}. */
  public static TransposeLoop of(LayerModel layer) {
    List<Integer> sizes = layer.from().get(0).shape().sizes();
    return new TransposeLoop(sizes.get(0), sizes.get(1));
  }

  @Override
  public CodeBlock forward(List<String> inputs, String result, ElementType scalar) {
    return loop(result + "[j * " + rows + " + i] = " + inputs.get(0) + "[i * " + columns + " + j]");
  }

  @Override
  public CodeBlock back(int use, List<String> inputs, String assignment, ElementType scalar) {
    return loop("d[i * " + columns + " + j] " + assignment + " next[j * " + rows + " + i]");
  }

  private CodeBlock loop(String statement) {
    return CodeBlock.builder()
        .beginControlFlow("for (int i = 0; i < $L; i++)", rows)
        .beginControlFlow("for (int j = 0; j < $L; j++)", columns)
        .addStatement("$L", statement)
        .endControlFlow()
        .endControlFlow()
        .build();
  }

  @Override
  public String formula(List<String> inputs) {
    return inputs.get(0) + "ᵀ";
  }

  @Override
  public String errors(int use, List<String> inputs, String delta) {
    return delta + "ᵀ";
  }

  @Override
  public String words() {
    return "row by row";
  }

  @Override
  public LayerFormulas latex() {
    return new TransposeFormulas();
  }
}

package io.github.gradsmith.processor.kernel.lowering.simple;

import com.palantir.javapoet.CodeBlock;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.lowering.LayerFormulas;
import io.github.gradsmith.processor.model.LayerModel;
import java.util.List;

/**
 * The sum of all values that a layer reads, number by number; of a single one, that value.
 *
 * @param width numbers of each
 */
public record SumLoop(int width) implements SimpleLoop {
  /** The loop of {@code layer}. */
  public static SumLoop of(LayerModel layer) {
    return new SumLoop(layer.outputs());
  }

  @Override
  public CodeBlock forward(List<String> inputs, String result, ElementType scalar) {
    if (inputs.size() == 1) {
      return CodeBlock.builder()
          .addStatement(
              "$T.arraycopy($L, 0, $L, 0, $L)", System.class, inputs.get(0), result, width)
          .build();
    }
    return CodeBlock.builder()
        .beginControlFlow("for (int j = 0; j < $L; j++)", width)
        .addStatement("$L[j] = $L[j]", result, String.join("[j] + ", inputs))
        .endControlFlow()
        .build();
  }

  @Override
  public CodeBlock back(int use, List<String> inputs, String assignment, ElementType scalar) {
    return assignment.equals("=")
        ? CodeBlock.builder()
            .addStatement("$T.arraycopy(next, 0, d, 0, $L)", System.class, width)
            .build()
        : CodeBlock.builder()
            .beginControlFlow("for (int j = 0; j < $L; j++)", width)
            .addStatement("d[j] $L next[j]", assignment)
            .endControlFlow()
            .build();
  }

  @Override
  public String formula(List<String> inputs) {
    return String.join(" + ", inputs);
  }

  @Override
  public String errors(int use, List<String> inputs, String delta) {
    return delta;
  }

  @Override
  public String words() {
    return "number by number";
  }

  @Override
  public LayerFormulas latex() {
    return new SumFormulas();
  }
}

package io.github.gradsmith.processor.kernel.lowering.simple;

import com.palantir.javapoet.CodeBlock;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.lowering.LayerFormulas;
import io.github.gradsmith.processor.model.LayerModel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The product of all values that a layer reads, number by number.
 *
 * @param width numbers of each
 * @param factors how many values there are
 */
public record ProductLoop(int width, int factors) implements SimpleLoop {
  /** The loop of {@code layer}. */
  public static ProductLoop of(LayerModel layer) {
    return new ProductLoop(layer.outputs(), layer.from().size());
  }

  @Override
  public CodeBlock forward(List<String> inputs, String result, ElementType scalar) {
    return CodeBlock.builder()
        .beginControlFlow("for (int j = 0; j < $L; j++)", width)
        .addStatement("$L[j] = $L[j]", result, String.join("[j] * ", inputs))
        .endControlFlow()
        .build();
  }

  @Override
  public CodeBlock back(int use, List<String> inputs, String assignment, ElementType scalar) {
    List<String> factors = new ArrayList<>(List.of("next"));
    readByBack(use).forEach(other -> factors.add(inputs.get(other)));
    return CodeBlock.builder()
        .beginControlFlow("for (int j = 0; j < $L; j++)", width)
        .addStatement("d[j] $L $L[j]", assignment, String.join("[j] * ", factors))
        .endControlFlow()
        .build();
  }

  /** All others. */
  @Override
  public List<Integer> readByBack(int use) {
    return IntStream.range(0, factors).filter(other -> other != use).boxed().toList();
  }

  @Override
  public String formula(List<String> inputs) {
    return String.join(" ⊙ ", inputs);
  }

  @Override
  public String errors(int use, List<String> inputs, String delta) {
    List<String> factors = new ArrayList<>(List.of(delta));
    readByBack(use).forEach(other -> factors.add(inputs.get(other)));
    return String.join(" ⊙ ", factors);
  }

  @Override
  public String words() {
    return "number by number";
  }

  @Override
  public LayerFormulas latex() {
    return new ProductFormulas();
  }
}

package io.github.gradsmith.processor.kernel.lowering.embedding;

import static io.github.gradsmith.processor.page.Symbols.partial;

import io.github.gradsmith.processor.kernel.lowering.LayerFormulas;
import io.github.gradsmith.processor.page.Symbols;
import java.util.List;

/**
 * z = H W, where row k of H is 1 at the index that is read, and 0 elsewhere.
 *
 * @param number of the layer
 */
record EmbeddingFormulas(int number) implements LayerFormulas {
  @Override
  public String sums(List<String> inputs) {
    return "H " + Symbols.of("W", number) + ", \\quad H_{kj} = [j = " + inputs.get(0) + "_{k}]";
  }

  /** An index has no derivative. */
  @Override
  public String errors(int use, List<String> inputs, String delta) {
    return "0";
  }

  @Override
  public List<String> gradients(List<String> inputs, String delta) {
    return List.of(partial("E", Symbols.of("W", number)) + " &= H^{\\mathsf{T}} " + delta);
  }
}

package io.github.gradsmith.processor.kernel.lowering.simple;

import io.github.gradsmith.processor.kernel.lowering.LayerFormulas;
import io.github.gradsmith.processor.page.Entrywise;
import java.util.List;

/** z = xᵀ, and back. */
record TransposeFormulas() implements LayerFormulas {
  @Override
  public String sums(List<String> inputs) {
    return Entrywise.transposed(inputs.get(0));
  }

  @Override
  public String errors(int use, List<String> inputs, String delta) {
    return Entrywise.transposed(delta);
  }
}

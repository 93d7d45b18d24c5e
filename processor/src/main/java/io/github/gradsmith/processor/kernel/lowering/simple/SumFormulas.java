package io.github.gradsmith.processor.kernel.lowering.simple;

import io.github.gradsmith.processor.kernel.lowering.LayerFormulas;
import java.util.List;

/** z = x + y + …: what comes back goes to each of them. */
record SumFormulas() implements LayerFormulas {
  @Override
  public String sums(List<String> inputs) {
    return String.join(" + ", inputs);
  }

  @Override
  public String errors(int use, List<String> inputs, String delta) {
    return delta;
  }
}

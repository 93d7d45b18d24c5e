package io.github.gradsmith.processor.kernel.lowering.dropout;

import io.github.gradsmith.processor.kernel.lowering.LayerFormulas;
import java.util.List;

/** z = x ⊙ m, where a mask m of zeros and 1 / (1 − p) is drawn for every step. */
record DropoutFormulas() implements LayerFormulas {
  @Override
  public String sums(List<String> inputs) {
    return inputs.get(0) + " \\odot m, \\quad m_{j} = 0 \\text{ or } \\frac{1}{1 - p}";
  }

  @Override
  public String errors(int use, List<String> inputs, String delta) {
    return delta + " \\odot m";
  }
}

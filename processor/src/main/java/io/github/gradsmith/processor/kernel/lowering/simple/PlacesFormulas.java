package io.github.gradsmith.processor.kernel.lowering.simple;

import io.github.gradsmith.processor.kernel.lowering.LayerFormulas;
import java.util.List;

/** Numbers in other places: what comes back takes the same way back. */
record PlacesFormulas() implements LayerFormulas {
  @Override
  public String sums(List<String> inputs) {
    return inputs.size() == 1
        ? "\\text{part of } " + inputs.get(0)
        : "\\left(" + String.join(", ", inputs) + "\\right)";
  }

  @Override
  public String errors(int use, List<String> inputs, String delta) {
    return inputs.size() == 1
        ? delta + " \\text{ in its place, 0 elsewhere}"
        : "\\text{its part of } " + delta;
  }
}

package io.github.gradsmith.processor.kernel.lowering.simple;

import io.github.gradsmith.processor.kernel.lowering.LayerFormulas;
import java.util.ArrayList;
import java.util.List;

/** z = x ⊙ y ⊙ …: by one factor, the derivative is the product of the others. */
record ProductFormulas() implements LayerFormulas {
  @Override
  public String sums(List<String> inputs) {
    return String.join(" \\odot ", inputs);
  }

  @Override
  public String errors(int use, List<String> inputs, String delta) {
    List<String> factors = new ArrayList<>(List.of(delta));
    for (int other = 0; other < inputs.size(); other++) {
      if (other != use) {
        factors.add(inputs.get(other));
      }
    }
    return String.join(" \\odot ", factors);
  }
}

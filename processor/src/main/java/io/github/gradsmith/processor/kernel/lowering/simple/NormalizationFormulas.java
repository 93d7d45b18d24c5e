package io.github.gradsmith.processor.kernel.lowering.simple;

import io.github.gradsmith.processor.kernel.lowering.LayerFormulas;
import java.util.List;

/** z = (x − μ) / s, where mean μ and deviation s are taken from data and not learnt. */
record NormalizationFormulas() implements LayerFormulas {
  private static final String DEVIATION = "\\max\\left(\\sqrt{v}, 10^{-7}\\right)";

  @Override
  public String sums(List<String> inputs) {
    return "\\frac{" + inputs.get(0) + " - \\mu}{" + DEVIATION + "}";
  }

  @Override
  public String errors(int use, List<String> inputs, String delta) {
    return "\\frac{" + delta + "}{" + DEVIATION + "}";
  }
}

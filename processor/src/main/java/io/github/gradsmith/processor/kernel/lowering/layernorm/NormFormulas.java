package io.github.gradsmith.processor.kernel.lowering.layernorm;

import static io.github.gradsmith.processor.page.Symbols.partial;

import io.github.gradsmith.processor.kernel.lowering.LayerFormulas;
import io.github.gradsmith.processor.page.Symbols;
import java.util.List;

/**
 * Each row less its mean, divided by its deviation, times w, and b.
 *
 * @param number of the layer
 */
record NormFormulas(int number) implements LayerFormulas {
  private String w() {
    return Symbols.of("w", number);
  }

  private String n() {
    return Symbols.of("n", number);
  }

  @Override
  public String sums(List<String> inputs) {
    String x = inputs.get(0);
    return "\\frac{"
        + x
        + " - \\mu}{s} \\odot "
        + w()
        + " + "
        + Symbols.of("b", number)
        + ", \\quad \\mu = \\frac{1}{m} \\sum_{i} x_{i}, \\quad s ="
        + " \\sqrt{\\frac{1}{m} \\sum_{i} (x_{i} - \\mu)^{2} + \\varepsilon}";
  }

  @Override
  public String errors(int use, List<String> inputs, String delta) {
    return "\\frac{1}{s} \\left(g - \\frac{1}{m} \\sum_{i} g_{i} - "
        + n()
        + " \\frac{1}{m} \\sum_{i} g_{i} n_{i}\\right), \\quad g = "
        + delta
        + " \\odot "
        + w();
  }

  /** The chain rule over mean and deviation, which every number of the row enters. */
  @Override
  public List<String> derivation(List<String> inputs, String delta) {
    return List.of(
        n() + " &= \\frac{" + inputs.get(0) + " - \\mu}{s}",
        partial("\\mu", "x_{j}") + " &= \\frac{1}{m}",
        partial("s", "x_{j}")
            + " &= \\frac{1}{2 s} \\cdot \\frac{2}{m} \\sum_{i} (x_{i} - \\mu)"
            + " \\left([i = j] - \\frac{1}{m}\\right) = \\frac{n_{j}}{m},"
            + " \\text{ as } \\sum_{i} (x_{i} - \\mu) = 0",
        partial("n_{i}", "x_{j}")
            + " &= \\frac{1}{s} \\left([i = j] - "
            + partial("\\mu", "x_{j}")
            + "\\right) - \\frac{x_{i} - \\mu}{s^{2}} \\cdot "
            + partial("s", "x_{j}")
            + " = \\frac{1}{s} \\left([i = j] - \\frac{1}{m} - \\frac{1}{m} n_{i}"
            + " n_{j}\\right)",
        partial("E", "x_{j}")
            + " &= \\sum_{i} g_{i} "
            + partial("n_{i}", "x_{j}")
            + " = \\frac{1}{s} \\left(g_{j} - \\frac{1}{m} \\sum_{i} g_{i} - n_{j}"
            + " \\frac{1}{m} \\sum_{i} g_{i} n_{i}\\right), \\quad g_{i} = \\delta_{i} w_{i}");
  }

  @Override
  public List<String> gradients(List<String> inputs, String delta) {
    return List.of(
        partial("E", w()) + " &= \\sum_{t} " + delta + " \\odot " + n(),
        partial("E", Symbols.of("b", number)) + " &= \\sum_{t} " + delta);
  }
}

package io.github.gradsmith.processor.kernel.lowering.layernorm;

import io.github.gradsmith.processor.kernel.code.DeltaTarget;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.kernel.elementwise.DeltaFormulas;
import io.github.gradsmith.processor.plan.LayerPlan;

/**
 * What the methods of a layer that makes rows normal say of themselves, plain ones and SIMD kernels
 * alike.
 *
 * @param layer which
 * @param loops of its rows
 * @param names names of the generated class
 */
record NormTexts(LayerPlan layer, NormLoops loops, Names names) {
  private String w() {
    return names.w(layer);
  }

  private String x() {
    return names.inputLetter(layer);
  }

  /** Such as {@code √(variance + 1e-5)}. */
  private String deviation() {
    return "√(variance + "
        + Double.toString(loops.epsilon()).replace(".0E", "e").replace("E", "e")
        + ")";
  }

  private String over() {
    return loops.rows() == 1 ? "" : ", over rows of " + loops.width();
  }

  String forward() {
    return names.a(layer)
        + " = ("
        + x()
        + " − mean) / "
        + deviation()
        + " ⊙ "
        + w()
        + " + "
        + names.b(layer)
        + over()
        + ".";
  }

  String delta(DeltaTarget to) {
    String errors = "(e − mean(e) − n mean(e ⊙ n)) / " + deviation();
    return DeltaFormulas.back(to, errors, names)
        + over()
        + ",\nwhere e = "
        + w()
        + " ⊙ "
        + names.d(layer)
        + " and n is "
        + x()
        + " made normal.";
  }

  String accumulate(String over) {
    String d = names.d(layer);
    return "w += scale Σ "
        + d
        + " ⊙ n, b += scale Σ "
        + d
        + ", "
        + over
        + "; n is "
        + x()
        + " made normal.";
  }
}

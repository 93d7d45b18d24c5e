package io.github.gradsmith.processor.derivation;

import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.form.Simplifier;
import java.util.ArrayList;
import java.util.List;

/**
 * A derivative taken step by step.
 *
 * @param subject what is calculated, in LaTeX
 * @param variable by which is derived
 * @param steps at least one
 */
record Calculation(String subject, String variable, List<Step> steps) {
  Calculation {
    steps = List.copyOf(steps);
  }

  /** The last line. */
  Expr result() {
    return steps.get(steps.size() - 1).expression();
  }

  /** The same with one more step, unless it would repeat the last line. */
  Calculation then(Step step) {
    if (step.latex().equals(steps.get(steps.size() - 1).latex())) {
      return this;
    }
    List<Step> more = new ArrayList<>(steps);
    more.add(step);
    return new Calculation(subject, variable, more);
  }

  /** The same, simplified at the end if that is shorter. */
  Calculation shortened() {
    Expr simplified = Simplifier.simplify(result());
    return size(simplified) < size(result()) ? then(new Step(simplified, "simplified")) : this;
  }

  /** How much there is to read. */
  static int size(Expr expr) {
    return 1 + expr.children().stream().mapToInt(Calculation::size).sum();
  }

  /** A line for each step: the subject once, then equals signs below each other. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Step step : steps) {
      String reason = step.reason().isEmpty() ? "" : " && \\text{" + step.reason() + "}";
      lines.add((lines.isEmpty() ? subject + " " : "") + "&= " + step.latex() + reason);
    }
    return lines;
  }
}

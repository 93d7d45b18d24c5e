package io.github.gradsmith.processor.derivation;

import static io.github.gradsmith.processor.derivation.Page.inline;

import io.github.gradsmith.processor.formula.Expr;
import io.github.gradsmith.processor.formula.LatexRenderer;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The step that training takes. */
final class UpdateSection {
  private static final LatexRenderer LATEX = LatexRenderer.FRACTIONS;

  private UpdateSection() {}

  static void write(NetworkPlan plan, UpdateRule rule, Page page) {
    page.section("The update");
    if (rule.assignments().size() == 1) {
      page.paragraph(
          "Training goes against the gradient, by the learning rate "
              + inline("\\alpha")
              + "; a mini-batch takes the mean of its samples' gradients:");
      page.formulas(eachParameter(plan, rule.assignments().get(0)));
      return;
    }
    page.paragraph(
        "For each weight or bias "
            + inline("w")
            + " with its gradient "
            + inline("g = \\frac{\\partial E}{\\partial w}")
            + ", of a mini-batch the mean over its samples, training computes in this order:");
    page.formulas(rule.assignments().stream().map(UpdateSection::line).toList());
  }

  private static List<String> eachParameter(NetworkPlan plan, UpdateRule.Assignment assignment) {
    List<String> lines = new ArrayList<>();
    for (LayerPlan layer : plan.layers()) {
      for (String letter : List.of("W", "b")) {
        String w = Symbols.of(letter, layer.number());
        Map<String, Expr> names =
            Map.of("w", Expr.variable(w), "g", Expr.variable(Symbols.partial("E", w)));
        lines.add(w + " &= " + LATEX.render(assignment.value().substitute(names)));
      }
    }
    return lines;
  }

  private static String line(UpdateRule.Assignment assignment) {
    return assignment.target() + " &= " + LATEX.render(assignment.value());
  }
}

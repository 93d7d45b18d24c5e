package io.github.gradsmith.processor.derivation;

import static io.github.gradsmith.processor.page.Page.inline;
import static io.github.gradsmith.processor.page.Symbols.partial;

import io.github.gradsmith.processor.activation.Softmax;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.render.LatexRenderer;
import io.github.gradsmith.processor.layer.OutputDelta;
import io.github.gradsmith.processor.loss.LossFormula;
import io.github.gradsmith.processor.page.Page;
import io.github.gradsmith.processor.page.Symbols;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The delta of an output: what the derivatives of the last layer have in common. */
final class DeltaSection {
  private static final LatexRenderer LATEX = LatexRenderer.FRACTIONS;

  private DeltaSection() {}

  static void write(NetworkPlan plan, LossFormula loss, Page page) {
    page.section("The delta of an output");
    page.paragraph(
        "All derivatives of a layer share what comes before its weighted sums: the delta "
            + inline("\\delta = \\frac{\\partial E}{\\partial z}")
            + ". At an output it is");
    page.formulas(
        plan.output().delta() instanceof OutputDelta.Coupled coupled
            ? coupled(plan.last(), coupled)
            : elementwise(plan, loss));
  }

  private static List<String> elementwise(NetworkPlan plan, LossFormula loss) {
    LayerPlan last = plan.last();
    Expr gradient = Neurons.at(loss.gradient(), last, "j");
    Expr slope = Neurons.at(last.activation().slope().expression(), last, "j");
    Expr delta = Neurons.at(((OutputDelta.Elementwise) plan.output().delta()).delta(), last, "j");
    String a = Symbols.of("a", last.number(), "j");
    String z = Symbols.of("z", last.number(), "j");
    List<String> lines = new ArrayList<>();
    lines.add(
        Symbols.of("\\delta", last.number(), "j")
            + " &= "
            + partial("E_{j}", a)
            + " \\cdot "
            + partial(a, z));
    lines.add("&= " + LATEX.dotted(List.of(gradient, slope)));
    lines.add("&= " + LATEX.render(delta));
    return lines;
  }

  /** The sum over all outputs, first with the own output apart, then without. */
  private static List<String> coupled(LayerPlan last, OutputDelta.Coupled coupled) {
    Softmax softmax = (Softmax) last.activation();
    String a = Symbols.of("a", last.number(), "i");
    String other = Symbols.of("a", last.number(), "j");
    Map<String, Expr> both = Map.of("a", Expr.variable(a), "b", Expr.variable(other));
    Expr gradient = Expr.variable(partial("E_{j}", other));
    Expr own = softmax.slope().expression().substitute(both);
    Expr cross = softmax.crossSlope().substitute(both);
    Expr summand = Neurons.at(coupled.summand(), last, "j");
    Expr sum = Expr.variable("\\sum_{j} " + LATEX.factor(summand));
    Expr direct = Neurons.at(coupled.direct(), last, "i");
    Expr share = Neurons.at(coupled.share(), last, "i");
    return List.of(
        Symbols.of("\\delta", last.number(), "i")
            + " &= \\sum_{j} "
            + LATEX.render(gradient)
            + " \\cdot "
            + partial(other, Symbols.of("z", last.number(), "i")),
        "&= "
            + LATEX.dotted(List.of(Expr.variable(partial("E_{i}", a)), own))
            + " + \\sum_{j \\ne i} "
            + LATEX.dotted(List.of(gradient, cross)),
        "&= " + LATEX.render(Expr.sum(Expr.product(share, sum), direct)));
  }
}

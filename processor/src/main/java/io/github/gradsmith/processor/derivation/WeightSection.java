package io.github.gradsmith.processor.derivation;

import static io.github.gradsmith.processor.page.Page.inline;
import static io.github.gradsmith.processor.page.Symbols.partial;

import io.github.gradsmith.processor.activation.Softmax;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.render.LatexRenderer;
import io.github.gradsmith.processor.loss.LossFormula;
import io.github.gradsmith.processor.page.Page;
import io.github.gradsmith.processor.page.Symbols;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import java.util.List;

/** The derivative by a single weight; in a small network those by all parameters. */
final class WeightSection {
  private final NetworkPlan plan;
  private final LossFormula loss;

  private WeightSection(NetworkPlan plan, LossFormula loss) {
    this.plan = plan;
    this.loss = loss;
  }

  static void write(NetworkPlan plan, LossFormula loss, Page page) {
    WeightSection section = new WeightSection(plan, loss);
    boolean isSmall = DerivationDocument.isSmall(plan);
    if (!(plan.last().activation() instanceof Softmax)) {
      page.section("One weight");
      section.writeOne(isSmall ? "1" : "i", isSmall ? "1" : "j", page);
    }
    if (isSmall) {
      page.section("All " + plan.parameterCount() + " partial derivatives");
      section.writeAll(page);
    }
  }

  private void writeOne(String i, String j, Page page) {
    LayerPlan last = plan.last();
    int l = last.number();
    String w = Symbols.weight(l, i, j);
    page.paragraph("Put together for a weight of the last layer:");
    String e = "E_{" + j + "}";
    String a = Symbols.of("a", l, j);
    String z = Symbols.of("z", l, j);
    Expr input = Expr.variable(Symbols.input(l, i));
    Expr slope = Neurons.at(last.activation().slope().expression(), last, j);
    String split = partial(e, a) + " \\cdot " + partial(a, z) + " \\cdot " + partial(z, w);
    String putIn =
        LatexRenderer.FRACTIONS.dotted(List.of(Neurons.at(loss.gradient(), last, j), slope, input));
    page.formulas(List.of(partial(e, w) + " &= " + split, "&= " + putIn));
    page.paragraph(
        "This weight reaches the loss through output "
            + inline(j)
            + " alone, so that "
            + inline(partial("E", w))
            + " is the same.");
  }

  private void writeAll(Page page) {
    Neurons neurons = new Neurons(plan);
    for (int l = plan.last().number(); l >= 2; l--) {
      LayerPlan layer = plan.layers().get(l - 2);
      page.paragraph(
          "Layer "
              + l
              + (layer == plan.last() ? ":" : ", by way of all neurons of the layer after it:"));
      page.formulas(
          neurons.partials(layer).stream()
              .map(
                  p ->
                      partial("E", p.parameter())
                          + " &= "
                          + LatexRenderer.FRACTIONS.render(p.formula()))
              .toList());
    }
  }
}

package io.github.gradsmith.processor.derivation;

import static io.github.gradsmith.processor.page.Page.inline;

import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.form.Simplifier;
import io.github.gradsmith.processor.formula.render.LatexRenderer;
import io.github.gradsmith.processor.formula.text.FormulaParser;
import io.github.gradsmith.processor.loss.LossFormula;
import io.github.gradsmith.processor.page.Page;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import java.util.List;

/** What training minimises, as a sum over the outputs. */
final class LossSection {
  private static final Expr SQUARE = FormulaParser.parse("(t - a)^2");

  private LossSection() {}

  static void write(NetworkPlan plan, LossFormula loss, Page page) {
    page.section("The loss");
    String name = "The loss `" + plan.model().loss().text() + "` ";
    LayerPlan last = plan.last();
    if (isLectureMean(last, loss)) {
      String square = LatexRenderer.FRACTIONS.render(Neurons.at(SQUARE, last, "j"));
      page.paragraph(
          name + "of " + inline("n = 2") + " outputs is the mean of their squared errors,");
      page.formula("E = \\frac{1}{n} \\sum_{j=1}^{n} " + square + " = E_{1} + E_{2}");
      page.paragraph("with " + inline("\\frac{1}{n} = \\frac{1}{2}") + " in both terms:");
    } else {
      page.paragraph(name + "is a sum over the outputs,");
      page.formula("E = \\sum_{j} E_{j} = " + terms(last.outputs()));
      page.paragraph("with one term for each:");
    }
    page.formulas(shown(last).stream().map(j -> term(last, loss, j)).toList());
  }

  private static boolean isLectureMean(LayerPlan last, LossFormula loss) {
    Expr half = Simplifier.simplify(Expr.divide(SQUARE, Expr.number(2)));
    return last.outputs() == 2 && Simplifier.simplify(loss.term()).equals(half);
  }

  private static String term(LayerPlan last, LossFormula loss, String j) {
    String term = LatexRenderer.FRACTIONS.render(Neurons.at(loss.term(), last, j));
    return "E_{" + j + "} &= " + term;
  }

  /** E₁ + E₂, with dots for what lies between. */
  private static String terms(int outputs) {
    return switch (outputs) {
      case 1 -> "E_{1}";
      case 2 -> "E_{1} + E_{2}";
      case 3 -> "E_{1} + E_{2} + E_{3}";
      default -> "E_{1} + E_{2} + \\cdots + E_{" + outputs + "}";
    };
  }

  private static List<String> shown(LayerPlan last) {
    return last.outputs() > 3
        ? List.of("j")
        : Neurons.neurons(last).mapToObj(String::valueOf).toList();
  }
}

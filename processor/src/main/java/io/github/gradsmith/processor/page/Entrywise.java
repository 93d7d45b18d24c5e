package io.github.gradsmith.processor.page;

import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.render.LatexRenderer;
import io.github.gradsmith.processor.layer.OutputDelta;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Formulas of a neuron written for a whole layer.
 *
 * @param a what the layer's activations are called
 * @param z what its weighted sums are called
 * @param t what the targets are called
 */
public record Entrywise(String a, String z, String t) {
  private static final LatexRenderer LATEX = LatexRenderer.FRACTIONS;

  /** The deltas of the last layer. */
  public String output(OutputDelta delta) {
    if (delta instanceof OutputDelta.Coupled coupled) {
      Expr summand = coupled.summand().substitute(letters("_{j}"));
      Expr sum =
          Expr.product(
              coupled.share().substitute(letters("")),
              Expr.variable("\\sum_{j} " + LATEX.factor(summand)));
      return LATEX.render(Expr.sum(sum, coupled.direct().substitute(letters(""))));
    }
    Expr formula = ((OutputDelta.Elementwise) delta).delta().substitute(letters(""));
    return formula instanceof Expr.Product product ? product(product) : LATEX.render(formula);
  }

  /** The deltas of another layer, from what comes back to it. */
  public String hidden(String carriedBack, Expr slope) {
    Expr formula = slope.substitute(letters(""));
    if (formula.isOne()) {
      return carriedBack;
    }
    String factors =
        formula instanceof Expr.Product product ? product(product) : LATEX.factor(formula);
    return "\\left(" + carriedBack + "\\right) \\odot " + factors;
  }

  public static String transposed(String matrix) {
    return matrix.contains("^")
        ? "\\left(" + matrix + "\\right)^{\\mathsf{T}}"
        : matrix + "^{\\mathsf{T}}";
  }

  private Map<String, Expr> letters(String index) {
    return Map.of(
        "a", Expr.variable(a + index),
        "z", Expr.variable(z + index),
        "t", Expr.variable(t + index));
  }

  /** A number stays before the factors, which are multiplied entry by entry. */
  private static String product(Expr.Product product) {
    List<Expr> factors = product.factors();
    if (!(factors.get(0) instanceof Expr.Number)) {
      return joined(factors);
    }
    String number = LATEX.factor(factors.get(0));
    return number + " " + joined(factors.subList(1, factors.size()));
  }

  private static String joined(List<Expr> factors) {
    return factors.stream().map(LATEX::factor).collect(Collectors.joining(" \\odot "));
  }
}

package io.github.gradsmith.processor.kernel.elementwise;

import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.render.MathRenderer;
import io.github.gradsmith.processor.kernel.code.DeltaTarget;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.layer.LossTerm;
import io.github.gradsmith.processor.layer.OutputDelta;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Loss and deltas as one line of Javadoc, in the letters of the generated code. */
public final class DeltaFormulas {
  private DeltaFormulas() {}

  /** {@code E = Σ ½ (t − a3)²}. */
  static String loss(NetworkPlan plan, Names letters) {
    Expr expression = plan.output().lossTerm().expression();
    String rendered = render(expression, plan.last(), letters);
    String term = expression instanceof Expr.Sum ? "(" + rendered + ")" : rendered;
    String where =
        plan.output().lossTerm() instanceof LossTerm.InShiftedSum
            ? ", each z less the largest, s = Σ exp(" + letters.z(plan.last()) + ")"
            : "";
    return javadoc("E = Σ " + term + where);
  }

  /** {@code d3 = (a3 − t) ⊙ a3 ⊙ (1 − a3)}. */
  static String output(NetworkPlan plan, Names letters) {
    LayerPlan last = plan.last();
    String d = letters.d(last) + " = ";
    if (plan.output().delta() instanceof OutputDelta.Coupled coupled) {
      String share = render(coupled.share(), last, letters);
      String sum = share + " Σ " + summand(coupled.summand(), last, letters);
      return javadoc(d + render(Expr.sum(Expr.variable(sum), coupled.direct()), last, letters));
    }
    Expr delta = ((OutputDelta.Elementwise) plan.output().delta()).delta();
    return javadoc(
        d
            + (delta instanceof Expr.Sum
                ? render(delta, last, letters)
                : product(delta, last, letters)));
  }

  /**
   * {@code d2 = (w3ᵀ d3) ⊙ a2 ⊙ (1 − a2)}.
   *
   * @param errors what comes back from the layer that reads this one: {@code w3ᵀ d3}
   */
  public static String hidden(LayerPlan layer, String errors, Names letters) {
    Expr slope = layer.activation().slope().expression();
    return javadoc(
        letters.d(layer)
            + " = "
            + (slope.isOne() ? errors : "(" + errors + ") ⊙ " + product(slope, layer, letters)));
  }

  /** {@link #hidden}, or what goes back to a value that others read, too. */
  public static String back(DeltaTarget to, String errors, Names letters) {
    if (to.isOnly()) {
      return hidden(to.value(), errors, letters);
    }
    return letters.d(to.value()) + (to.adds() ? " += " : " = ") + errors;
  }

  /** The same of a layer that adds by way of an array of its own. */
  public static String backApart(DeltaTarget to, String errors, Names letters) {
    return to.adds() ? letters.e(to.value()) + " = " + errors : back(to, errors, letters);
  }

  /** What comes back through the weights of {@code reader}: {@code w3ᵀ d3}. */
  public static String throughWeights(LayerPlan reader, Names letters) {
    return letters.w(reader) + "ᵀ " + letters.d(reader);
  }

  /** {@code d2 = d2 ⊙ a2 ⊙ (1 − a2)}. */
  public static String slope(LayerPlan layer, Names letters) {
    String d = letters.d(layer);
    Expr slope = layer.activation().slope().expression();
    return javadoc(d + " = " + d + (slope.isOne() ? "" : " ⊙ " + product(slope, layer, letters)));
  }

  /** {@code a2 = z2 / (1 + |z2|)}. */
  static String value(LayerPlan layer, Names letters) {
    String value = render(layer.activation().value(), layer, letters);
    return javadoc(letters.a(layer) + " = " + value);
  }

  /** A formula as it stands in Javadoc: HTML would take a comparison for a tag. */
  public static String javadoc(String formula) {
    boolean compares = formula.contains("<") || formula.contains(">");
    return compares ? "{@code " + formula + "}" : formula;
  }

  private static String summand(Expr formula, LayerPlan layer, Names letters) {
    String text = product(formula, layer, letters);
    return formula instanceof Expr.Variable ? text : "(" + text + ")";
  }

  /** Factors that are taken entry by entry. */
  private static String product(Expr formula, LayerPlan layer, Names letters) {
    List<Expr> factors =
        formula instanceof Expr.Product product ? product.factors() : List.of(formula);
    return factors.stream()
        .map(
            factor ->
                factor instanceof Expr.Sum
                    ? "(" + render(factor, layer, letters) + ")"
                    : render(factor, layer, letters))
        .collect(Collectors.joining(" ⊙ "));
  }

  private static String render(Expr formula, LayerPlan layer, Names letters) {
    Map<String, Expr> names =
        Map.of(
            "a", Expr.variable(letters.a(layer)),
            "z", Expr.variable(letters.z(layer)));
    return MathRenderer.render(formula.substitute(names));
  }
}

package io.github.gradsmith.processor.derivation;

import io.github.gradsmith.processor.activation.ElementwiseFormula;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.Function;
import io.github.gradsmith.processor.formula.render.LatexRenderer;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the functions on a page are: the activations, and what they are made of. */
final class Definitions {
  private final ActivationSymbols names;

  private Definitions(NetworkPlan plan) {
    this.names = new ActivationSymbols(plan);
  }

  /** A line for each function that is not of the school book. */
  static List<String> of(NetworkPlan plan) {
    Definitions definitions = new Definitions(plan);
    List<String> lines = new ArrayList<>();
    Set<Function> functions = new TreeSet<>();
    for (LayerPlan layer : definitions.names.distinct()) {
      definitions.activation(layer).ifPresent(lines::add);
      collect(layer.activation().value(), functions);
      collect(layer.activation().slope().expression(), functions);
    }
    functions.stream().flatMap(Definitions::function).forEach(lines::add);
    return lines.stream().distinct().toList();
  }

  /** Nothing for an activation that is a function itself, such as tanh. */
  private Optional<String> activation(LayerPlan layer) {
    String name = names.applied(layer, "z");
    if (!(layer.activation() instanceof ElementwiseFormula elementwise)) {
      return Optional.of(name + "_{j} &= \\frac{e^{z_{j}}}{\\sum_{k} e^{z_{k}}}");
    }
    String value = LatexRenderer.FRACTIONS.render(ActivationSlope.value(elementwise));
    return value.equals(name) ? Optional.empty() : Optional.of(name + " &= " + value);
  }

  private static void collect(Expr expr, Set<Function> functions) {
    if (expr instanceof Expr.Call call) {
      functions.add(call.function());
    }
    expr.children().forEach(child -> collect(child, functions));
  }

  private static Stream<String> function(Function function) {
    return switch (function) {
      case SIGMOID -> Stream.of("\\sigma(z) &= \\frac{1}{1 + e^{-z}}");
      case SOFTPLUS ->
          Stream.of("\\mathop{\\mathrm{softplus}}(z) &= \\log\\left(1 + e^{z}\\right)");
      case ERF ->
          Stream.of(
              "\\mathop{\\mathrm{erf}}(z) &= \\frac{2}{\\sqrt{\\pi}} \\int_{0}^{z} e^{-u^{2}} \\, du");
      default -> Stream.empty();
    };
  }
}

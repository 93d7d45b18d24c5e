package io.github.gradsmith.processor.validate.formula;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.form.Simplifier;
import io.github.gradsmith.processor.resolve.ResolvedNetwork;
import io.github.gradsmith.processor.resolve.WrittenFormula;
import io.github.gradsmith.processor.validate.rule.Rule;
import java.util.List;
import java.util.Set;

/** An activation depends on its weighted sum, a loss on the output and the target. */
public final class FormulasDepend implements Rule {
  @Override
  public List<Fault> faults(ResolvedNetwork network) {
    return network.formulas().stream()
        .flatMap(formula -> formula.expression().stream().flatMap(e -> faults(formula, e).stream()))
        .toList();
  }

  private static List<Fault> faults(WrittenFormula formula, Expr expression) {
    WrittenFormula.Kind kind = formula.kind();
    Set<String> variables = Simplifier.simplify(expression).variables();
    if (!variables.contains(kind.variable())) {
      return List.of(
          Message.FORMULA_CONSTANT.at(
              formula.place(),
              formula.text(),
              kind.variable(),
              kind.variableNames(),
              kind.example()));
    }
    if (kind == WrittenFormula.Kind.LOSS && !variables.contains("t")) {
      return List.of(
          Message.LOSS_WITHOUT_TARGET.at(formula.place(), formula.text(), kind.example()));
    }
    return List.of();
  }
}

package io.github.gradsmith.processor.validate;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.formula.Expr;
import io.github.gradsmith.processor.formula.Simplifier;
import io.github.gradsmith.processor.model.NetworkDeclaration;
import java.util.List;
import java.util.Set;

/** An activation depends on its weighted sum, a loss on the output and the target. */
final class FormulasDepend implements Rule {
  @Override
  public List<Fault> faults(NetworkDeclaration declaration) {
    return WrittenFormula.of(declaration).stream()
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
